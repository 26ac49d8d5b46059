import type { CivilDate } from '../calendar/civil-date.ts';
import { directPaymentReviewDue } from '../calendar/clocks.ts';
import { paymentLaw } from '../payment/payment-law.ts';
import type { AgreementChange, AgreementState } from './agreement-state.ts';

export interface AgreementReview {
  readonly heldOn: CivilDate;
  readonly isWorking: boolean;
  readonly note: string;
}

/** Records that a direct payment was looked at: the visit that reviews the plan reviews it too, and
 * its own next review is due within twelve months (SI 2014/2871 reg 7). Nothing for one that is not
 * being paid yet. */
export function reviewAgreement(
  agreement: AgreementState,
  review: AgreementReview,
): AgreementChange | undefined {
  const { startsOn, status } = agreement;
  if (startsOn === null || status === 'closed') return undefined;
  const nextReview = directPaymentReviewDue({ firstPayment: startsOn, lastReview: review.heldOn });
  return {
    type: 'agreement-reviewed',
    body: { ...review, nextReview, rule: paymentLaw('review', review.heldOn) },
    next: { ...agreement, nextReview },
  };
}
