import { draftDueRuns } from '#functions/payments/runs/draft-due-runs.ts';
import { balances } from '#shared/domain/ledger/ledger-entry.ts';
import type { Role } from '#shared/domain/roles.ts';
import { everyEntryOf } from '#shared/stores/money/ledger/ledger-store.ts';
import { delegationWrite } from '#shared/stores/policy-store.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { accounts } from '#test/support/order-office.ts';
import { asStaff, PayOffice } from '#test/support/pay-office.ts';
import { limits } from '#test/support/plan-states.ts';
import { readBacsFile } from '#test/support/read-bacs-file.ts';
import { lateOn } from '../london-evening.ts';
import type { Act, Payer, Run, Settling, WeeklyTerms } from '../payer.ts';
import { OfficeCases } from './office-cases.ts';
import { requestOf } from './office-requests.ts';

const reason = 'As the history has it.';

/** The service's own use cases on a table in memory, to which a history happens. */
export class OfficePayer implements Payer {
  readonly #office = new PayOffice(new MemoryTable());
  readonly #cases = new OfficeCases(this.#office);
  readonly #known = new Set<string>();
  #today = '2027-01-01';
  #asked = 0;
  /** Why the last thing that was refused was. */
  #refusal = '';

  get today(): string {
    return this.#today;
  }

  set today(day: string) {
    this.#today = day;
    Object.assign(this.#office, lateOn(day));
  }

  get anchor(): string {
    return this.#office.anchor;
  }

  set anchor(day: string) {
    this.#office.anchor = day;
  }

  /** A council whose first period begins on a day, with people who may authorise what is bought once. */
  async open(anchor: string): Promise<void> {
    this.anchor = anchor;
    const scheme = limits.map(({ from: _from, ...limit }) => limit);
    await this.#office.table.write([delegationWrite({ from: '2026-01-01', limits: scheme })]);
  }

  begin(agreementId: string, startsOn: string, terms: WeeklyTerms): Promise<void> {
    return this.#cases.begin(agreementId, startsOn, terms);
  }

  supersede(oldId: string, newId: string, from: string, terms: WeeklyTerms): Promise<boolean> {
    return this.#cases.supersede(oldId, newId, from, terms);
  }

  noteDeath(agreementIds: readonly string[], diedOn: string | undefined): Promise<void> {
    return this.#cases.noteDeath(agreementIds, diedOn);
  }

  async act(agreementId: string, by: string, act: Act): Promise<boolean> {
    if (act.does === 'buy') return this.#buy(agreementId, by, act.pence);
    if (act.does === 'change') await this.#cases.change(agreementId, act.from, act.terms);
    const { id, role, body, name } = requestOf(act, this.#today);
    return this.#does(id, { by, role, agreementId, body, ...(name !== undefined && { name }) });
  }

  async #does(
    id: string,
    asked: {
      readonly by: string;
      readonly role: Role;
      readonly agreementId: string;
      readonly body: object | undefined;
      readonly name?: string;
    },
  ): Promise<boolean> {
    const { by, role, agreementId, body, name } = asked;
    this.#asked += 1;
    const caller = { kind: 'staff', id: by, roles: [role], teams: [] } as const;
    const params = { agreementId, ...(name !== undefined && { name }) };
    const headers = { 'idempotency-key': `request-of-the-history-${this.#asked}` };
    const request = { caller, actingAs: role, params, query: {}, body, headers };
    const reply = await this.#office.call(id, request);
    if (reply.accepted) await this.#cases.follow(agreementId);
    else this.#refusal = `${id}: ${reply.refusal.kind}, ${reply.refusal.detail}`;
    return reply.accepted;
  }

  async #buy(agreementId: string, by: string, pence: number): Promise<boolean> {
    const supporter = { kind: 'provider', name: 'Example Repairs' };
    const what = { purpose: 'equipment', purchase: 'equipment', outcome: 'nutrition' };
    const body = { pence, ...what, supporter, whyAgain: reason, reason };
    const asking = { by, role: 'practitioner', agreementId, body } as const;
    if (!(await this.#does('ask-one-off-payment', asking))) return false;
    const asked = (await this.#office.ports.agreements.last(agreementId))?.sequence;
    const decision = { asked, verdict: 'authorised', comment: reason };
    const role = 'budget-manager';
    const deciding = { by: 'manager-9', role, agreementId, body: decision } as const;
    return this.#does('decide-one-off-payment', deciding);
  }

  async settle(agreementId: string, { lastDay, proposedBy, approvedBy }: Settling): Promise<void> {
    const body = { lastDay, lines: [], settledWith: 'payee', reason };
    const proposing = { by: proposedBy, role: 'finance-officer', agreementId, body } as const;
    const isProposed = await this.#does('propose-final-account', proposing);
    const proposal = (await this.#office.ports.agreements.last(agreementId))?.sequence;
    const verdict = { verdict: 'approved', comment: reason, proposal };
    const role = 'finance-approver';
    const deciding = { by: approvedBy, role, agreementId, body: verdict } as const;
    const isDecided = await this.#does('decide-final-account', deciding);
    if (!isProposed || !isDecided) throw new Error(`${agreementId}, ${this.#refusal}`);
  }

  async fire(): Promise<readonly Run[]> {
    await draftDueRuns(this.#office.ports);
    return this.#newRuns();
  }

  async #newRuns(): Promise<readonly Run[]> {
    const runs = (await this.#office.runs()).filter(({ runId }) => !this.#known.has(runId));
    for (const { runId } of runs) this.#known.add(runId);
    return runs.toSorted((a, b) => (a.periodStart < b.periodStart ? -1 : 1));
  }

  async #onRun(id: string, by: string, runId: string | undefined): Promise<boolean> {
    this.#asked += 1;
    const caller = { kind: 'staff', id: by, roles: ['finance-officer'], teams: [] } as const;
    const version = runId === undefined ? 0 : await this.#office.version(runId);
    const headers = {
      'if-match': `"${version}"`,
      'idempotency-key': `request-of-the-history-${this.#asked}`,
    };
    const reply = await this.#office.call(id, {
      caller,
      actingAs: 'finance-officer',
      params: runId === undefined ? {} : { runId },
      query: {},
      body: { reason },
      headers,
    });
    return reply.accepted;
  }

  async askForRun(by: string): Promise<Run | undefined> {
    const isAsked = await this.#onRun('request-payment-run', by, undefined);
    return isAsked ? (await this.#newRuns())[0] : undefined;
  }

  select(runId: string): Promise<void> {
    return this.#office.select(runId);
  }

  async decide(runId: string, verdict: 'approved' | 'rejected', by: string): Promise<boolean> {
    return (await this.#office.decide(runId, verdict, by)).accepted;
  }

  putUpAgain(runId: string, by: string): Promise<boolean> {
    return this.#onRun('reissue-payment-run', by, runId);
  }

  async cancel(runId: string, by: string): Promise<boolean> {
    const isCancelled = await this.#onRun('cancel-payment-run', by, runId);
    if (isCancelled) await this.#office.select(runId);
    return isCancelled;
  }

  send(runId: string): Promise<void> {
    return this.#office.send(runId);
  }

  async bankMoney(runId: string): Promise<readonly number[]> {
    const asked = asStaff('officer-9', 'finance-officer', { params: { runId } });
    const reply = await this.#office.call('read-bacs-file', asked);
    const text = reply.accepted ? reply.value.file?.text : undefined;
    const records = text === undefined ? [] : readBacsFile(text).records;
    return accounts.map(({ accountNumber }) =>
      records
        .filter(({ account: to, code }) => to === accountNumber && code === '99')
        .reduce((sum, { pence }) => sum + pence, 0),
    );
  }

  payments(agreementId: string) {
    return this.#office.payments(agreementId);
  }

  async pauses(agreementId: string) {
    return (await this.#office.head(agreementId)).pauses ?? [];
  }

  async owedBack(agreementId: string) {
    const head = await this.#office.head(agreementId);
    const { overpaidPence: pence = 0, overpaidCostPence: costPence = pence } = head;
    return { pence, costPence };
  }

  async balances(agreementId: string) {
    return balances(await everyEntryOf(this.#office.table, agreementId));
  }
}
