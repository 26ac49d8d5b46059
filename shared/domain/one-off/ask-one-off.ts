import * as z from 'zod';
import type { AgreementDecision, AgreementState } from '../agreement/agreement-state.ts';
import { type DelegatedLimit, mayAuthorise, type Signatory } from '../budget/delegated-limits.ts';
import type { CivilDate } from '../calendar/civil-date.ts';
import type { Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { EnteredPence, type Pence } from '../money/pence.ts';
import { accept, type Refused, refuse } from '../outcome.ts';
import { paymentLaw } from '../payment/payment-law.ts';

export const OneOffPayment = z
  .strictObject({
    pence: EnteredPence.min(1),
    purpose: z.enum(['equipment', 'training', 'back-pay', 'start-up', 'other']),
    /** The code of the outcome of the plan that it serves. */
    outcome: z.string().trim().min(1).max(80),
    reason: Reason,
  })
  .meta({ id: 'OneOffPayment' });
export type OneOffPayment = z.infer<typeof OneOffPayment>;

export const OneOffDecision = z
  .strictObject({
    /** The event that asked for it. */
    asked: z.int().positive(),
    verdict: z.enum(['authorised', 'rejected']),
    comment: Reason,
  })
  .meta({ id: 'OneOffDecision' });
export type OneOffDecision = z.infer<typeof OneOffDecision>;

export interface SigningOff {
  readonly limits: readonly DelegatedLimit[];
  readonly signatory: Signatory;
}

const waitingMax = 10;

/** Asks, with the practitioner's key, for something to be paid once beside the lines of the plan. Refuses
 * `wrong-stage` for an agreement that is not paid, `invalid-input` where too many wait for an answer, and
 * `above-delegated-limit`. */
export function askOneOff(
  agreement: AgreementState,
  input: OneOffPayment,
  { limits, signatory }: SigningOff,
  moment: Moment,
): AgreementDecision {
  const { oneOffsAsked = [] } = agreement;
  const refused = notPaid(agreement);
  if (refused) return refused;
  if (oneOffsAsked.length >= waitingMax) {
    return refuse('invalid-input', 'Others wait for an answer: decide them first.', '/pence');
  }
  const own = limits.filter(({ key }) => key === 'practitioner');
  // As for plans, a council may leave the practitioner's recommendation without a limit of its own.
  if (own.length > 0) {
    const within = mayAuthorise(own, signatory, asked('practitioner', input.pence, moment.today));
    if (!within.accepted) return within;
  }
  const { pence } = input;
  return accept({
    type: 'one-off-asked',
    body: { ...input, rule: paymentLaw('one-off', moment.today) },
    next: {
      ...agreement,
      oneOffsAsked: [...oneOffsAsked, { event: moment.event, pence, askedBy: moment.actor.id }],
    },
  });
}

/** The budget manager's key to it: authorised, it is paid once by the next run under a permanent key of its
 * own. Refuses `not-found` for one that does not wait, `same-person`, `above-delegated-limit` naming the
 * next level, and `wrong-stage` for an agreement that is not paid any more. */
export function decideOneOff(
  agreement: AgreementState,
  { asked: event, verdict, comment }: OneOffDecision,
  { limits, signatory }: SigningOff,
  moment: Moment,
): AgreementDecision {
  const { oneOffsAsked = [] } = agreement;
  const waiting = oneOffsAsked.find((each) => each.event === event);
  if (!waiting)
    return refuse('not-found', 'No such one-off payment waits for a decision.', '/asked');
  const { pence, askedBy } = waiting;
  const next = { ...agreement, oneOffsAsked: oneOffsAsked.filter((each) => each !== waiting) };
  const body = { asked: event, pence, askedBy, comment, rule: paymentLaw('one-off', moment.today) };
  if (verdict === 'rejected') return accept({ type: 'one-off-rejected', body, next });
  const refused = notPaid(agreement);
  if (refused) return refused;
  if (askedBy === moment.actor.id) {
    return refuse('same-person', 'Somebody other than who asked for it authorises it.');
  }
  const within = mayAuthorise(limits, signatory, asked('budget-manager', pence, moment.today));
  if (!within.accepted) return within;
  return accept({ type: 'one-off-authorised', body: { ...body, limit: within.value }, next });
}

/** The key under which it is paid at most once. */
export function askedOnceId(event: number): string {
  return `asked-${event}`;
}

function notPaid({ status, endsOn }: AgreementState): Refused | undefined {
  const isPaid = status === 'active' && endsOn === undefined;
  return isPaid ? undefined : refuse('wrong-stage', 'The agreement is not paid, or ends.');
}

function asked(key: 'practitioner' | 'budget-manager', oneOffPence: Pence, date: CivilDate) {
  return { key, weeklyPence: 0, oneOffPence, date } as const;
}
