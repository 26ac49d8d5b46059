import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { addDays } from '#shared/domain/calendar/civil-date.ts';
import type { Moment } from '#shared/domain/case/change.ts';
import {
  decideFinalAccount,
  entryOfFinalAccount,
} from '#shared/domain/final-account/decide-final-account.ts';
import { proposeFinalAccount } from '#shared/domain/final-account/propose-final-account.ts';
import { entryOfPayment, entryOfReturn } from '#shared/domain/ledger/entry-of-payment.ts';
import type { LedgerEntry } from '#shared/domain/ledger/ledger-entry.ts';
import type { Outcome } from '#shared/domain/outcome.ts';
import { agreeOnRecovery } from '#shared/domain/pause/agree-recovery.ts';
import { endPayments } from '#shared/domain/pause/end-payments.ts';
import { pausePayments } from '#shared/domain/pause/pause-payments.ts';
import { restartPayments } from '#shared/domain/pause/restart-payments.ts';
import { holdPayee, reviewHold } from '#shared/domain/payee-hold/hold-payee.ts';
import { type AgreementHead, newHead } from '#shared/domain/payment/agreement-head.ts';
import { changeTerms } from '#shared/domain/payment/change-terms.ts';
import { allOwed } from '#shared/domain/payment/next-payment.ts';
import type { Payment } from '#shared/domain/payment/payment.ts';
import { returnPayment } from '#shared/domain/payment/return-payment.ts';
import { stopAfterReversal, stopForDeath } from '#shared/domain/payment/stop-for-death.ts';
import { whyNotPaid } from '#shared/domain/payment/why-not-paid.ts';
import type { RunState } from '#shared/domain/run/run-state.ts';
import { agreementState } from '#test/support/pay-office.ts';
import type { Act, WeeklyTerms } from '../payer.ts';
import { type Changed, stopOrAccount } from './rules-stops.ts';

const reason = 'As the history has it.';

function accepted<T>(outcome: Outcome<T>): T {
  if (!outcome.accepted) throw new Error(`${outcome.refusal.kind}: ${outcome.refusal.detail}`);
  return outcome.value;
}

/** One agreement and what is paid to it, decided by the rules alone. */
export class RulesAgreement {
  readonly #id: string;
  #state: AgreementState = agreementState;
  head: AgreementHead;
  readonly payments = new Map<string, Payment>();
  readonly entries: LedgerEntry[] = [];

  constructor(agreementId: string, startsOn: string, terms: WeeklyTerms) {
    this.#id = agreementId;
    const who = { agreementId, caseId: 'case0000000001', activatedBy: 'finance-1' };
    this.head = newHead({ ...who, ...terms, startsOn, oneOffs: [], accountEvent: 1 });
  }

  #put(head: AgreementHead): void {
    this.head = { ...head, revision: this.head.revision + 1 };
  }

  act(act: Act, moment: Moment): boolean {
    const decided = this.#decide(act, moment);
    if (!decided?.accepted) return false;
    this.#state = decided.value.next;
    if (decided.value.head) this.#put(decided.value.head);
    return true;
  }

  #decide(act: Act, moment: Moment): Outcome<Changed> | undefined {
    const { head } = this;
    const state = this.#state;
    const about = { agreementId: this.#id, head };
    switch (act.does) {
      case 'change':
        return this.#change(act, moment);
      case 'buy': {
        if (state.status !== 'active' || state.endsOn !== undefined) return undefined;
        const oneOffs = [...head.oneOffs, { id: `asked-${moment.event}`, pence: act.pence }];
        return { accepted: true, value: { next: state, head: { ...head, oneOffs } } };
      }
      case 'pause': {
        const needs = { are: 'not-arising', why: reason } as const;
        const { from, to, kept } = act;
        const retained = kept && { ...kept, what: 'The wages of an assistant.' };
        const days = { from, to, ...(retained && { retained }) };
        const input = { ...days, cause: 'holiday', reason, needs } as const;
        return pausePayments(state, head, { input, retainedWeeksMax: 8 }, moment);
      }
      case 'restart':
        return restartPayments(state, head, { on: act.on, reason }, moment);
      case 'end': {
        const input = { cause: 'other', reason, isFraudSuspected: true } as const;
        return endPayments(state, head, { ...input, lastDay: act.lastDay }, moment);
      }
      case 'agree-recovery': {
        const terms = { percent: act.percent, agreedOn: moment.today, reason };
        return agreeOnRecovery(state, head, terms, moment);
      }
      case 'hold': {
        const care = { is: 'not-replaced', why: reason } as const;
        return holdPayee(state, { ...about, input: { reason, care } }, moment);
      }
      case 'release-hold': {
        const input = { verdict: 'released', reason } as const;
        return reviewHold(state, { ...about, input }, moment);
      }
      case 'return':
        return this.#comesBack(act.name, moment);
      default:
        return stopOrAccount(state, head, act, moment);
    }
  }

  #change(
    { terms, from }: Extract<Act, { does: 'change' }>,
    { event, actor }: Moment,
  ): Outcome<Changed> | undefined {
    const state = this.#state;
    const isOver = state.status === 'closed' || this.head.payStop?.kind === 'death';
    if (isOver || !state.isBankChecked || !state.bankDetails) return undefined;
    const accountEvent = state.bankDetails.event;
    const common = { costs: undefined, accountEvent, oneOffs: [], event, by: actor.id };
    const now = { ...terms, isContributionProvisional: false };
    const head = changeTerms(this.head, { ...common, terms: now, from });
    return { accepted: true, value: { next: { ...state, ...now }, head } };
  }

  #comesBack(name: string, moment: Moment): Outcome<Changed> | undefined {
    const payment = this.payments.get(name);
    if (!payment) return undefined;
    const { head } = this;
    const input = { on: moment.today, reason: 'B' } as const;
    const back = returnPayment(this.#state, { head, payment }, input, moment);
    if (!back.accepted) return back;
    this.payments.set(name, back.value.payment);
    this.entries.push(entryOfReturn(`back-${name}`, payment, moment.today));
    return back;
  }

  /** A new plan without this agreement begins on a day; false where it has ended by then. */
  endsBefore(day: string): boolean {
    const lastDay = addDays(day, -1);
    const { payUntil } = this.head;
    const isOver = this.#state.status === 'closed' || this.head.payStop?.kind === 'death';
    if (isOver || (payUntil !== null && payUntil <= lastDay)) return false;
    this.#state = { ...this.#state, status: 'closed' };
    this.#put({ ...this.head, payUntil: lastDay });
    return true;
  }

  /** Whoever is paid by both is held in both. */
  followHoldOf(other: RulesAgreement): void {
    const { payeeHold: hold, ...state } = this.#state;
    const { payeeHold: _held, ...head } = this.head;
    const now = other.#state.payeeHold;
    if (hold && now) return;
    this.#state = { ...state, ...(now && { payeeHold: now }) };
    this.#put({ ...head, ...(now && { payeeHold: { by: now.by, on: now.on } }) });
  }

  noteDeath(diedOn: string | undefined, on: string): void {
    const by = 'manager-9';
    const payStop =
      diedOn === undefined
        ? stopAfterReversal(this.head, { by, on })
        : stopForDeath(this.head, { by, on, diedOn });
    if (payStop) this.#put({ ...this.head, payStop });
  }

  create(runId: string, run: RunState): void {
    const { head } = this;
    if (head.payStop || head.payeeHold || head.accountEvent === undefined) return;
    const { periodStart, periodEnd, payOn } = run;
    const carrying = { runId, periodStart, periodEnd, payOn, recoveryPercentMax: 50 };
    const owed = allOwed(head, carrying, [...this.payments.values()]);
    const isFree = ({ name }: Payment) =>
      !this.payments.has(name) || this.payments.get(name)?.state === 'withheld';
    if (owed.payments.length === 0 || !owed.payments.every(isFree)) return;
    for (const payment of owed.payments) this.payments.set(payment.name, payment);
    this.#put(owed.head);
  }

  dueIn(runId: string): readonly Payment[] {
    const isDue = (payment: Payment) => payment.runId === runId && payment.state === 'due';
    return [...this.payments.values()].filter(isDue);
  }

  takeOut(runId: string): void {
    for (const payment of this.dueIn(runId)) {
      this.payments.set(payment.name, { ...payment, state: 'withheld' });
      this.#put({ ...this.head, withheld: [...this.head.withheld, payment.name] });
    }
  }

  send(runId: string, payOn: string, today: string): void {
    for (const payment of this.dueIn(runId)) {
      const { name } = payment;
      const isHeld = whyNotPaid(this.head, payment, today) !== undefined;
      this.payments.set(name, { ...payment, payOn, state: isHeld ? 'withheld' : 'sent' });
      if (isHeld) {
        this.#put({ ...this.head, withheld: [...this.head.withheld, name] });
        continue;
      }
      const entry = entryOfPayment(name, { ...payment, payOn });
      if (entry) this.entries.push(entry);
    }
  }

  /** The final account, proposed by one person and approved by another. */
  settle(lastDay: string, anchor: string, [proposal, approval]: readonly [Moment, Moment]): void {
    const input = { lastDay, lines: [], settledWith: 'payee' as const, reason };
    const paid = { head: this.head, payments: [...this.payments.values()] };
    const about = { input, calendar: { anchor } };
    const proposed = accepted(proposeFinalAccount(this.#state, paid, about, proposal));
    const verdict = { verdict: 'approved', proposal: proposal.event, comment: reason } as const;
    const deciding = { head: this.head, input: verdict, payWithinDays: 28 };
    const decided = accepted(decideFinalAccount(proposed.next, deciding, approval));
    this.#state = decided.next;
    if (!decided.head || !decided.settled) throw new Error('the final account was not settled');
    this.#put(decided.head);
    const entry = entryOfFinalAccount('final', decided.head, decided.settled, approval.today);
    if (entry) this.entries.push(entry);
  }
}
