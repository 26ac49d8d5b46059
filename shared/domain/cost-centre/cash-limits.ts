import * as z from 'zod';
import { Slug } from '../allocation/policy-item.ts';
import { CivilDate } from '../calendar/civil-date.ts';
import { Pence, SignedPence } from '../money/pence.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { type CostCurve, costOfDays, daysOfYear, FinancialYear } from './cost-curve.ts';

/** Up to a thousand million pounds: no council's care costs more in a year. */
const YearlyPence = Pence.max(100_000_000_000);

const CashLimit = z
  .strictObject({ costCentre: Slug, year: FinancialYear, yearlyPence: YearlyPence })
  .meta({ id: 'CashLimit' });

/** The cash limits of all cost centres from one day on: they replace those before them. */
export const CashLimits = z
  .strictObject({
    from: CivilDate,
    limits: z.array(CashLimit).min(1).max(400),
    /** Who finds the money when one is passed, by their sign-in: whoever sets the limits, unless another is
     * named. */
    escalateTo: z.string().trim().min(1).max(128).exactOptional(),
  })
  .meta({ id: 'CashLimits' });
export type CashLimits = z.infer<typeof CashLimits>;

/** Refuses `invalid-input` for a cost centre that the council does not have, or two limits of one for
 * the same year. */
export function checkCashLimits(
  { limits }: CashLimits,
  costCentres: readonly { readonly id: string }[],
): Outcome<undefined> {
  const keys = limits.map(({ costCentre, year }) => `${costCentre} ${year}`);
  for (const [place, { costCentre }] of limits.entries()) {
    if (!costCentres.some(({ id }) => id === costCentre)) {
      const detail = `${costCentre} is not a cost centre.`;
      return refuse('invalid-input', detail, `/limits/${place}/costCentre`);
    }
    if (keys.indexOf(keys[place] ?? '') !== place) {
      const detail = 'A cost centre has one limit for a year.';
      return refuse('invalid-input', detail, `/limits/${place}`);
    }
  }
  return accept(undefined);
}

export function limitOf(
  limits: CashLimits | undefined,
  costCentre: string,
  year: number,
): Pence | null {
  const found = limits?.limits.find((each) => each.costCentre === costCentre && each.year === year);
  return found?.yearlyPence ?? null;
}

/** How a plan took a cost centre above its limit of a year. */
export const LimitPassed = z
  .strictObject({
    costCentre: z.string(),
    year: FinancialYear,
    limitPence: Pence,
    /** What was committed without the plan. */
    committedBeforePence: SignedPence,
    committedPence: SignedPence,
    abovePence: Pence,
  })
  .meta({ id: 'LimitPassed' });
export type LimitPassed = z.infer<typeof LimitPassed>;

export interface CentreMoved {
  readonly costCentre: string;
  readonly before: CostCurve;
  readonly after: CostCurve;
}

/** The limits, of this financial year on, above which a plan took a cost centre or further above. */
export function limitsPassed(
  centres: readonly CentreMoved[],
  limits: CashLimits | undefined,
  yearFrom: number,
): readonly LimitPassed[] {
  return (limits?.limits ?? [])
    .filter(({ year }) => year >= yearFrom)
    .flatMap(({ costCentre, year, yearlyPence: limitPence }) => {
      const moved = centres.find((each) => each.costCentre === costCentre);
      if (!moved) return [];
      const { first, last } = daysOfYear(year);
      const committedBeforePence = costOfDays(moved.before, first, last);
      const committedPence = costOfDays(moved.after, first, last);
      const abovePence = committedPence - limitPence;
      if (abovePence <= 0 || committedPence <= committedBeforePence) return [];
      return [{ costCentre, year, limitPence, committedBeforePence, committedPence, abovePence }];
    });
}
