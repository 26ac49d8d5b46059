import * as z from 'zod';
import { writeIndicativeBudgetPage } from '#shared/contracts/allocation/indicative-budget-page.ts';
import { CaseParams } from '#shared/contracts/case-answer.ts';
import { type Reply, residentOperation, staffOperation } from '#shared/contracts/operation.ts';
import { PrintSize } from '#shared/contracts/printed/page-style.ts';
import { answerPageOrJson } from '#shared/contracts/printed/write-page.ts';
import {
  IndicativeBudgetStatement,
  RecordedIndication,
  stateIndication,
} from '#shared/domain/allocation/state-indication.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { refuse } from '#shared/domain/outcome.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { readOwnCase } from '../cases/own-case.ts';
import type { Ports } from '../ports.ts';

const shared = {
  method: 'GET',
  params: CaseParams,
  query: z.strictObject({ size: PrintSize.default('standard') }),
  answer: IndicativeBudgetStatement,
  answersPageToo: true,
} as const;

const noSuchCase = refuse('not-found', 'There is no such case.');

export const readIndicativeBudget = staffOperation({
  ...shared,
  id: 'read-indicative-budget',
  path: '/cases/{caseId}/indicative-budget',
  tag: 'Assessment',
  roles: ['adviser', 'practitioner', 'team-manager', 'finance-officer', 'budget-manager'],
  summary: 'The indicative budget as the person gets it, to read or to print',
  async handle({ params, query, headers }, ports: Ports) {
    const last = await ports.cases.last(params.caseId);
    return last ? answerWith(last, { query, headers }, ports) : noSuchCase;
  },
});

export const readMyIndicativeBudget = residentOperation({
  ...shared,
  id: 'read-my-indicative-budget',
  path: '/my/cases/{caseId}/indicative-budget',
  tag: 'My case',
  summary: 'See your indicative budget and what it rests on',
  async handle({ caller, params, query, headers }, ports: Ports) {
    const last = await readOwnCase(params.caseId, caller.personId, ports);
    return last.accepted ? answerWith(last.value, { query, headers }, ports) : last;
  },
});

async function answerWith(
  { aggregateId, after }: RecordedEvent<CaseState>,
  {
    query,
    headers,
  }: { query: { size: PrintSize }; headers: Readonly<Record<string, string | undefined>> },
  { cases, council }: Pick<Ports, 'cases' | 'council'>,
): Promise<Reply> {
  const version = after.records.allocation;
  // One that a second look set aside stands no longer, though its event is still there.
  if (version === undefined || after.allocation === null) {
    return refuse('not-found', 'There is no indicative budget that stands.');
  }
  const event = await cases.at(aggregateId, version);
  if (!event) throw new Error(`event ${version} of a case is missing`);
  const recorded = RecordedIndication.parse(event.body);
  const statement = stateIndication(recorded, civilDateInLondon(event.at));
  const sender = { councilName: council.name, phone: council.contacts.adultSocialCarePhone };
  return answerPageOrJson(statement, headers, () =>
    writeIndicativeBudgetPage(statement, sender, query.size),
  );
}
