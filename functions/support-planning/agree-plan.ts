import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { residentOperation, staffOperation } from '#shared/contracts/operation.ts';
import { refuse } from '#shared/domain/outcome.ts';
import { agreePlan } from '#shared/domain/plan/agree-plan.ts';
import { PlanAgreement } from '#shared/domain/plan/agreement.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';

const body = PlanAgreement;

export const recordPlanAgreement = staffOperation({
  id: 'record-plan-agreement',
  method: 'POST',
  path: '/cases/{caseId}/plan/agreement',
  tag: 'Support planning',
  roles: ['practitioner', 'team-manager'],
  summary: 'Record whether the person agrees with the plan, or what was done to reach agreement',
  ifMatch: 'plan',
  params: CaseParams,
  query: NoQuery,
  body,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state, moment) => agreePlan(state, request.body, moment), {
      ifMatch: 'plan',
    }),
});

export const agreeToMyPlan = residentOperation({
  id: 'agree-to-my-plan',
  method: 'POST',
  path: '/my/cases/{caseId}/plan-agreement',
  tag: 'My case',
  summary: 'Say that you agree with your support plan',
  ifMatch: 'plan',
  params: CaseParams,
  query: NoQuery,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(
      request,
      ports,
      (state, moment) => {
        // Somebody else's case is not there to be seen.
        if (state.personId !== request.caller.personId) {
          return refuse('not-found', 'There is no such case.');
        }
        const on = moment.today;
        return agreePlan(
          state,
          { outcome: 'agreed', by: { kind: 'person' }, on, copiesTo: [{ kind: 'person' }] },
          moment,
        );
      },
      { ifMatch: 'plan' },
    ),
});
