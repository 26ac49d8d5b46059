import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { authoriseBudget, BudgetVerdict } from '#shared/domain/budget/authorise-budget.ts';
import { rolesOfKey } from '#shared/domain/budget/delegated-limits.ts';
import { limitsOf } from '#shared/domain/budget/delegated-limits-policy.ts';
import { delegationOn } from '#shared/stores/policy-store.ts';
import { changeCase } from '../cases/change-case.ts';
import { askedToLook } from '../charging/look-at-charge.ts';
import type { Ports } from '../ports.ts';

export const turnBudgetKey = staffOperation({
  id: 'authorise-budget',
  method: 'POST',
  path: '/cases/{caseId}/budget/authorisation',
  tag: 'Personal budget',
  roles: rolesOfKey['budget-manager'],
  summary: 'Turn the second key, send the budget up to the next limit, or return the plan',
  ifMatch: 'plan',
  params: CaseParams,
  query: NoQuery,
  body: BudgetVerdict,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(
      request,
      ports,
      async (state, moment) => {
        const limits = limitsOf(await delegationOn(ports.table, moment.today));
        const signatory = { personId: request.caller.id, roles: request.caller.roles };
        const { separation } = ports.council;
        return authoriseBudget(state, request.body, { separation, limits, signatory }, moment);
      },
      {
        ifMatch: 'plan',
        also: async ({ next }, before, at) =>
          askedToLook({ caseId: request.params.caseId, before, next }, at, ports.council),
      },
    ),
});
