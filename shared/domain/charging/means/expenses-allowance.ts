import { accept, type Outcome } from '../../outcome.ts';
import { partsPerPenny } from '../exact-weekly.ts';
import type { ChargeInput } from '../input/charge-input.ts';
import { type RateYear, rateOf } from '../rates/rate-year.ts';
import type { Deduction } from './housing-costs.ts';

/** What a resident of a care home keeps for themself by the week (Care Act 2014 s14(7); SI
 * 2014/2672 reg 6). A council may leave more to one person, for a reason that is written down, and never
 * less. */
export function personalExpensesAllowance(
  higher: ChargeInput['higherExpensesAllowance'],
  rates: RateYear,
): Outcome<Deduction> {
  const rate = rateOf(rates, 'personal-expenses-allowance');
  if (!rate.accepted) return rate;
  const { pence, used } = rate.value;
  const isRaised = higher !== undefined && higher.weeklyPence > pence;
  const keptPence = isRaised ? higher.weeklyPence : pence;
  return accept({
    parts: keptPence * partsPerPenny,
    lines: [
      {
        section: 'kept',
        label: 'Personal expenses allowance',
        statedPence: keptPence,
        countedPence: 0 - keptPence,
        law: 'SI 2014/2672 reg 6',
        rate: used,
        ...(isRaised ? { evidence: higher.reason } : {}),
      },
    ],
  });
}
