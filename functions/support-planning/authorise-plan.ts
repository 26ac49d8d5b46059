import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { rolesOfKey } from '#shared/domain/budget/delegated-limits.ts';
import { limitsOf } from '#shared/domain/budget/delegated-limits-policy.ts';
import { authorisePlan, PlanVerdict } from '#shared/domain/plan/sign-off/authorise-plan.ts';
import { delegationOn } from '#shared/stores/policy-store.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';

export const turnPractitionerKey = staffOperation({
  id: 'authorise-plan',
  method: 'POST',
  path: '/cases/{caseId}/plan/authorisation',
  tag: 'Support planning',
  roles: rolesOfKey.practitioner,
  summary: 'Turn the first key with the three checks, or return the plan with a comment',
  ifMatch: 'plan',
  params: CaseParams,
  query: NoQuery,
  body: PlanVerdict,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(
      request,
      ports,
      async (state, moment) => {
        const limits = limitsOf(await delegationOn(ports.table, moment.today));
        const signatory = { personId: request.caller.id, roles: request.caller.roles };
        const { separation } = ports.council;
        return authorisePlan(state, request.body, { separation, limits, signatory }, moment);
      },
      { ifMatch: 'plan' },
    ),
});
