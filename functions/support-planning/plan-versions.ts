import * as z from 'zod';
import { CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import {
  comparePlans,
  PlanComparison,
  PlanToCompare,
} from '#shared/domain/plan/versions/compare-plans.ts';
import { DraftPlan, DraftTotals, totalDraft } from '#shared/domain/plan/versions/total-draft.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { everyCaseRole } from '../cases/case-roles.ts';
import type { Ports } from '../ports.ts';

const Version = z.coerce.number().int().min(1).max(999_999_999).optional();
export const Versions = z.strictObject({
  from: Version.meta({
    description: 'The live plan, or else the one before the newest, unless a version is named',
  }),
  to: Version.meta({ description: 'The newest plan, unless another version is named' }),
});
const tag = 'Support planning';

export const comparePlanVersions = staffOperation({
  id: 'compare-plan-versions',
  method: 'GET',
  path: '/cases/{caseId}/plan/comparison',
  tag,
  roles: everyCaseRole,
  summary:
    'Two versions of the plan side by side: lines added, removed and changed, and the totals',
  params: CaseParams,
  query: Versions,
  answer: PlanComparison,
  async handle({ params, query }, { cases }: Pick<Ports, 'cases'>) {
    const last = await cases.last(params.caseId);
    if (!last) return refuse('not-found', 'There is no such case.');
    const found = await readVersions(last, query, cases);
    if (!found.accepted) return found;
    const { from, to } = found.value;
    return accept({ status: 200, body: comparePlans(from, to) });
  },
});

/** Two versions of a plan: those that are named or else, to the newest, the live one or the one before. */
export async function readVersions(
  { aggregateId, after: { live, plan } }: RecordedEvent<CaseState>,
  { from, to }: z.infer<typeof Versions>,
  cases: Ports['cases'],
) {
  const other = live?.planVersion === plan?.version ? plan?.before : live?.planVersion;
  const asked = { from: from ?? other ?? plan?.before, to: to ?? plan?.version };
  if (asked.to === undefined) return refuse('not-found', 'No support plan has been written.');
  if (asked.from === undefined) {
    return refuse('not-found', 'There is one plan so far, and none before it to compare it with.');
  }
  const events = await cases.atMany(aggregateId, [...new Set([asked.from, asked.to])]);
  const find = (version: number) => {
    const event = events.find(({ sequence }) => sequence === version);
    return event?.type === 'plan-written'
      ? { version, plan: PlanToCompare.parse(event.body) }
      : undefined;
  };
  const [one, two] = [find(asked.from), find(asked.to)];
  if (!one) return noSuchVersion('from');
  return two ? accept({ from: one, to: two }) : noSuchVersion('to');
}

function noSuchVersion(side: 'from' | 'to') {
  return refuse('not-found', 'There is no such version of the plan.', `query/${side}`);
}

export const totalPlanDraft = staffOperation({
  id: 'total-plan-draft',
  method: 'POST',
  path: '/cases/{caseId}/plan/totals',
  tag,
  roles: ['practitioner', 'team-manager'],
  summary:
    'What a plan costs as it is being written, against the indicative amount; stores nothing',
  params: CaseParams,
  query: NoQuery,
  body: DraftPlan,
  answer: DraftTotals,
  async handle({ params, body }, { cases }: Pick<Ports, 'cases'>) {
    const last = await cases.last(params.caseId);
    if (!last) return refuse('not-found', 'There is no such case.');
    const totals = totalDraft(last.after, body);
    return totals.accepted ? accept({ status: 200, body: totals.value }) : totals;
  },
});
