import type { ChargeInput } from '../charging/input/charge-input.ts';
import type { Income } from '../charging/means/income.ts';
import { scalePence } from '../money/pence.ts';
import type { UpratingTerms } from './uprating-terms.ts';

const wholeBasisPoints = 10_000;

/** The facts of a charge as they are taken to be on the first day of the new rates: the incomes that
 * are named have risen, and all else is as it was. */
export function uprateInput(input: ChargeInput, terms: UpratingTerms): ChargeInput {
  return {
    ...input,
    on: terms.ratesFrom,
    incomes: input.incomes.map((income) =>
      risen(income, terms.incomeRisesBasisPoints[income.kind] ?? 0),
    ),
  };
}

/** An income after a rise and the tax on it, each fraction of a penny in the person's favour. */
function risen(income: Income, basisPoints: number): Income {
  if (basisPoints === 0) return income;
  const fraction = { times: wholeBasisPoints + basisPoints, over: wholeBasisPoints };
  const pence = scalePence(income.pence, fraction, 'down');
  return {
    ...income,
    pence,
    taxPence: Math.min(pence, scalePence(income.taxPence, fraction, 'up')),
  };
}
