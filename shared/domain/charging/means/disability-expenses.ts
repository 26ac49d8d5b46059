import * as z from 'zod';
import { CivilDate } from '../../calendar/civil-date.ts';
import { Reason } from '../../eligibility/decision.ts';
import { EnteredPence, type Pence } from '../../money/pence.ts';
import { Frequency } from '../../money/weekly-amounts.ts';
import type { ChargeLine } from '../charge.ts';
import { partsPerPenny, penceUp, weeklyParts } from '../exact-weekly.ts';
import type { Deduction } from './housing-costs.ts';

export const DisabilityExpense = z
  .strictObject({
    id: z.string().trim().min(1).max(80),
    label: z.string().trim().min(1).max(200),
    pence: EnteredPence,
    every: Frequency,
    evidence: Reason,
    /** The day by which somebody looks again whether it is still so. */
    reviewOn: CivilDate,
  })
  .meta({ id: 'DisabilityExpense' });
export type DisabilityExpense = z.infer<typeof DisabilityExpense>;

const law = 'SI 2014/2672 Sch 1 para 4';

/** What the person's disability costs them by the week. It must be allowed where a benefit for
 * disability is counted (Sch 1 para 4); without one it is the council's choice. A standard sum of
 * the council never replaces more that is claimed, and never falls away because less is. */
export function disabilityExpenses(
  expenses: readonly DisabilityExpense[],
  facts: { readonly isAllowed: boolean; readonly standardPence: Pence | undefined },
): Deduction {
  const claimed = expenses.reduce((sum, { pence, every }) => sum + weeklyParts(pence, every), 0);
  const standard = (facts.standardPence ?? 0) * partsPerPenny;
  if (facts.isAllowed && standard > claimed) {
    return { parts: standard, lines: [...expenses.map(coveredLine), standardLine(standard)] };
  }
  return {
    parts: facts.isAllowed ? claimed : 0,
    lines: expenses.map((expense) => expenseLine(expense, facts.isAllowed)),
  };
}

/** The names of the expenses whose review day has passed. */
export function expensesToReview(
  expenses: readonly DisabilityExpense[],
  on: CivilDate,
): readonly string[] {
  return expenses.filter(({ reviewOn }) => reviewOn < on).map(({ label }) => label);
}

function expenseLine(expense: DisabilityExpense, isAllowed: boolean): ChargeLine {
  const weeklyPence = penceUp(weeklyParts(expense.pence, expense.every));
  return {
    section: 'disability',
    label: isAllowed
      ? expense.label
      : `${expense.label}: not taken off, because no benefit for disability is counted`,
    statedPence: weeklyPence,
    countedPence: isAllowed ? 0 - weeklyPence : 0,
    law,
    evidence: `${expense.evidence}; to be reviewed by ${expense.reviewOn}`,
  };
}

function coveredLine(expense: DisabilityExpense): ChargeLine {
  const line = expenseLine(expense, true);
  return {
    ...line,
    label: `${expense.label}: within the standard sum below`,
    countedPence: 0,
  };
}

function standardLine(standard: number): ChargeLine {
  const pence = penceUp(standard);
  return {
    section: 'disability',
    label: "The council's standard sum for the costs of disability",
    statedPence: pence,
    countedPence: 0 - pence,
    law: 'council policy',
  };
}
