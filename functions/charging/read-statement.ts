import * as z from 'zod';
import { CaseParams } from '#shared/contracts/case-answer.ts';
import { writeStatementPage } from '#shared/contracts/charging/statement-page.ts';
import { type Reply, residentOperation, staffOperation } from '#shared/contracts/operation.ts';
import { ifYouDisagree } from '#shared/contracts/printed/if-you-disagree.ts';
import { PrintSize } from '#shared/contracts/printed/page-style.ts';
import { answerPageOrJson } from '#shared/contracts/printed/write-page.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { ChargeStatement } from '#shared/domain/charging/statement/charge-statement.ts';
import { AssessedCharge } from '#shared/domain/finances/assessed-charge.ts';
import { stateAssessed } from '#shared/domain/finances/explain-charge.ts';
import { refuse } from '#shared/domain/outcome.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { readOwnCase } from '../cases/own-case.ts';
import type { Ports } from '../ports.ts';

type ReadingPorts = Pick<Ports, 'cases' | 'people' | 'council'>;

const shared = {
  method: 'GET',
  params: CaseParams,
  query: z.strictObject({ size: PrintSize.default('standard') }),
  answer: ChargeStatement,
  answersPageToo: true,
} as const;

export const readChargeStatement = staffOperation({
  ...shared,
  id: 'read-charge-statement',
  path: '/cases/{caseId}/charge-statement',
  tag: 'Charging',
  roles: ['finance-officer', 'finance-approver'],
  summary: 'What a person pays, line by line with rule, rate and evidence, to read or to print',
  async handle(request, ports: ReadingPorts) {
    return show(await ports.cases.last(request.params.caseId), request, ports);
  },
});

export const readMyChargeStatement = residentOperation({
  ...shared,
  id: 'read-my-charge-statement',
  path: '/my/cases/{caseId}/charge-statement',
  tag: 'My case',
  summary: 'What you pay for your care and how it was worked out, to read or to print',
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
  if (records.finances === undefined) {
    return refuse('not-found', 'Finances have not been assessed.');
  }
  const [event, person] = await Promise.all([
    cases.at(last.aggregateId, records.finances),
    people.last(personId),
  ]);
  const assessed = AssessedCharge.safeParse(event?.body).data;
  if (!assessed) {
    return refuse('not-found', 'The contribution is a decision by hand, and no sum was worked.');
  }
  const { givenName = '', familyName = '' } = person?.after.details ?? {};
  const statement = stateAssessed(assessed, `${givenName} ${familyName}`.trim());
  const { name: councilName, contacts } = council;
  const phone = contacts.adultSocialCarePhone;
  const sender = {
    councilName,
    phone,
    ifYouDisagree: ifYouDisagree(phone, council.secondLookWithin),
  };
  return answerPageOrJson(statement, headers, () =>
    writeStatementPage(statement, sender, query.size),
  );
}
