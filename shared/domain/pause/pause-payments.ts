import * as z from 'zod';
import type { AgreementChange, AgreementState } from '../agreement/agreement-state.ts';
import { addDays, CivilDate, daysBetween } from '../calendar/civil-date.ts';
import type { Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { EnteredPence, formatPounds } from '../money/pence.ts';
import { accept, type Outcome, type Refused, refuse } from '../outcome.ts';
import type { AgreementHead } from '../payment/agreement-head.ts';
import { paymentLaw } from '../payment/payment-law.ts';
import { differenceBetween, withDifference } from '../payment/worth/differences.ts';
import type { Days, PausedDays } from '../payment/worth/equal-days.ts';
import { refusalToRearrange } from './refusal-to-rearrange.ts';

export const PaymentPause = z
  .strictObject({
    from: CivilDate,
    /** The last day without support, as it is expected. The day after it is paid for again of itself. */
    to: CivilDate.meta({ examples: ['2026-04-19'] }),
    cause: z.enum(['hospital-stay', 'holiday', 'break-in-care', 'other']),
    reason: Reason,
    /** The duty to meet needs goes on: they are met in another way, or there are none to meet. */
    needs: z.discriminatedUnion('are', [
      z.strictObject({ are: z.literal('met-otherwise'), how: Reason }),
      z.strictObject({ are: z.literal('not-arising'), why: Reason }),
    ]),
    /** What goes on being paid by the week, such as the wages of an assistant who is kept. */
    retained: z
      .strictObject({ weeklyPence: EnteredPence.min(1), weeks: z.int().min(1), what: Reason })
      .optional(),
  })
  .meta({ id: 'PaymentPause' });
export type PaymentPause = z.infer<typeof PaymentPause>;

/** A change of what days are worth, and the agreement's payments from then on. */
export interface RearrangedDays extends AgreementChange {
  readonly head: AgreementHead;
}

/** A year in hospital or abroad asks for a review, not for a longer pause. */
const daysMax = 366;
/** Some four a year for as long as an agreement may last. */
const pausesMax = 60;

/** Pauses what is paid from a day on until another, both ahead or behind: days that no run has paid are
 * paid at what is kept up meanwhile, and what was paid for them already is taken off the next payments.
 * Refuses `wrong-stage` before the agreement is active, `death-recorded` and `payment-stopped` where
 * nothing will be paid any more, and `invalid-input` for days that cannot be or are paused already, or for
 * more to be kept up than is paid or the council's weeks. */
export function pausePayments(
  agreement: AgreementState,
  head: AgreementHead | undefined,
  about: { readonly input: PaymentPause; readonly retainedWeeksMax: number },
  moment: Moment,
): Outcome<RearrangedDays> {
  const { input, retainedWeeksMax } = about;
  const payable = refusalToRearrange(agreement, head);
  if (!payable.accepted) return payable;
  const read = payable.value;
  const refused = wrongDays(read, input) ?? wrongRetainer(read, input, retainedWeeksMax);
  if (refused) return refused;
  const pause = pausedBy(input);
  const pauses = [...(read.pauses ?? []), pause].toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const difference = paidDifference(read, { ...read, pauses }, pause);
  return accept({
    type: 'payments-paused',
    body: {
      ...input,
      retainedTo: pause.retainedTo,
      differencePence: difference.netPence,
      rule: paymentLaw('pause', moment.today),
    },
    next: {
      ...agreement,
      pauses: [
        ...(agreement.pauses ?? []),
        { event: moment.event, recordedBy: moment.actor.id, ...pause },
      ].slice(-pausesMax),
    },
    head: withDifference({ ...read, pauses }, difference, moment.event),
  });
}

/** What days of a pause that are paid already lack, or were paid too much. */
export function paidDifference(read: AgreementHead, changed: AgreementHead, { from, to }: Days) {
  const { paidThrough } = read;
  const last = to < paidThrough ? to : paidThrough;
  if (last < from) return { netPence: 0, costPence: 0 };
  return differenceBetween(read, changed, { from, to: last });
}

function pausedBy({ from, to, retained }: PaymentPause): PausedDays {
  if (!retained) return { from, to, retainedPence: 0, retainedTo: null };
  const weeksEnd = addDays(from, retained.weeks * 7 - 1);
  return {
    from,
    to,
    retainedPence: retained.weeklyPence,
    retainedTo: weeksEnd < to ? weeksEnd : to,
  };
}

function wrongDays(
  { startsOn, payUntil, pauses = [] }: AgreementHead,
  { from, to }: PaymentPause,
): Refused | undefined {
  if (from < startsOn || (payUntil !== null && from > payUntil)) {
    const until = payUntil === null ? '' : ` until ${payUntil}`;
    return refuse('invalid-input', `The agreement is paid from ${startsOn}${until}.`, '/from');
  }
  if (to < from || daysBetween(from, to) >= daysMax) {
    const detail = 'A pause ends after it begins, and within a year: after that, review the plan.';
    return refuse('invalid-input', detail, '/to');
  }
  const other = pauses.find((each) => each.from <= to && from <= each.to);
  if (other) {
    const detail = `The days from ${other.from} to ${other.to} are paused already.`;
    return refuse('invalid-input', detail, '/from');
  }
  return pauses.length >= pausesMax
    ? refuse('invalid-input', 'The support was paused too often: review the plan.', '/from')
    : undefined;
}

function wrongRetainer(
  { weeklyPence, weeklyContributionPence, pauses = [] }: AgreementHead,
  { retained, from, to }: PaymentPause,
  weeksMax: number,
): Refused | undefined {
  if (!retained) return undefined;
  // A pause that goes on from another one does not begin its weeks anew.
  const beside = keptDaysUntil(pauses, from) + keptDaysAfter(pauses, to);
  if (retained.weeks * 7 + beside > weeksMax * 7) {
    const detail = `The council keeps payments up for ${weeksMax} weeks at most.`;
    return refuse('invalid-input', detail, '/retained/weeks');
  }
  const paidPence = Math.max(0, weeklyPence - weeklyContributionPence);
  if (retained.weeklyPence <= paidPence) return undefined;
  const detail = `No more is kept up than the ${formatPounds(paidPence)} a week that are paid.`;
  return refuse('invalid-input', detail, '/retained/weeklyPence');
}

/** The days for which payments were kept up in pauses that follow each other without a day between, up to
 * this one. Of a pause that ended early they are those that it had. */
function keptDaysUntil(pauses: readonly PausedDays[], from: CivilDate): number {
  const before = pauses.find(({ to }) => to === addDays(from, -1));
  if (!before) return 0;
  return keptDaysOf(before) + keptDaysUntil(pauses, before.from);
}

/** The same of the pauses that go on from this one, where it is recorded after them. */
function keptDaysAfter(pauses: readonly PausedDays[], to: CivilDate): number {
  const after = pauses.find(({ from }) => from === addDays(to, 1));
  return after ? keptDaysOf(after) + keptDaysAfter(pauses, after.to) : 0;
}

function keptDaysOf({ from, to, retainedTo }: PausedDays): number {
  if (retainedTo === null) return 0;
  return daysBetween(from, retainedTo < to ? retainedTo : to) + 1;
}
