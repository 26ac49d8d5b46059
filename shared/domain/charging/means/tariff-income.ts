import { formatPounds, type Pence } from '../../money/pence.ts';
import { accept, type Outcome } from '../../outcome.ts';
import type { ChargeLine } from '../charge.ts';
import { type RateYear, rateOf } from '../rates/rate-year.ts';

// SI 2014/2672 reg 25: one pound a week for each complete 250 pounds above the lower limit, and one
// for a part of 250.
const stepPence = 25_000;
const perStepPence = 100;

export interface CapitalTested {
  /** Over the upper limit the council may charge the full cost (reg 12). */
  readonly isOverLimit: boolean;
  readonly tariffPence: Pence;
  readonly lines: readonly ChargeLine[];
}

/** What capital between the limits is taken to bring in by the week, in pence. At the lower limit
 * it is nothing; at the upper limit it is still this and not the full cost. A council's own upper
 * limit counts where it is the higher one. Refuses `rate-missing`. */
export function testCapital(
  capitalPence: Pence,
  rates: RateYear,
  localUpperPence: Pence | undefined,
): Outcome<CapitalTested> {
  const lower = rateOf(rates, 'capital-limit-lower');
  if (!lower.accepted) return lower;
  const upper = rateOf(rates, 'capital-limit-upper');
  if (!upper.accepted) return upper;
  const upperPence = Math.max(upper.value.pence, localUpperPence ?? 0);
  if (capitalPence > upperPence) {
    return accept({
      isOverLimit: true,
      tariffPence: 0,
      lines: [
        {
          section: 'capital',
          label: `Your capital is over the upper limit of ${formatPounds(upperPence)}`,
          statedPence: capitalPence,
          countedPence: 0,
          law: 'SI 2014/2672 reg 12',
          rate: upper.value.used,
        },
      ],
    });
  }
  const above = Math.max(0, capitalPence - lower.value.pence);
  const tariffPence = Math.ceil(above / stepPence) * perStepPence;
  const told =
    tariffPence === 0
      ? `Your capital is not above the lower limit of ${formatPounds(lower.value.pence)}`
      : `Income that capital of ${formatPounds(capitalPence)} is taken to bring`;
  return accept({
    isOverLimit: false,
    tariffPence,
    lines: [
      {
        section: 'income',
        label: told,
        statedPence: tariffPence,
        countedPence: tariffPence,
        law: 'SI 2014/2672 reg 25',
        rate: lower.value.used,
      },
    ],
  });
}
