import * as z from 'zod';
import { CaseParams } from '#shared/contracts/case-answer.ts';
import { type Reply, residentOperation, staffOperation } from '#shared/contracts/operation.ts';
import { PrintSize } from '#shared/contracts/printed/page-style.ts';
import { answerPageOrJson } from '#shared/contracts/printed/write-page.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { refuse } from '#shared/domain/outcome.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { everyCaseRole } from '../../cases/case-roles.ts';
import { readOwnCase } from '../../cases/own-case.ts';
import type { Ports } from '../../ports.ts';
import { determinationPage } from './determination-page.ts';
import { DeterminationSheet, sheetOf } from './determination-sheet.ts';

type ReadingPorts = Pick<Ports, 'cases' | 'people' | 'council'>;

const shared = {
  method: 'GET',
  params: CaseParams,
  query: z.strictObject({ size: PrintSize.default('standard') }),
  answer: DeterminationSheet,
  answersPageToo: true,
} as const;

export const readDetermination = staffOperation({
  ...shared,
  id: 'read-determination',
  path: '/cases/{caseId}/determination',
  tag: 'Assessment',
  roles: everyCaseRole,
  summary: 'The decision on eligibility with its reasons, to read or to print',
  async handle(request, ports: ReadingPorts) {
    return show(await ports.cases.last(request.params.caseId), request, ports);
  },
});

export const readMyDetermination = residentOperation({
  ...shared,
  id: 'read-my-determination',
  path: '/my/cases/{caseId}/determination',
  tag: 'My case',
  summary: 'Our decision about your eligible needs and why we took it, to read or to print',
  async handle(request, ports: ReadingPorts) {
    const last = await readOwnCase(request.params.caseId, request.caller.personId, ports);
    return last.accepted ? show(last.value, request, ports) : last;
  },
});

interface Reading {
  readonly query: { readonly size: PrintSize };
  readonly headers: Readonly<Record<string, string | undefined>>;
}

async function show(
  last: RecordedEvent<CaseState> | undefined,
  { query, headers }: Reading,
  { cases, people, council }: ReadingPorts,
): Promise<Reply> {
  if (!last) return refuse('not-found', 'There is no such case.');
  const { records, personId } = last.after;
  if (records.determination === undefined) {
    return refuse('not-found', 'Eligibility has not been decided.');
  }
  const [event, person] = await Promise.all([
    cases.at(last.aggregateId, records.determination),
    people.last(personId),
  ]);
  if (!event) throw new Error(`event ${records.determination} of a case is missing`);
  const sheet = sheetOf(event, { person: person?.after.details, council });
  return answerPageOrJson(sheet, headers, () => determinationPage(sheet, query.size));
}
