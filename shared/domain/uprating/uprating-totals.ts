import * as z from 'zod';
import { Pence } from '../money/pence.ts';
import type { LeftOut, UpratedCharge } from './uprate-charge.ts';

const Count = z.int().nonnegative();

/** What a new year's charges come to by the week, before and after. */
export const UpratingTotals = z
  .strictObject({
    worked: Count,
    leftOut: Count,
    payMore: Count,
    payLess: Count,
    paySame: Count,
    beforeWeeklyPence: Pence,
    afterWeeklyPence: Pence,
    moreWeeklyPence: Pence,
    lessWeeklyPence: Pence,
  })
  .meta({ id: 'UpratingTotals' });
export type UpratingTotals = z.infer<typeof UpratingTotals>;

export const noTotals: UpratingTotals = {
  worked: 0,
  leftOut: 0,
  payMore: 0,
  payLess: 0,
  paySame: 0,
  beforeWeeklyPence: 0,
  afterWeeklyPence: 0,
  moreWeeklyPence: 0,
  lessWeeklyPence: 0,
};

/** The totals with one more case. */
export function withCase(totals: UpratingTotals, uprated: UpratedCharge | LeftOut): UpratingTotals {
  if (uprated.leftOut !== undefined) return { ...totals, leftOut: totals.leftOut + 1 };
  const before = uprated.before.charge.weeklyPence;
  const after = uprated.charge.weeklyPence;
  return {
    ...totals,
    worked: totals.worked + 1,
    payMore: totals.payMore + (after > before ? 1 : 0),
    payLess: totals.payLess + (after < before ? 1 : 0),
    paySame: totals.paySame + (after === before ? 1 : 0),
    beforeWeeklyPence: totals.beforeWeeklyPence + before,
    afterWeeklyPence: totals.afterWeeklyPence + after,
    moreWeeklyPence: totals.moreWeeklyPence + Math.max(0, after - before),
    lessWeeklyPence: totals.lessWeeklyPence + Math.max(0, before - after),
  };
}
