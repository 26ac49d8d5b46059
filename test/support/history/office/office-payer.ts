import { draftDueRuns } from '#functions/payments/runs/draft-due-runs.ts';
import { deathStopWrites } from '#functions/people/death/stop-payments-for-death.ts';
import { endSupersededWrites } from '#functions/personal-budget/end-superseded.ts';
import { followAgreement } from '#functions/personal-budget/following/follow-agreement.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { balances } from '#shared/domain/ledger/ledger-entry.ts';
import { newHead } from '#shared/domain/payment/agreement-head.ts';
import type { DeathOnRecord } from '#shared/domain/person/facts/death.ts';
import type { Role } from '#shared/domain/roles.ts';
import { everyEntryOf } from '#shared/stores/money/ledger/ledger-store.ts';
import { newHeadWrite } from '#shared/stores/money/payments/agreement-head-store.ts';
import { delegationWrite } from '#shared/stores/policy-store.ts';
import { opened } from '#test/support/case-states.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { accounts } from '#test/support/order-office.ts';
import { account, agreementState, asStaff, PayOffice } from '#test/support/pay-office.ts';
import { limits } from '#test/support/plan-states.ts';
import { readBacsFile } from '#test/support/read-bacs-file.ts';
import { lateOn } from '../london-evening.ts';
import type { Act, Payer, Run, Settling, WeeklyTerms } from '../payer.ts';
import { financesOf, liveOf } from './office-plan.ts';
import { requestOf } from './office-requests.ts';

const reason = 'As the history has it.';
const service = { id: 'case-stream', role: 'service' };

/** The service's own use cases on a table in memory, to which a history happens. */
export class OfficePayer implements Payer {
  readonly #office = new PayOffice(new MemoryTable());
  readonly #caseOf = new Map<string, string>();
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

  async begin(agreementId: string, startsOn: string, terms: WeeklyTerms): Promise<void> {
    const caseId = `case${agreementId}`;
    const live = liveOf(agreementId, 1, startsOn, terms);
    const personId = `person${agreementId}`;
    const state = { ...opened(), personId, agreements: [agreementId], live };
    await this.#toCase(caseId, { ...state, finances: financesOf(terms) });
    await this.#activate(agreementId, caseId, startsOn, terms);
  }

  async #activate(agreementId: string, caseId: string, startsOn: string, terms: WeeklyTerms) {
    const { agreements } = this.#office.ports;
    this.#caseOf.set(agreementId, caseId);
    const who = { agreementId, caseId, activatedBy: 'finance-1', accountEvent: 1 };
    const head = newHead({ ...who, ...terms, startsOn, oneOffs: [] });
    await this.#office.table.write([newHeadWrite(head)]);
    const after = { ...agreementState, ...terms, caseId, startsOn };
    const entered = this.#event(agreementId, 'bank-details-recorded');
    const body = { ...account, ...accounts[0], modulusCheck: 'valid' };
    await agreements.append(undefined, { ...entered, body, after });
    const last = await agreements.last(agreementId);
    await agreements.append(last, { ...this.#event(agreementId, 'agreement-activated'), after });
    await this.#follow(agreementId);
  }

  #event(aggregateId: string, type: string) {
    this.#asked += 1;
    const at = `${this.#office.today}T${this.#office.time}`;
    const id = `told-${this.#asked}`;
    return { id, aggregateId, type, at, actor: service, request: null, body: {} };
  }

  async #toCase(caseId: string, after: CaseState): Promise<void> {
    const { cases } = this.#office.ports;
    await cases.append(await cases.last(caseId), { ...this.#event(caseId, 'told'), after });
  }

  async #stateOf(agreementId: string): Promise<CaseState> {
    const last = await this.#office.ports.cases.last(this.#caseOf.get(agreementId) ?? '');
    if (!last) throw new Error(`agreement ${agreementId} has no case`);
    return last.after;
  }

  async #follow(agreementId: string): Promise<void> {
    const { ports } = this.#office;
    const event = await ports.agreements.last(agreementId);
    // The stream brings an event at least once.
    if (event) for (const _time of [1, 2]) await followAgreement(event, ports);
  }

  async supersede(
    oldId: string,
    newId: string,
    from: string,
    terms: WeeklyTerms,
  ): Promise<boolean> {
    const { ports, table } = this.#office;
    const before = await this.#stateOf(oldId);
    const old = await ports.agreements.last(oldId);
    const { payUntil } = await this.#office.head(oldId);
    if (old?.after.status === 'closed' || (payUntil !== null && payUntil < from)) return false;
    const live = liveOf(newId, 2, from, terms);
    const part = liveOf(oldId, 1, from, terms).parts;
    const next = { ...before, live, agreements: [oldId, newId], finances: financesOf(terms) };
    const at = `${this.#office.today}T${this.#office.time}`;
    const plans = { before: { ...before, live: { ...live, parts: part } }, next };
    await table.write([...(await endSupersededWrites({ ...plans, actor: service, at }, ports))]);
    const caseId = this.#caseOf.get(oldId) ?? '';
    await this.#toCase(caseId, next);
    await this.#activate(newId, caseId, from, terms);
    return true;
  }

  async act(agreementId: string, by: string, act: Act): Promise<boolean> {
    if (act.does === 'buy') return this.#buy(agreementId, by, act.pence);
    if (act.does === 'change') {
      const state = await this.#stateOf(agreementId);
      const version = (state.live?.planVersion ?? 0) + 1;
      const live = liveOf(agreementId, version, act.from, act.terms);
      const finances = financesOf(act.terms);
      await this.#toCase(this.#caseOf.get(agreementId) ?? '', { ...state, live, finances });
    }
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
    if (reply.accepted) await this.#follow(agreementId);
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

  async noteDeath(agreementIds: readonly string[], diedOn: string | undefined): Promise<void> {
    const [first = ''] = agreementIds;
    const state = await this.#stateOf(first);
    const on = this.#today;
    const by = { askedBy: 'officer-9', confirmedBy: 'manager-9' };
    const death: DeathOnRecord =
      diedOn === undefined
        ? { status: 'reversed', event: 4, reversedOn: on, ...by }
        : { status: 'stands', diedOn, proof: 'registered', event: 3, reversalAskedBy: null };
    const caseId = this.#caseOf.get(first) ?? '';
    const writes = await deathStopWrites(this.#office.table, { caseId, state, death, on });
    if (writes.length > 0) await this.#office.table.write(writes);
    const noted = { status: death.status, personEvent: death.event, event: death.event };
    await this.#toCase(caseId, { ...state, death: noted });
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
