import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { checkBankDetails, recordBankDetails } from '#shared/domain/agreement/bank-details.ts';
import { addWorkingDays } from '#shared/domain/calendar/working-days.ts';
import type { Moment } from '#shared/domain/case/change.ts';
import type { Outcome } from '#shared/domain/outcome.ts';
import type { AgreementHead, PayStop } from '#shared/domain/payment/agreement-head.ts';
import { releasePayments, stopPayments } from '#shared/domain/payment/stop-payments.ts';
import { accounts } from '#test/support/order-office.ts';
import type { Act } from '../payer.ts';

const reason = 'As the history has it.';
const coolingOffWorkingDays = 2;

export interface Changed {
  readonly next: AgreementState;
  readonly head?: AgreementHead;
}

type StopOrAccount = Extract<
  Act,
  { does: 'stop' | 'release' | 'record-account' | 'check-account' }
>;

/** A stop, a release, another account or what somebody found about it, with what payments know of it. */
export function stopOrAccount(
  state: AgreementState,
  head: AgreementHead,
  act: StopOrAccount,
  moment: Moment,
): Outcome<Changed> {
  switch (act.does) {
    case 'stop': {
      const input = { reason, isFraudSuspected: true };
      return stopsWith(head, stopPayments(state, head, input, moment));
    }
    case 'release':
      return stopsWith(head, releasePayments(state, head, { reason }, moment));
    case 'record-account': {
      const [details = accounts[0]] = accounts.slice(act.which);
      const decided = recordBankDetails(state, details, 'valid', moment);
      return decided.accepted ? accountOf(state, head, decided.value.next, moment) : decided;
    }
    case 'check-account': {
      const check = { isConfirmed: act.isRight, how: reason };
      const decided = checkBankDetails(state, check, moment);
      return decided.accepted ? accountOf(state, head, decided.value.next, moment) : decided;
    }
  }
}

function stopsWith(
  { payStop: _replaced, ...free }: AgreementHead,
  decided: Outcome<{ readonly next: AgreementState; readonly payStop: PayStop | undefined }>,
): Outcome<Changed> {
  if (!decided.accepted) return decided;
  const { next, payStop } = decided.value;
  return { accepted: true, value: { next, head: payStop ? { ...free, payStop } : free } };
}

function accountOf(
  before: AgreementState,
  head: AgreementHead,
  next: AgreementState,
  { actor, today }: Moment,
): Outcome<Changed> {
  const { payStop, ...free } = head;
  if (next.isBankChecked && !before.isBankChecked) {
    const read = payStop?.kind === 'bank-details' ? free : head;
    const accountFrom = addWorkingDays(today, coolingOffWorkingDays);
    const accountEvent = next.bankDetails?.event ?? 1;
    return { accepted: true, value: { next, head: { ...read, accountEvent, accountFrom } } };
  }
  const isStopped = payStop !== undefined || next.isBankChecked;
  const stop = { kind: 'bank-details', by: actor.id, on: today } as const;
  return { accepted: true, value: { next, head: isStopped ? head : { ...head, payStop: stop } } };
}
