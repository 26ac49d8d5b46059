import * as z from 'zod';
import type { IndicativeBudget } from '../allocation/indicative-budget.ts';
import { CivilDate } from '../calendar/civil-date.ts';
import type { CaseState } from '../case/case-state.ts';
import type { CaseDecision, Moment } from '../case/change.ts';
import { InformationFormat } from '../codes/accessible-information.ts';
import { allocationPolicyOn } from '../codes/law-in-force.ts';
import { accept, refuse } from '../outcome.ts';

export const IndicativeBudgetGiven = z
  .strictObject({
    givenOn: CivilDate,
    to: z.enum(['person', 'representative', 'advocate']),
    how: z.enum(['in-person', 'letter', 'email', 'phone']),
    format: z.enum(['plain', ...InformationFormat.options]),
    language: z.string().trim().min(1).max(60).default('English'),
  })
  .meta({ id: 'IndicativeBudgetGiven' });
export type IndicativeBudgetGiven = z.infer<typeof IndicativeBudgetGiven>;

/** Records that the person was given the indicative budget, told line by line, as they must be
 * before the plan is written (statutory guidance, chapter 11). Refuses
 * `indicative-budget-not-given` where none stands, and `invalid-input` for a day to come. */
export function giveIndicativeBudget(
  state: CaseState,
  input: IndicativeBudgetGiven,
  allocation: Pick<IndicativeBudget, 'explanation'>,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  if (state.allocation === null) {
    return refuse('indicative-budget-not-given', 'There is no indicative budget to give yet.');
  }
  if (input.givenOn > moment.today) {
    return refuse('invalid-input', 'That day is still to come.', '/givenOn');
  }
  return accept({
    type: 'indicative-budget-given',
    body: {
      ...input,
      allocation: state.records.allocation,
      weeklyPence: state.allocation.weeklyPence,
      explanation: allocation.explanation,
      rule: allocationPolicyOn(moment.today, 'Care and support statutory guidance, chapter 11'),
    },
    next: { ...state, allocation: { ...state.allocation, givenOn: input.givenOn } },
  });
}
