import * as z from 'zod';
import {
  IndicativeBudgetSheet,
  writeIndicativeBudgetPage,
} from '#shared/contracts/allocation/indicative-budget-page.ts';
import { CaseParams } from '#shared/contracts/case-answer.ts';
import { type Reply, residentOperation, staffOperation } from '#shared/contracts/operation.ts';
import { ifYouDisagree } from '#shared/contracts/printed/if-you-disagree.ts';
import { PrintSize } from '#shared/contracts/printed/page-style.ts';
import { answerPageOrJson } from '#shared/contracts/printed/write-page.ts';
import { RecordedIndication, stateIndication } from '#shared/domain/allocation/state-indication.ts';
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
  answer: IndicativeBudgetSheet,
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
  { cases, people, council }: Pick<Ports, 'cases' | 'people' | 'council'>,
): Promise<Reply> {
  const version = after.records.allocation;
  // One that a second look set aside stands no longer, though its event is still there.
  if (version === undefined || after.allocation === null) {
    return refuse('not-found', 'There is no indicative budget that stands.');
  }
  const [event, person] = await Promise.all([
    cases.at(aggregateId, version),
    people.last(after.personId),
  ]);
  if (!event) throw new Error(`event ${version} of a case is missing`);
  const recorded = RecordedIndication.parse(event.body);
  const phone = council.contacts.adultSocialCarePhone;
  const details = person?.after.details;
  const sheet: IndicativeBudgetSheet = {
    ...stateIndication(recorded, civilDateInLondon(event.at)),
    person: details ? `${details.givenName} ${details.familyName}` : null,
    reference: after.receipt,
    ifYouDisagree: [...ifYouDisagree(phone, council.secondLookWithin)],
  };
  const sender = { councilName: council.name, phone };
  return answerPageOrJson(sheet, headers, () =>
    writeIndicativeBudgetPage(sheet, sender, query.size),
  );
}
