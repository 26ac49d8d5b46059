import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import type { Refused } from '#shared/domain/outcome.ts';
import { noFacts } from '#shared/domain/person/facts/person-facts.ts';
import { factsOf } from '#shared/domain/person/person-state.ts';
import { agreePlan } from '#shared/domain/plan/sign-off/agree-plan.ts';
import { PlanAgreement, refusalOfRepresentative } from '#shared/domain/plan/sign-off/agreement.ts';
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
    changeCase(
      request,
      ports,
      async (state, moment) => {
        const refused = await unlawful(request.body, state.personId, ports);
        return refused ?? agreePlan(state, request.body, moment);
      },
      { ifMatch: 'plan' },
    ),
});

/** The person's record is read only where a representative on it is named. */
async function unlawful(
  agreement: PlanAgreement,
  personId: string,
  { people }: Pick<Ports, 'people'>,
): Promise<Refused | undefined> {
  if (!('representativeId' in agreement.by)) return undefined;
  const person = await people.last(personId);
  return refusalOfRepresentative(agreement, person ? factsOf(person.after) : noFacts);
}
