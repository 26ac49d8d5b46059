import { followAgreement } from '#functions/personal-budget/following/follow-agreement.ts';
import type { RawRequest } from '#shared/contracts/operation.ts';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import type { Role } from '#shared/domain/roles.ts';
import { ledgerOfAgreement } from '#shared/stores/money/ledger/ledger-store.ts';
import { opened } from './case-states.ts';
import { MemoryTable } from './memory-table.ts';
import { PayOffice } from './pay-office.ts';

export const reason = 'As it was agreed with the person.';

/** Agreements of people whose cases are known, changed by staff in whatever role. */
export class PayDesk extends PayOffice {
  #asked = 0;

  constructor() {
    super(new MemoryTable());
  }

  /** A case of a person, with an agreement that is paid to them or to somebody whom they name. */
  async pays(
    agreementId: string,
    { caseId = 'case0000000001', personId = 'person000001', payee = { kind: 'self' } }: Paid = {},
  ): Promise<void> {
    const { cases } = this.ports;
    if (!(await cases.last(caseId))) {
      const event = this.#eventOf(caseId, 'case-opened');
      await cases.append(undefined, { ...event, after: { ...opened(), personId } });
    }
    await this.activate({ agreementId, caseId, startsOn: '2026-04-06' });
    const last = await this.ports.agreements.last(agreementId);
    if (!last) throw new Error('the agreement was not kept');
    const event = this.#eventOf(agreementId, 'agreement-activated');
    const after = { ...last.after, caseId, payee };
    await this.ports.agreements.append(last, { ...event, after });
    await this.follow(agreementId);
  }

  #eventOf(aggregateId: string, type: string) {
    const actor = { id: 'finance-1', role: 'finance-officer' };
    const at = `${this.today}T09:00:00.000Z`;
    return { id: `${type}-${aggregateId}`, aggregateId, type, at, actor, request: null, body: {} };
  }

  async agreement(agreementId: string): Promise<AgreementState> {
    const last = await this.ports.agreements.last(agreementId);
    if (!last) throw new Error(`no agreement ${agreementId}`);
    return last.after;
  }

  /** An agreement as other decisions left it. */
  async becomes(agreementId: string, after: AgreementState): Promise<void> {
    const last = await this.ports.agreements.last(agreementId);
    if (!last) throw new Error(`no agreement ${agreementId}`);
    const event = this.#eventOf(agreementId, 'agreement-changed');
    await this.ports.agreements.append(last, { ...event, id: `changed-${last.sequence}`, after });
  }

  /** The stream brings every event of an agreement but its first account, each of them twice. */
  async follow(agreementId: string): Promise<void> {
    const last = await this.ports.agreements.last(agreementId);
    for (let place = 2; place <= (last?.sequence ?? 0); place += 1) {
      const event = await this.ports.agreements.at(agreementId, place);
      if (!event) throw new Error('an event is missing');
      await followAgreement(event, this.ports);
      await followAgreement(event, this.ports);
    }
  }

  /** Somebody does something with an agreement: what is refused, or nothing; the stream follows. */
  async does(who: Who, id: string, body: object): Promise<string | undefined> {
    const { by, role, agreementId = 'agreement0001' } = who;
    const caller = { kind: 'staff', id: by, roles: [role], teams: [] } as const;
    this.#asked += 1;
    const headers = { 'idempotency-key': `request-of-the-desk-${this.#asked}` };
    const request: RawRequest = {
      caller,
      actingAs: role,
      params: { agreementId },
      query: {},
      body,
      headers,
    };
    const reply = await this.call(id, request);
    await this.follow(agreementId);
    return reply.accepted ? undefined : reply.refusal.kind;
  }

  /** The run of a day's period, from first draft to sent, and what it paid to an agreement. */
  async pay(today: string, agreementId = 'agreement0001') {
    const before = await this.payments(agreementId);
    await this.fire(today);
    await this.carryOutDrafts();
    const known = new Set(before.filter(({ state }) => state === 'sent').map(({ name }) => name));
    const now = await this.payments(agreementId);
    return now.filter(({ state, name }) => state === 'sent' && !known.has(name));
  }

  async entries(agreementId = 'agreement0001') {
    return (await ledgerOfAgreement(this.table, agreementId, { limit: 100 })).entries;
  }
}

interface Paid {
  readonly caseId?: string;
  readonly personId?: string;
  readonly payee?: AgreementState['payee'];
}

interface Who {
  readonly by: string;
  readonly role: Role;
  readonly agreementId?: string;
}
