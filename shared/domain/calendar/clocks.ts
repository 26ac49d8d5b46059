import * as z from 'zod';
import { addDays, addMonths, addWeeks, type CivilDate } from './civil-date.ts';
import { addWorkingDays } from './working-days.ts';

/** Weeks from the actual start of support to the first, light-touch review: a council setting
 * (Care and support statutory guidance, chapter 13). */
export const FirstReviewWeeks = z.int().min(6).max(8).default(6);
export type FirstReviewWeeks = z.infer<typeof FirstReviewWeeks>;

/** Months between later reviews: a council may look sooner, never later than twelve (Care and
 * support statutory guidance, chapter 13). */
export const ReviewIntervalMonths = z.int().min(1).max(12).default(12);
export type ReviewIntervalMonths = z.infer<typeof ReviewIntervalMonths>;

/** The last day on which reablement or intermediate care is free: the six weeks include the first
 * day of service (SI 2014/2672 reg 3). */
export function reablementFreeUntil(firstDay: CivilDate): CivilDate {
  return addDays(addWeeks(firstDay, 6), -1);
}

/** The day by which the first, light-touch review is held, counted from the day support actually
 * started and never from a planned one (Care Act 2014 s27). */
export function firstReviewDue(actualStart: CivilDate, weeks: FirstReviewWeeks): CivilDate {
  return addWeeks(actualStart, weeks);
}

/** The day by which the next review is held after one that was held (Care Act 2014 s27). */
export function laterReviewDue(lastReview: CivilDate, months: ReviewIntervalMonths): CivilDate {
  return addMonths(lastReview, months);
}

/** The day by which a direct payment is next reviewed: within six months of the first payment, then
 * within twelve months of the last review (SI 2014/2871 reg 7). */
export function directPaymentReviewDue(dates: {
  readonly firstPayment: CivilDate;
  readonly lastReview?: CivilDate;
}): CivilDate {
  return dates.lastReview === undefined
    ? addMonths(dates.firstPayment, 6)
    : addMonths(dates.lastReview, 12);
}

/** The last day for the second key on urgent support, after which the support ends unless
 * confirmed: two working days after the first key (Care Act 2014 s19(3); policy of the service). */
export function urgentSupportSecondKeyDue(firstKey: CivilDate): CivilDate {
  return addWorkingDays(firstKey, 2);
}

/** The day by which a safeguarding hold on a payee is looked at again: two working days. */
export function paymentHoldReviewDue(heldOn: CivilDate): CivilDate {
  return addWorkingDays(heldOn, 2);
}

/** The day by which a complaint is acknowledged: three working days after receipt (SI 2009/309
 * reg 13(3)). */
export function complaintAcknowledgementDue(receivedOn: CivilDate): CivilDate {
  return addWorkingDays(receivedOn, 3);
}
