import { deathStopWrites } from '#functions/people/death/stop-payments-for-death.ts';
import { endSupersededWrites } from '#functions/personal-budget/end-superseded.ts';
import { followAgreement } from '#functions/personal-budget/following/follow-agreement.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { newHead } from '#shared/domain/payment/agreement-head.ts';
import type { DeathOnRecord } from '#shared/domain/person/facts/death.ts';
import { newHeadWrite } from '#shared/stores/money/payments/agreement-head-store.ts';
import { opened } from '#test/support/case-states.ts';
import { accounts } from '#test/support/order-office.ts';
import { account, agreementState, type PayOffice } from '#test/support/pay-office.ts';
import type { WeeklyTerms } from '../payer.ts';
import { financesOf, liveOf } from './office-plan.ts';

const service = { id: 'case-stream', role: 'service' };

/** The cases of a council on a table in memory, as a history tells of their plans and of a death. */
export class OfficeCases {
  readonly #office: PayOffice;
  readonly #caseOf = new Map<string, string>();
  #told = 0;

  constructor(office: PayOffice) {
    this.#office = office;
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
    await this.follow(agreementId);
  }

  #event(aggregateId: string, type: string) {
    this.#told += 1;
    const at = `${this.#office.today}T${this.#office.time}`;
    const id = `told-${this.#told}`;
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

  /** Brings the newest event of an agreement to whatever follows it. */
  async follow(agreementId: string): Promise<void> {
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

  /** The live plan pays something else from a day on. */
  async change(agreementId: string, from: string, terms: WeeklyTerms): Promise<void> {
    const state = await this.#stateOf(agreementId);
    const version = (state.live?.planVersion ?? 0) + 1;
    const live = liveOf(agreementId, version, from, terms);
    const finances = financesOf(terms);
    await this.#toCase(this.#caseOf.get(agreementId) ?? '', { ...state, live, finances });
  }

  async noteDeath(agreementIds: readonly string[], diedOn: string | undefined): Promise<void> {
    const [first = ''] = agreementIds;
    const state = await this.#stateOf(first);
    const on = this.#office.today;
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
}
