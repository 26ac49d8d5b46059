import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { refuse } from '#shared/domain/outcome.ts';
import { PlanCopies, PlanToShare, sharePlan } from '#shared/domain/plan/versions/share-plan.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';

export const planCopies = staffOperation({
  id: 'share-plan',
  method: 'POST',
  path: '/cases/{caseId}/plan/copies',
  tag: 'Support planning',
  roles: ['practitioner', 'team-manager'],
  summary: 'Record who got a copy of the plan, when, how and in what format',
  ifMatch: 'plan',
  params: CaseParams,
  query: NoQuery,
  body: PlanCopies,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(
      request,
      ports,
      async (state, moment) => {
        const version = state.records.plan;
        if (version === undefined) return refuse('wrong-stage', 'There is no plan to share.');
        const event = await ports.cases.at(request.params.caseId, version);
        return sharePlan(state, request.body, PlanToShare.parse(event?.body), moment);
      },
      { ifMatch: 'plan' },
    ),
});
