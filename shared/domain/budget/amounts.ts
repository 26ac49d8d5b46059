import * as z from 'zod';
import { Pence, sumPence } from '../money/pence.ts';
import type { BudgetPart, PersonalBudget } from './personal-budget.ts';

/** What is paid out every four weeks for a part, in pence: four times the weekly amount, less four
 * times the contribution when it goes out net. A calendar month is never used. */
export function fourWeeklyPence(part: BudgetPart): Pence {
  const offWeeklyPence = part.contribution === 'net' ? part.contributionWeeklyPence : 0;
  return (part.weeklyPence - offWeeklyPence) * 4;
}

/** What is billed to the person every four weeks, in pence: the contributions to the parts that go
 * out gross. A net contribution has been taken off already. */
export function fourWeeklyBilledPence(budget: PersonalBudget): Pence {
  const gross = budget.parts.filter((part) => part.contribution === 'gross');
  return sumPence(gross.map((part) => part.contributionWeeklyPence)) * 4;
}

/** The personal budget as the plan must state it (Care Act 2014 s25(1)(e), s25(2), s26(1)). */
export const BudgetStatement = z
  .strictObject({
    totalWeeklyPence: Pence,
    personWeeklyPence: Pence,
    councilWeeklyPence: Pence,
    oneOffPence: Pence,
    isContributionProvisional: z.boolean(),
    directPayments: z.array(
      z.strictObject({
        partId: z.string(),
        frequency: z.literal('four-weekly'),
        fourWeeklyPence: Pence,
        oneOffPence: Pence,
      }),
    ),
  })
  .meta({ id: 'BudgetStatement' });
export type BudgetStatement = z.infer<typeof BudgetStatement>;

/** Total cost, the person's share and the council's share by the week, and what each direct payment
 * pays and how often, in pence. The budget has passed `checkBudget`. */
export function stateBudget(budget: PersonalBudget): BudgetStatement {
  return {
    totalWeeklyPence: budget.weeklyPence,
    personWeeklyPence: budget.contributionWeeklyPence,
    councilWeeklyPence: budget.weeklyPence - budget.contributionWeeklyPence,
    oneOffPence: budget.oneOffPence,
    isContributionProvisional: budget.isContributionProvisional,
    directPayments: budget.parts
      .filter((part) => part.holding === 'direct-payment')
      .map((part) => ({
        partId: part.id,
        frequency: 'four-weekly',
        fourWeeklyPence: fourWeeklyPence(part),
        oneOffPence: part.oneOffPence,
      })),
  };
}
