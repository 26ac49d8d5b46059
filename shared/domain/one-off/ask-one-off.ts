import * as z from 'zod';
import type { AgreementDecision, AgreementState } from '../agreement/agreement-state.ts';
import { type DelegatedLimit, mayAuthorise, type Signatory } from '../budget/delegated-limits.ts';
import type { CivilDate } from '../calendar/civil-date.ts';
import type { Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import type { Pence } from '../money/pence.ts';
import { accept, type Refused, refuse, refuseAll } from '../outcome.ts';
import { paymentLaw } from '../payment/payment-law.ts';
import { type BesidePlan, oneOffFaults } from './one-off-faults.ts';
import type { OneOffPayment } from './one-off-payment.ts';

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
  readonly besidePlan: BesidePlan;
}

const waitingMax = 10;

/** Asks, with the practitioner's key, for something to be paid once beside the lines of the plan. Refuses
 * `wrong-stage` for an agreement that is not paid, `invalid-input` where too many wait for an answer,
 * `above-delegated-limit`, and whatever the plan and the limits on a budget do not let it buy. */
export function askOneOff(
  agreement: AgreementState,
  input: OneOffPayment,
  { limits, signatory, besidePlan }: SigningOff,
  moment: Moment,
): AgreementDecision {
  const { oneOffsAsked = [] } = agreement;
  const refused = notPaid(agreement);
  if (refused) return refused;
  if (oneOffsAsked.length >= waitingMax) {
    return refuse('invalid-input', 'Others wait for an answer: decide them first.', '/pence');
  }
  // What was asked for before is known here alone: the second key sees the reason that was given for more.
  const beside = [
    ...(agreement.boughtBeside ?? []),
    ...oneOffsAsked.flatMap(({ request }) => request?.purchase ?? []),
  ];
  const faults = oneOffFaults(input, { ...besidePlan, beside }, moment.today);
  const wrong = refuseAll(faults, (count) => `${count} things speak against this payment.`);
  if (wrong) return wrong;
  const own = limits.filter(({ key }) => key === 'practitioner');
  // As for plans, a council may leave the practitioner's recommendation without a limit of its own.
  if (own.length > 0) {
    const within = mayAuthorise(own, signatory, asked('practitioner', input.pence, moment.today));
    if (!within.accepted) return within;
  }
  const { pence } = input;
  const waiting = { event: moment.event, pence, askedBy: moment.actor.id, request: input };
  return accept({
    type: 'one-off-asked',
    body: { ...input, rule: paymentLaw('one-off', moment.today) },
    next: { ...agreement, oneOffsAsked: [...oneOffsAsked, waiting] },
  });
}

/** The budget manager's key to it: authorised, it is paid once by the next run under a permanent key of its
 * own. Refuses `not-found` for one that does not wait, `same-person`, `above-delegated-limit` naming the
 * next level, `wrong-stage` for an agreement that is not paid any more, and what may not be bought on
 * that day, because the plan may be another than when it was asked for. */
export function decideOneOff(
  agreement: AgreementState,
  { asked: event, verdict, comment }: OneOffDecision,
  { limits, signatory, besidePlan }: SigningOff,
  moment: Moment,
): AgreementDecision {
  const { oneOffsAsked = [] } = agreement;
  const waiting = oneOffsAsked.find((each) => each.event === event);
  if (!waiting)
    return refuse('not-found', 'No such one-off payment waits for a decision.', '/asked');
  const { pence, askedBy, request } = waiting;
  const next = { ...agreement, oneOffsAsked: oneOffsAsked.filter((each) => each !== waiting) };
  const body = { asked: event, pence, askedBy, comment, rule: paymentLaw('one-off', moment.today) };
  if (verdict === 'rejected') return accept({ type: 'one-off-rejected', body, next });
  const refused = notPaid(agreement);
  if (refused) return refused;
  if (askedBy === moment.actor.id) {
    return refuse('same-person', 'Somebody other than who asked for it authorises it.');
  }
  if (!request) {
    const detail = 'It was asked for without saying what it buys: reject it, and ask again.';
    return refuse('wrong-stage', detail, '/asked');
  }
  const faults = oneOffFaults(request, besidePlan, moment.today);
  const [fault] = faults;
  if (fault) return refuse(fault.kind, faults.map(({ detail }) => detail).join(' '), '/asked');
  const within = mayAuthorise(limits, signatory, asked('budget-manager', pence, moment.today));
  if (!within.accepted) return within;
  const { purchase } = request;
  const boughtBeside = [...new Set([...(agreement.boughtBeside ?? []), purchase])];
  return accept({
    type: 'one-off-authorised',
    body: { ...body, purchase, limit: within.value },
    next: { ...next, boughtBeside },
  });
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
