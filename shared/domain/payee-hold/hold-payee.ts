import * as z from 'zod';
import type { AgreementChange, AgreementState } from '../agreement/agreement-state.ts';
import { CivilDate } from '../calendar/civil-date.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import type { AgreementHead } from '../payment/agreement-head.ts';
import { paymentLaw } from '../payment/payment-law.ts';

export const PayeeHold = z
  .strictObject({
    reason: Reason,
    /** A hold takes away what care is bought with: something takes its place, or somebody says why not. */
    care: z.discriminatedUnion('is', [
      z.strictObject({ is: z.literal('replaced'), how: Reason }),
      z.strictObject({ is: z.literal('not-replaced'), why: Reason }),
    ]),
  })
  .meta({ id: 'PayeeHold' });
export type PayeeHold = z.infer<typeof PayeeHold>;

export const PayeeHoldReview = z
  .discriminatedUnion('verdict', [
    z.strictObject({ verdict: z.literal('released'), reason: Reason }),
    z.strictObject({ verdict: z.literal('goes-on'), reason: Reason, reviewOn: CivilDate }),
  ])
  .meta({ id: 'PayeeHoldReview' });
export type PayeeHoldReview = z.infer<typeof PayeeHoldReview>;

/** What a hold does: the event, and the agreement's payments from then on. */
export interface HeldPayee extends AgreementChange {
  readonly head: AgreementHead;
}

const reviewWorkingDays = 2;
const nextReviewWorkingDaysMax = 10;

/** Holds what is paid to whoever receives an agreement's money, because of a safeguarding concern about
 * them: at once here, and then in every agreement that pays them, while other payees go on. Whoever
 * holds it owns it, and looks at it again within two working days. Refuses `wrong-stage` where nothing is
 * paid, and `payment-stopped` where the payee is held already. */
export function holdPayee(
  agreement: AgreementState,
  about: {
    readonly agreementId: string;
    readonly head: AgreementHead | undefined;
    readonly input: PayeeHold;
  },
  moment: Moment,
): Outcome<HeldPayee> {
  const { agreementId, head, input } = about;
  if (!head) return refuse('wrong-stage', 'Nothing is paid to this agreement yet.');
  if (agreement.payeeHold) return refuse('payment-stopped', 'This payee is held already.');
  const reviewOn = addWorkingDays(moment.today, reviewWorkingDays);
  const held = { by: moment.actor.id, on: moment.today };
  return accept({
    type: 'payee-held',
    body: { ...input, reviewOn, rule: paymentLaw('hold', moment.today) },
    next: {
      ...agreement,
      payeeHold: { ...held, origin: agreementId, event: moment.event, reviewOn },
    },
    head: { ...head, payeeHold: held },
  });
}

/** Looks at a hold again: it goes on until another day, or somebody else than who set it releases it.
 * Refuses `wrong-stage` where there is none, or it was set in another agreement; `same-person`; and
 * `invalid-input` for a next look that is later than ten working days. */
export function reviewHold(
  agreement: AgreementState,
  about: {
    readonly agreementId: string;
    readonly head: AgreementHead;
    readonly input: PayeeHoldReview;
  },
  moment: Moment,
): Outcome<HeldPayee> {
  const { agreementId, head, input } = about;
  const { payeeHold, ...free } = agreement;
  if (!payeeHold) return refuse('wrong-stage', 'This payee is not held.');
  if (payeeHold.origin !== agreementId) {
    return refuse('wrong-stage', `The hold was set in agreement ${payeeHold.origin}: look there.`);
  }
  const { event, by } = payeeHold;
  const body = { ...input, hold: { event, by }, rule: paymentLaw('hold', moment.today) };
  if (input.verdict === 'goes-on') {
    const latest = addWorkingDays(moment.today, nextReviewWorkingDaysMax);
    // Looked at late, it is put off from today and not from the day that it was due.
    const after = [payeeHold.reviewOn, moment.today].toSorted()[1] ?? moment.today;
    if (input.reviewOn <= after || input.reviewOn > latest) {
      const detail = `Look again after ${after}, and by ${latest}.`;
      return refuse('invalid-input', detail, '/reviewOn');
    }
    const next = { ...agreement, payeeHold: { ...payeeHold, reviewOn: input.reviewOn } };
    return accept({ type: 'payee-hold-reviewed', body, next, head });
  }
  if (by === moment.actor.id) {
    return refuse('same-person', 'Somebody other than who held the payee releases them.');
  }
  return accept({ type: 'payee-released', body, next: free, head: withoutHold(head) });
}

export function withoutHold({ payeeHold: _released, ...head }: AgreementHead): AgreementHead {
  return head;
}
