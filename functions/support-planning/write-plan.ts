import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { eighteenthBirthday } from '#shared/domain/budget/eighteenth-birthday.ts';
import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { WrittenPlan } from '#shared/domain/plan/plan-input.ts';
import { writePlan } from '#shared/domain/plan/write-plan.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';

export const writeSupportPlan = staffOperation({
  id: 'write-support-plan',
  method: 'PUT',
  path: '/cases/{caseId}/plan',
  tag: 'Support planning',
  roles: ['practitioner', 'team-manager'],
  summary: 'Write the support plan, or a new version of it',
  ifMatch: 'plan',
  params: CaseParams,
  query: NoQuery,
  body: WrittenPlan,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(
      request,
      ports,
      async (state, moment) => {
        const person = await ports.people.last(state.personId);
        const eighteenth = eighteenthOf(person?.after.details);
        return writePlan(state, request.body, { settings: ports.council, eighteenth }, moment);
      },
      { ifMatch: 'plan' },
    ),
});

/** Null where nobody has told the date of birth: nobody is turned away for leaving it out. */
export function eighteenthOf(
  details: { readonly dateOfBirth?: CivilDate | undefined } | undefined,
): CivilDate | null {
  const birthDate = details?.dateOfBirth;
  return birthDate === undefined ? null : eighteenthBirthday(birthDate);
}
