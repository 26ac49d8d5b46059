import * as z from 'zod';
import type { AgreementState } from '../agreement/agreement-state.ts';
import { addDays, CivilDate } from '../calendar/civil-date.ts';
import type { Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import type { AgreementHead } from '../payment/agreement-head.ts';
import { withDifference } from '../payment/worth/differences.ts';
import { paidDifference, type RearrangedDays } from './pause-payments.ts';
import { refusalToRearrange } from './refusal-to-rearrange.ts';

export const PaymentRestart = z
  .strictObject({
    /** The first day on which support is bought again: the first of the pause where it never was. */
    on: CivilDate,
    reason: Reason,
  })
  .meta({ id: 'PaymentRestart' });
export type PaymentRestart = z.infer<typeof PaymentRestart>;

/** Ends a pause before its day. More is paid from then on, though never more than both keys allowed, so that
 * it takes somebody else than who recorded the pause; what the days behind lack is paid once with the next
 * run. Refuses `same-person`, `wrong-stage` where no pause holds on that day, and what pausing refuses. */
export function restartPayments(
  agreement: AgreementState,
  head: AgreementHead | undefined,
  { on, reason }: PaymentRestart,
  moment: Moment,
): Outcome<RearrangedDays> {
  const payable = refusalToRearrange(agreement, head);
  if (!payable.accepted) return payable;
  const read = payable.value;
  const isThen = ({ from, to }: { from: CivilDate; to: CivilDate }) => from <= on && on <= to;
  const pause = read.pauses?.find(isThen);
  if (!pause) return refuse('wrong-stage', `No pause holds on ${on}.`);
  if (agreement.pauses?.find(isThen)?.recordedBy === moment.actor.id) {
    return refuse('same-person', 'Somebody other than who recorded the pause ends it early.');
  }
  const lastDay = addDays(on, -1);
  const shorten = <P extends { from: CivilDate; to: CivilDate }>(pauses: readonly P[] = []) =>
    pauses.flatMap((each) => {
      if (!isThen(each)) return [each];
      return each.from > lastDay ? [] : [{ ...each, to: lastDay }];
    });
  const changed = { ...read, pauses: shorten(read.pauses), activatedBy: moment.actor.id };
  const difference = paidDifference(read, changed, { from: on, to: pause.to });
  return accept({
    type: 'payments-restarted',
    body: { on, reason, pause, differencePence: difference.netPence, rule: 'two people' },
    next: { ...agreement, pauses: shorten(agreement.pauses) },
    head: withDifference(changed, difference, moment.event),
  });
}
