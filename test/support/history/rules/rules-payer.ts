import { addDays } from '#shared/domain/calendar/civil-date.ts';
import { periodContaining, periodsToPay } from '#shared/domain/calendar/pay-calendar.ts';
import { balances } from '#shared/domain/ledger/ledger-entry.ts';
import { preparedUpTo } from '#shared/domain/payment/next-pay-date.ts';
import type { Payment } from '#shared/domain/payment/payment.ts';
import { approveRun } from '#shared/domain/run/approve-run.ts';
import { askForRun } from '#shared/domain/run/ask-for-run.ts';
import { cancelRun, endCancelledRun } from '#shared/domain/run/cancel-run.ts';
import { draftRun } from '#shared/domain/run/draft-run.ts';
import { reissueRun } from '#shared/domain/run/reissue-run.ts';
import type { RunState } from '#shared/domain/run/run-state.ts';
import type { Act, Payer, Run, Settling, WeeklyTerms } from '../payer.ts';
import { RulesAgreement } from './rules-agreement.ts';

const reason = 'As the history has it.';

/** Agreements that are paid by the rules alone, so that ten thousand histories take seconds: what the table
 * holds to in its transactions (a stop, a checked account, a key that is free) is held to here in a line
 * each, and the same histories are played on the service's own use cases too. */
export class RulesPayer implements Payer {
  today = '2027-01-01';
  anchor = '2027-01-04';
  readonly #agreements = new Map<string, RulesAgreement>();
  readonly #samePayee = new Map<string, string>();
  readonly #runs = new Map<string, RunState>();
  #preparedUpTo: string | undefined;
  #event = 1;

  #moment(id: string) {
    this.#event += 1;
    return { actor: { id, role: 'finance-officer' }, today: this.today, event: this.#event };
  }

  #of(agreementId: string): RulesAgreement {
    const agreement = this.#agreements.get(agreementId);
    if (!agreement) throw new Error(`no agreement ${agreementId}`);
    return agreement;
  }

  begin(agreementId: string, startsOn: string, terms: WeeklyTerms): void {
    this.#agreements.set(agreementId, new RulesAgreement(agreementId, startsOn, terms));
  }

  supersede(oldId: string, newId: string, from: string, terms: WeeklyTerms): boolean {
    const old = this.#of(oldId);
    if (!old.endsBefore(from)) return false;
    this.begin(newId, from, terms);
    this.#of(newId).followHoldOf(old);
    this.#samePayee.set(oldId, newId).set(newId, oldId);
    return true;
  }

  act(agreementId: string, by: string, act: Act): boolean {
    const agreement = this.#of(agreementId);
    const isDone = agreement.act(act, this.#moment(by));
    const other = this.#samePayee.get(agreementId);
    const isOfPayee = act.does === 'hold' || act.does === 'release-hold';
    if (isDone && isOfPayee && other !== undefined) this.#of(other).followHoldOf(agreement);
    return isDone;
  }

  noteDeath(agreementIds: readonly string[], diedOn: string | undefined): void {
    for (const id of agreementIds) this.#of(id).noteDeath(diedOn, this.today);
  }

  settle(agreementId: string, { lastDay, proposedBy, approvedBy }: Settling): void {
    const proposal = this.#moment(proposedBy);
    this.#of(agreementId).settle(lastDay, this.anchor, [proposal, this.#moment(approvedBy)]);
  }

  fire(): readonly Run[] {
    const schedule = { anchor: this.anchor, payLeadWorkingDays: 5 };
    const today = preparedUpTo(schedule, this.today);
    const watermark = this.#preparedUpTo ?? addDays(today, -28);
    const drafted = periodsToPay(schedule, { watermark, today })
      .filter(({ start }) => !this.#runs.has(start))
      .map((period) => {
        this.#runs.set(period.start, draftRun(period).next);
        return { runId: period.start, periodStart: period.start };
      });
    if (today > watermark) this.#preparedUpTo = today;
    return drafted;
  }

  askForRun(by: string): Run | undefined {
    const runId = `asked-${this.today}`;
    if (this.#runs.has(runId)) return undefined;
    const period = periodContaining({ anchor: this.anchor }, this.today);
    this.#runs.set(runId, askForRun(period, { reason }, this.#moment(by)).next);
    return { runId, periodStart: period.start };
  }

  #run(runId: string): RunState {
    const run = this.#runs.get(runId);
    if (!run) throw new Error(`no run ${runId}`);
    return run;
  }

  select(runId: string): void {
    const run = this.#run(runId);
    // A run that is put up again takes in no more payments.
    if (run.status !== 'draft' || run.reissuedBy !== null) return;
    for (const agreement of this.#agreements.values()) agreement.create(runId, run);
  }

  #due(runId: string): readonly Payment[] {
    return [...this.#agreements.values()].flatMap((agreement) => agreement.dueIn(runId));
  }

  decide(runId: string, verdict: 'approved' | 'rejected', by: string): boolean {
    const due = this.#due(runId);
    const totals = { count: due.length, pence: 0 };
    const activatedBy = due.map((payment) => payment.activatedBy);
    const withheld = { count: 0, pence: 0 };
    const prepared = { isComplete: true, due: totals, withheld, activatedBy };
    const input = verdict === 'approved' ? { verdict } : { verdict, comment: reason };
    const decided = approveRun(this.#run(runId), input, prepared, this.#moment(by));
    if (decided.accepted) this.#runs.set(runId, decided.value.next);
    return decided.accepted;
  }

  putUpAgain(runId: string, by: string): boolean {
    const decided = reissueRun(this.#run(runId), { reason }, this.#moment(by));
    if (decided.accepted) this.#runs.set(runId, decided.value.next);
    return decided.accepted;
  }

  cancel(runId: string, by: string): boolean {
    const decided = cancelRun(this.#run(runId), { reason });
    if (!decided.accepted) return false;
    for (const agreement of this.#agreements.values()) agreement.takeOut(runId);
    const ended = endCancelledRun(decided.value.next, this.#moment(by));
    if (ended.accepted) this.#runs.set(runId, ended.value.next);
    return ended.accepted;
  }

  send(runId: string): void {
    const run = this.#run(runId);
    if (run.status !== 'approved') return;
    for (const agreement of this.#agreements.values()) agreement.send(runId, run.payOn, this.today);
    this.#runs.set(runId, { ...run, status: 'sent' });
  }

  bankMoney(): undefined {
    return undefined;
  }

  payments(agreementId: string): readonly Payment[] {
    return [...this.#of(agreementId).payments.values()];
  }

  pauses(agreementId: string) {
    return this.#of(agreementId).head.pauses ?? [];
  }

  owedBack(agreementId: string) {
    const { overpaidPence: pence = 0, overpaidCostPence = pence } = this.#of(agreementId).head;
    return { pence, costPence: overpaidCostPence };
  }

  balances(agreementId: string) {
    return balances(this.#of(agreementId).entries);
  }
}
