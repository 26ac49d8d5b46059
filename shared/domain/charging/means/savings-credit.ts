import { accept, type Outcome } from '../../outcome.ts';
import type { ChargeLine } from '../charge.ts';
import { partsPerPenny } from '../exact-weekly.ts';
import type { Situation } from '../input/situation.ts';
import { type RateFound, rateOf } from '../rates/rate-year.ts';
import { incomeRules } from './income-kinds.ts';

/** What counts of savings credit: all of it above a sum that is left out (SI 2014/2672 Sch 1 para
 * 40). A council may leave all of it out. */
export function savingsCreditParts(
  all: number,
  { input, rates, knobs }: Situation,
): Outcome<{
  readonly parts: number;
  readonly label: string;
  readonly law: string;
  readonly rate?: ChargeLine['rate'];
}> {
  const { label } = incomeRules['savings-credit'];
  if (knobs.ignoresSavingsCredit) {
    return accept({ parts: 0, label: `${label}: left out`, law: 'council policy' });
  }
  // Whoever has the whole disregard has it once, off all income.
  if (input.hasWholeSavingsDisregard) return accept({ parts: all, label, law: lawOfPart });
  const sum = disregardFor(input, rates);
  if (!sum.accepted) return sum;
  return accept({
    parts: Math.max(0, all - sum.value.pence * partsPerPenny),
    label: `${label}: a part is left out`,
    law: lawOfPart,
    rate: sum.value.used,
  });
}

const lawOfPart = 'SI 2014/2672 Sch 1 para 40';

/** The whole sum off all income, for whoever has too much income to receive savings credit in
 * full; nothing for anybody else. It is the law's, also where a council leaves savings credit
 * out. */
export function wholeSavingsDisregard({
  input,
  rates,
}: Situation): Outcome<ChargeLine | undefined> {
  if (!input.hasWholeSavingsDisregard) return accept(undefined);
  const sum = disregardFor(input, rates);
  if (!sum.accepted) return sum;
  return accept({
    section: 'income',
    label: 'Savings disregard',
    statedPence: sum.value.pence,
    countedPence: -sum.value.pence,
    law: lawOfPart,
    rate: sum.value.used,
  });
}

function disregardFor(
  { person }: Situation['input'],
  rates: Situation['rates'],
): Outcome<RateFound> {
  const isCouple = person.household.kind === 'couple';
  return rateOf(
    rates,
    isCouple ? 'savings-credit-disregard-couple' : 'savings-credit-disregard-single',
  );
}
