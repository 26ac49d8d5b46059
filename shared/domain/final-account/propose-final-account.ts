import * as z from 'zod';
import type { AgreementDecision, AgreementState } from '../agreement/agreement-state.ts';
import { addDays, CivilDate } from '../calendar/civil-date.ts';
import type { PayCalendar } from '../calendar/pay-calendar.ts';
import type { Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { accept, type Refused, refuse } from '../outcome.ts';
import type { AgreementHead } from '../payment/agreement-head.ts';
import { paymentLaw } from '../payment/payment-law.ts';
import { allOwedBack } from '../reclaim/reclaim-state.ts';
import { surplusNotBack } from '../reclaim/surplus-not-back.ts';
import { FinalLine, type PaidUntilNow, settleAccount } from './settle-account.ts';

export const FinalAccount = z
  .strictObject({
    /** The last day that is paid for. */
    lastDay: CivilDate,
    lines: z.array(FinalLine).max(40),
    /** Whose account it is settled with: the payee's, or after a death the estate's. */
    settledWith: z.enum(['payee', 'estate']),
    reason: Reason,
  })
  .meta({ id: 'FinalAccount' });
export type FinalAccount = z.infer<typeof FinalAccount>;

/** Proposes the final account of an agreement that has ended or is stopped: what is owed is added up from
 * what was paid and the lines, less what the payee still owes back: nobody is paid and asked to pay at
 * once. Nothing moves before a second person approves it. Refuses `wrong-stage`
 * while payments go on or one of them is still in a run, `already-recorded` once it is settled,
 * `invalid-input` for a last day that cannot be, and `bank-details-unchecked` where money would go to an
 * account that nobody has checked. */
export function proposeFinalAccount(
  agreement: AgreementState,
  paid: PaidUntilNow,
  about: { readonly input: FinalAccount; readonly calendar: PayCalendar },
  moment: Moment,
): AgreementDecision {
  const { input, calendar } = about;
  const { head } = paid;
  const refused = refusalToSettle(agreement, paid, moment) ?? wrongLastDay(head, input, moment);
  if (refused) return refused;
  const surplusNotBackPence = surplusNotBack(agreement, head);
  const { parts, ...open } = settleAccount(paid, { ...input, surplusNotBackPence }, calendar);
  const setOffPence = Math.min(Math.max(0, open.balancePence), allOwedBack(agreement));
  const balancePence = open.balancePence - setOffPence;
  const sums = { ...open, balancePence, ...(setOffPence > 0 && { setOffPence }) };
  if (sums.balancePence > 0 && !(agreement.isBankChecked && head.accountEvent)) {
    const detail = 'A second person checks the account first that the balance is paid to.';
    return refuse('bank-details-unchecked', detail);
  }
  return accept({
    type: 'final-account-proposed',
    body: {
      ...input,
      parts,
      ...sums,
      calendar: calendar.anchor,
      rule: paymentLaw('final-account', moment.today),
    },
    next: {
      ...agreement,
      finalAccount: {
        ...sums,
        event: moment.event,
        proposedBy: moment.actor.id,
        lastDay: input.lastDay,
        revision: head.revision,
        approvedBy: null,
      },
    },
  });
}

function refusalToSettle(
  { status, finalAccount, reclaims = [] }: AgreementState,
  { head, payments }: PaidUntilNow,
  { today }: Moment,
): Refused | undefined {
  if (head.final || (finalAccount && finalAccount.approvedBy !== null)) {
    return refuse('already-recorded', 'The final account of this agreement is settled.');
  }
  const isStopped = head.payStop !== undefined && head.payStop.kind !== 'bank-details';
  const isOver = head.payUntil !== null && head.payUntil <= today;
  if (status !== 'closed' && !isStopped && !isOver) {
    const detail = 'Stop the payments first, and say how the needs are met from then on.';
    return refuse('wrong-stage', detail);
  }
  // What is left on the account and what is asked back of it would be counted twice.
  if (reclaims.some((reclaim) => reclaim.status === 'proposed')) {
    return refuse('wrong-stage', 'A reclaim waits for its second person: decide it first.');
  }
  return payments.some(({ state }) => state === 'due')
    ? refuse(
        'wrong-stage',
        'A payment is still in a run: settle the account once it is sent or held.',
      )
    : undefined;
}

function wrongLastDay(
  { startsOn, payUntil, payStop }: AgreementHead,
  { lastDay, settledWith }: FinalAccount,
  { today }: Moment,
): Refused | undefined {
  const earliest = addDays(startsOn, -1);
  const ended = [today, payUntil ?? today, payStop?.diedOn ?? today].toSorted()[0] ?? today;
  // A death before the first day is often recorded after it: then no day was due.
  const latest = ended < earliest ? earliest : ended;
  if (lastDay < earliest || lastDay > latest) {
    const detail = `The last day is from ${earliest}, if none was due, to ${latest}.`;
    return refuse('invalid-input', detail, '/lastDay');
  }
  return settledWith === 'estate' && payStop?.kind !== 'death'
    ? refuse('invalid-input', 'An account is settled with an estate after a death.', '/settledWith')
    : undefined;
}
