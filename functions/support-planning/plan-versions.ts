import * as z from 'zod';
import { CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import {
  comparePlans,
  PlanComparison,
  PlanToCompare,
} from '#shared/domain/plan/versions/compare-plans.ts';
import { DraftPlan, DraftTotals, totalDraft } from '#shared/domain/plan/versions/total-draft.ts';
import { everyCaseRole } from '../cases/case-roles.ts';
import type { Ports } from '../ports.ts';

const Version = z.coerce.number().int().min(1).max(999_999_999).optional();
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
  query: z.strictObject({
    from: Version.meta({ description: 'The live plan, unless another version is named' }),
    to: Version.meta({ description: 'The newest plan, unless another version is named' }),
  }),
  answer: PlanComparison,
  async handle({ params, query }, { cases }: Pick<Ports, 'cases'>) {
    const last = await cases.last(params.caseId);
    if (!last) return refuse('not-found', 'There is no such case.');
    const from = query.from ?? last.after.live?.planVersion;
    const to = query.to ?? last.after.plan?.version;
    if (from === undefined) return noSuchVersion('from');
    if (to === undefined) return noSuchVersion('to');
    const events = await cases.atMany(params.caseId, [...new Set([from, to])]);
    const written = events.filter(({ type }) => type === 'plan-written');
    const one = written.find(({ sequence }) => sequence === from);
    const other = written.find(({ sequence }) => sequence === to);
    if (!one) return noSuchVersion('from');
    if (!other) return noSuchVersion('to');
    const compared = comparePlans(
      { version: from, plan: PlanToCompare.parse(one.body) },
      { version: to, plan: PlanToCompare.parse(other.body) },
    );
    return accept({ status: 200, body: compared });
  },
});

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
