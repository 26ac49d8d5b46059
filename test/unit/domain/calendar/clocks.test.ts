import { describe, expect, it } from 'vitest';
import {
  complaintAcknowledgementDue,
  directPaymentReviewDue,
  FirstReviewWeeks,
  firstReviewDue,
  laterReviewDue,
  paymentHoldReviewDue,
  ReviewIntervalMonths,
  reablementFreeUntil,
  urgentSupportSecondKeyDue,
} from '#shared/domain/calendar/clocks.ts';

describe('The clocks of the service', () => {
  it('give six weeks of free reablement, the first day included', () => {
    expect(reablementFreeUntil('2026-04-06')).toBe('2026-05-17');
  });

  it('keep a review on its day of the week when the clocks change', () => {
    expect(firstReviewDue('2026-03-01', 6)).toBe('2026-04-12');
    expect(firstReviewDue('2026-10-01', 8)).toBe('2026-11-26');
  });

  it.each([
    [undefined, 6],
    [6, 6],
    [8, 8],
  ])('take %s for the weeks to the first review as %i', (setting, weeks) => {
    expect(FirstReviewWeeks.parse(setting)).toBe(weeks);
  });

  it.each([5, 9, 6.5])('refuse %s weeks to the first review', (weeks) => {
    expect(FirstReviewWeeks.safeParse(weeks).success).toBe(false);
  });

  it.each([
    ['2026-05-18', 12, '2027-05-18'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
  ])('ask for the review after one on %s, at %i months, by %s', (last, months, due) => {
    expect(laterReviewDue(last, months)).toBe(due);
  });

  it('never let reviews be more than twelve months apart', () => {
    expect(ReviewIntervalMonths.parse(undefined)).toBe(12);
    expect(ReviewIntervalMonths.safeParse(13).success).toBe(false);
    expect(ReviewIntervalMonths.safeParse(0).success).toBe(false);
  });

  it('review a direct payment within six months of the first payment, then within twelve', () => {
    expect(directPaymentReviewDue({ firstPayment: '2026-04-06' })).toBe('2026-10-06');
    expect(directPaymentReviewDue({ firstPayment: '2026-04-06', lastReview: '2026-09-01' })).toBe(
      '2027-09-01',
    );
  });

  it('give urgent support from Friday at five until Tuesday for its second key', () => {
    expect(urgentSupportSecondKeyDue('2026-07-17')).toBe('2026-07-21');
    expect(urgentSupportSecondKeyDue('2026-04-02')).toBe('2026-04-08');
  });

  it('look at a hold on a payee again within two working days', () => {
    expect(paymentHoldReviewDue('2026-07-17')).toBe('2026-07-21');
  });

  it('acknowledge a complaint within three working days', () => {
    expect(complaintAcknowledgementDue('2026-07-17')).toBe('2026-07-22');
  });
});
