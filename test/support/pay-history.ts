import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { addDays } from '#shared/domain/calendar/civil-date.ts';
import { periodContaining } from '#shared/domain/calendar/pay-calendar.ts';
import {
  decideFinalAccount,
  entryOfFinalAccount,
} from '#shared/domain/final-account/decide-final-account.ts';
import { proposeFinalAccount } from '#shared/domain/final-account/propose-final-account.ts';
import { entryOfPayment, entryOfReturn } from '#shared/domain/ledger/entry-of-payment.ts';
import type { LedgerEntry } from '#shared/domain/ledger/ledger-entry.ts';
import type { Outcome } from '#shared/domain/outcome.ts';
import { endPayments } from '#shared/domain/pause/end-payments.ts';
import {
  type PaymentPause,
  pausePayments,
  type RearrangedDays,
} from '#shared/domain/pause/pause-payments.ts';
import { restartPayments } from '#shared/domain/pause/restart-payments.ts';
import {
  type AgreementHead,
  newHead,
  type PayStop,
} from '#shared/domain/payment/agreement-head.ts';
import { changeTerms } from '#shared/domain/payment/change-terms.ts';
import { allOwed } from '#shared/domain/payment/next-payment.ts';
import type { Payment } from '#shared/domain/payment/payment.ts';
import { returnPayment } from '#shared/domain/payment/return-payment.ts';
import { stopAfterReversal, stopForDeath } from '#shared/domain/payment/stop-for-death.ts';
import { whyNotPaid } from '#shared/domain/payment/why-not-paid.ts';
import { approveRun } from '#shared/domain/run/approve-run.ts';
import { askForRun } from '#shared/domain/run/ask-for-run.ts';
import { draftRun } from '#shared/domain/run/draft-run.ts';
import { reissueRun } from '#shared/domain/run/reissue-run.ts';
import type { RunState } from '#shared/domain/run/run-state.ts';
import { agreementState } from './pay-office.ts';

/** A payment that was sent, in which run, and whether a death stood at that moment. */
export interface SentOne {
  readonly name: string;
  readonly run: RunState;
  readonly activatedBy: string;
  readonly afterDeath: boolean;
  /** The last day that was to be paid for at that moment. */
  readonly payUntil: string | null;
}

interface Terms {
  readonly weeklyPence: number;
  readonly weeklyContributionPence: number;
}

const agreementId = 'agreement0001';
const reason = 'As the history has it.';

function accepted<T>(outcome: Outcome<T>): T {
  if (!outcome.accepted) throw new Error(`${outcome.refusal.kind}: ${outcome.refusal.detail}`);
  return outcome.value;
}

/** One agreement and what is paid to it, decided by the rules alone: what the table holds to in its
 * transactions (a stop, a checked account, a key that is free) is held to here in a line each. */
export class PayHistory {
  agreement: AgreementState = agreementState;
  head: AgreementHead;
  today: string;
  anchor = '2026-01-05';
  percentMax = 50;
  readonly payments = new Map<string, Payment>();
  readonly sent: SentOne[] = [];
  readonly entries: LedgerEntry[] = [];
  readonly #runs = new Map<string, RunState>();
  #event = 1;

  constructor(startsOn: string, terms: Terms) {
    this.today = startsOn;
    const who = { agreementId, caseId: 'case0000000001', activatedBy: 'finance-1' };
    this.head = newHead({ ...who, ...terms, startsOn, oneOffs: [], accountEvent: 1 });
  }

  #moment(id: string) {
    this.#event += 1;
    return { actor: { id, role: 'finance-officer' }, today: this.today, event: this.#event };
  }

  #put(head: AgreementHead): void {
    this.head = { ...head, revision: this.head.revision + 1 };
  }

  /** The run of the period that today belongs to, or one that finance asks for today. */
  select(askedBy?: string): string {
    const period = periodContaining({ anchor: this.anchor }, this.today);
    const runId = askedBy === undefined ? period.start : `asked-${this.today}`;
    const begun =
      askedBy === undefined
        ? draftRun(period)
        : askForRun(period, { reason }, this.#moment(askedBy));
    const run = this.#runs.get(runId) ?? begun.next;
    this.#runs.set(runId, run);
    // A run that is put up again takes in no more payments.
    if (run.status === 'draft' && run.reissuedBy === null) this.#create(runId, run);
    return runId;
  }

  #create(runId: string, run: RunState): void {
    if (this.head.payStop || this.head.accountEvent === undefined) return;
    const { periodStart, periodEnd, payOn } = run;
    const about = { runId, periodStart, periodEnd, payOn, recoveryPercentMax: this.percentMax };
    const owed = allOwed(this.head, about, [...this.payments.values()]);
    const isFree = ({ name }: Payment) =>
      !this.payments.has(name) || this.payments.get(name)?.state === 'withheld';
    if (owed.payments.length === 0 || !owed.payments.every(isFree)) return;
    for (const payment of owed.payments) this.payments.set(payment.name, payment);
    this.#put(owed.head);
  }

  reject(runId: string): void {
    const run = this.#runs.get(runId);
    if (!run) return;
    const nothing = { count: 0, pence: 0 };
    const prepared = { isComplete: true, due: nothing, withheld: nothing, activatedBy: [] };
    const verdict = { verdict: 'rejected', comment: reason } as const;
    const decided = approveRun(run, verdict, prepared, this.#moment('approver-1'));
    if (decided.accepted) this.#runs.set(runId, decided.value.next);
  }

  /** Every rejected run is put up for approval again. */
  putUpAgain(by: string): void {
    for (const [runId, run] of this.#runs) {
      const decided = reissueRun(run, { reason }, this.#moment(by));
      if (decided.accepted) this.#runs.set(runId, decided.value.next);
    }
  }

  /** Something is bought once, under both keys; false where the agreement is over. */
  buy(pence: number): boolean {
    if (!this.#mayChange()) return false;
    this.#event += 1;
    const oneOff = { id: `plan-${this.#event}`, pence };
    this.#put({ ...this.head, oneOffs: [...this.head.oneOffs, oneOff] });
    return true;
  }

  /** Approves a run, if this person may, and sends what is due in it. */
  send(runId: string, approver: string): void {
    const run = this.#runs.get(runId);
    if (!run) return;
    const due = [...this.payments.values()].filter(
      (payment) => payment.runId === runId && payment.state === 'due',
    );
    const activatedBy = due.map((payment) => payment.activatedBy);
    const totals = { due: { count: due.length, pence: 0 }, withheld: { count: 0, pence: 0 } };
    const prepared = { isComplete: true, ...totals, activatedBy };
    const moment = this.#moment(approver);
    const decided = approveRun(run, { verdict: 'approved' }, prepared, moment);
    if (!decided.accepted) return;
    const approved = { ...decided.value.next, status: 'sent' } as const;
    this.#runs.set(runId, approved);
    for (const payment of due) this.#sendOne({ ...payment, payOn: approved.payOn }, approved);
  }

  #sendOne(payment: Payment, run: RunState): void {
    const { name, activatedBy } = payment;
    if (whyNotPaid(this.head, payment, this.today)) {
      this.payments.set(name, { ...payment, state: 'withheld' });
      this.#put({ ...this.head, withheld: [...this.head.withheld, name] });
      return;
    }
    this.payments.set(name, { ...payment, state: 'sent' });
    const afterDeath = this.deathStands;
    this.sent.push({ name, run, activatedBy, afterDeath, payUntil: this.head.payUntil });
    const entry = entryOfPayment(name, payment);
    if (entry) this.entries.push(entry);
  }

  deathStands = false;

  sendAll(approver: string): void {
    for (const runId of this.#runs.keys()) this.send(runId, approver);
  }

  #mayChange(): boolean {
    return !this.deathStands && !this.hasEnded && !this.agreement.finalAccount;
  }

  change(terms: Terms, from: string): boolean {
    const { head } = this;
    if (!this.#mayChange() || head.accountEvent === undefined) return false;
    const { event } = this.#moment('finance-1');
    const common = { costs: undefined, accountEvent: 1, oneOffs: [], event, by: 'finance-1' };
    const now = { ...terms, isContributionProvisional: false };
    this.#put(changeTerms(head, { ...common, terms: now, from }));
    return true;
  }

  pause(days: Pick<PaymentPause, 'from' | 'to' | 'retained'>): boolean {
    const needs = { are: 'not-arising', why: reason } as const;
    const input = { ...days, cause: 'holiday', reason, needs } as const;
    const about = { input, retainedWeeksMax: 8 };
    const moment = this.#moment('practitioner-1');
    return this.#rearrange(pausePayments(this.agreement, this.head, about, moment));
  }

  restart(on: string, by = 'practitioner-2'): boolean {
    const moment = this.#moment(by);
    return this.#rearrange(restartPayments(this.agreement, this.head, { on, reason }, moment));
  }

  /** It ends on a day ahead or behind without a plan that follows. */
  endOn(lastDay: string): boolean {
    const input = { lastDay, cause: 'other', reason, isFraudSuspected: true } as const;
    const moment = this.#moment('practitioner-1');
    return this.#rearrange(endPayments(this.agreement, this.head, input, moment));
  }

  #rearrange(decided: Outcome<RearrangedDays>): boolean {
    if (!decided.accepted) return false;
    this.agreement = decided.value.next;
    this.#put(decided.value.head);
    return true;
  }

  stop(): void {
    if (this.head.payStop || this.head.final) return;
    this.#put({ ...this.head, payStop: { kind: 'officer', by: 'officer-1', on: this.today } });
  }

  /** An officer's stop or that of a reversed death is released, and a new account is checked. */
  release(): void {
    const kind = this.head.payStop?.kind;
    if (kind === 'death' || kind === 'case-ended') return;
    const { payStop: _released, ...free } = this.head;
    this.agreement = { ...this.agreement, isBankChecked: true, bankDetails: null, payStop: null };
    this.#put({ ...free, accountEvent: 1 });
  }

  die(diedOn: string): void {
    const payStop = stopForDeath(this.head, { by: 'case-stream', on: this.today, diedOn });
    this.deathStands = true;
    if (payStop) this.#put({ ...this.head, payStop });
  }

  reverseDeath(): void {
    const noted = { by: 'manager-1', on: this.today };
    const payStop: PayStop | undefined = stopAfterReversal(this.head, noted);
    if (!payStop) return;
    this.deathStands = false;
    this.#put({ ...this.head, payStop });
  }

  hasEnded = false;

  /** The plan is superseded by one without this agreement. */
  end(lastDay: string): void {
    if (this.hasEnded || this.head.final) return;
    this.hasEnded = true;
    this.agreement = { ...this.agreement, status: 'closed' };
    this.#put({ ...this.head, payUntil: lastDay });
  }

  comesBack(which: number): void {
    const gone = [...this.payments.values()].filter(
      ({ state, payOn, amountPence }) => state === 'sent' && payOn <= this.today && amountPence > 0,
    );
    const payment = gone[which % Math.max(1, gone.length)];
    if (!payment) return;
    const input = { on: this.today, reason: 'B' } as const;
    const about = { head: this.head, payment };
    const back = accepted(returnPayment(this.agreement, about, input, this.#moment('officer-1')));
    this.agreement = back.next;
    this.payments.set(payment.name, back.payment);
    this.#put(back.head);
    this.entries.push(entryOfReturn(`back-${payment.name}`, payment, this.today));
  }

  /** The final account, proposed and approved by two people, on an account that was checked. */
  settle(lastDay: string): void {
    this.agreement = { ...this.agreement, isBankChecked: true };
    this.#put({ ...this.head, accountEvent: 1 });
    const input = { lastDay, lines: [], settledWith: 'payee' as const, reason };
    const paid = { head: this.head, payments: [...this.payments.values()] };
    const about = { input, calendar: { anchor: this.anchor } };
    const proposal = this.#moment('officer-1');
    this.agreement = accepted(proposeFinalAccount(this.agreement, paid, about, proposal)).next;
    const verdict = { verdict: 'approved', proposal: proposal.event, comment: reason } as const;
    const moment = this.#moment('approver-2');
    const decided = accepted(
      decideFinalAccount(
        this.agreement,
        { head: this.head, input: verdict, payWithinDays: 28 },
        moment,
      ),
    );
    this.agreement = decided.next;
    if (!decided.head || !decided.settled) throw new Error('the final account was not settled');
    this.#put(decided.head);
    const entry = entryOfFinalAccount('final', decided.head, decided.settled, this.today);
    if (entry) this.entries.push(entry);
  }

  /** A day on which no run has been asked for. */
  nextDay(days = 1): void {
    this.today = addDays(this.today, days);
  }
}
