import { sweepMoney } from '#functions/payments/daily/sweep-money.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { balances } from '#shared/domain/ledger/ledger-entry.ts';
import { ledgerOfAgreement } from '#shared/stores/money/ledger/ledger-store.ts';
import { moneyDueWrite } from '#shared/stores/money/money-due-store.ts';
import { eligible } from './case-states.ts';
import { MemoryTable } from './memory-table.ts';
import { agreementState, asStaff, PayOffice } from './pay-office.ts';

export const agreementId = 'agreement0001';
export const caseId = 'case0000000001';
export const start = '2026-04-06';

/** A direct payment of 70 pounds a week, paid from 6 April and watched, as finance sees it. */
export class WatchedOffice extends PayOffice {
  constructor() {
    super(new MemoryTable());
  }

  /** Four payments of four weeks, until a return is due of the first three months. */
  async pay(): Promise<void> {
    const weeklyPence = 7_000;
    await this.activate({ agreementId, startsOn: start, weeklyPence });
    const last = await this.ports.agreements.last(agreementId);
    const event = { actor: { id: 'finance-1', role: 'finance-officer' }, request: null, body: {} };
    const at = `${this.today}T09:00:00.000Z`;
    await this.ports.agreements.append(
      last,
      {
        ...event,
        id: 'active',
        aggregateId: agreementId,
        type: 'agreement-activated',
        at,
        after: { ...agreementState, startsOn: start, weeklyPence },
      },
      [moneyDueWrite({ owner: 'agreement', id: agreementId, due: 'monitoring-return' }, start)],
    );
    const opened = { ...event, id: 'case', aggregateId: caseId, type: 'needs-assessed', at };
    await this.ports.cases.append(undefined, { ...opened, after: eligible() });
    for (const [day, periodStart] of [
      ['2026-03-26', start],
      ['2026-04-27', '2026-05-04'],
      ['2026-05-25', '2026-06-01'],
      ['2026-06-22', '2026-06-29'],
    ] as const) {
      await this.payPeriod(day, periodStart);
    }
  }

  async payPeriod(day: string, periodStart: string): Promise<void> {
    await this.fire(day);
    const run = (await this.runs()).find((each) => each.periodStart === periodStart);
    await this.carryOut(run?.runId ?? '');
  }

  /** The case is over, as its last event says. */
  endCase(): Promise<void> {
    return this.#nextOfCase('case-closed', (state) => ({
      ...state,
      status: 'closed',
      outcome: 'nfa-moved',
      closedOn: this.today,
    }));
  }

  /** The person has died, and the case is still open. */
  noteDeath(): Promise<void> {
    const death = { status: 'stands', personEvent: 2, event: 2 } as const;
    return this.#nextOfCase('death-noted', (state) => ({ ...state, death }));
  }

  /** The case names its agreement, as that of every agreement does. */
  agreedInCase(): Promise<void> {
    return this.#nextOfCase('direct-payment-requested', (state) => ({
      ...state,
      agreements: [agreementId],
    }));
  }

  async #nextOfCase(type: string, change: (state: CaseState) => CaseState): Promise<void> {
    const last = await this.ports.cases.last(caseId);
    if (!last) throw new Error('there is no case');
    await this.ports.cases.append(last, {
      id: type,
      aggregateId: caseId,
      type,
      at: `${this.today}T11:00:00.000Z`,
      actor: { id: 'practitioner-1', role: 'practitioner' },
      request: null,
      body: {},
      after: change(last.after),
    });
  }

  /** What falls due of money on a day. */
  sweep(today: string): Promise<{ readonly taken: number }> {
    this.today = today;
    return sweepMoney({ ...this.ports, bus: { publish: async () => {} } });
  }

  async agreement(): Promise<AgreementState> {
    const last = await this.ports.agreements.last(agreementId);
    if (!last) throw new Error('there is no agreement');
    return last.after;
  }

  /** The money goes to somebody else than the person from now on. */
  async paidTo(payee: AgreementState['payee']): Promise<void> {
    const last = await this.ports.agreements.last(agreementId);
    if (!last) throw new Error('there is no agreement');
    const { aggregateId, type, at, actor, request, after } = last;
    await this.ports.agreements.append(last, {
      ...{ id: `paid-to-${payee.kind}`, aggregateId, type, at, actor, request, body: {} },
      after: { ...after, payee },
    });
  }

  async newest(): Promise<number> {
    return (await this.ports.agreements.last(agreementId))?.sequence ?? 0;
  }

  officer(operation: string, body?: object, by = 'officer-1', params = {}): Promise<Reply> {
    const sent = { params: { agreementId, ...params }, ...(body && { body }) };
    return this.call(operation, asStaff(by, 'finance-officer', sent));
  }

  approver(operation: string, body: object, by = 'approver-1', params = {}): Promise<Reply> {
    const sent = { params: { agreementId, ...params }, body };
    return this.call(operation, asStaff(by, 'finance-approver', sent));
  }

  resident(operation: string, body: object | undefined, personId: string): Promise<Reply> {
    const caller = { kind: 'resident', personId } as const;
    const request = {
      caller,
      actingAs: undefined,
      params: { agreementId },
      query: {},
      headers: {},
    };
    return this.call(operation, { ...request, body });
  }

  /** The steps of cases that wait in the queue of finance; the calendar's other runs, which nobody carries out
   * here, wait there too. */
  async tasks(): Promise<readonly string[]> {
    const { tasks } = await this.ports.tasks.ofTeam('finance', 20);
    return tasks.filter(({ owner }) => owner === 'case').map(({ step }) => step);
  }

  /** What the payee was told, the latest first. */
  async told(): Promise<unknown[]> {
    const { events } = await this.ports.cases.page(caseId, 1, 50);
    const told = events.filter(({ type }) => type === 'direct-payment-told');
    return told.map(({ body }) => body).reverse();
  }

  async balances(): Promise<Readonly<Record<string, number>>> {
    const { entries } = await ledgerOfAgreement(this.table, agreementId, { limit: 50 });
    return Object.fromEntries(balances(entries));
  }
}

export const refusalOf = (reply: Reply) => (reply.accepted ? 'accepted' : reply.refusal.kind);
export const detailOf = (reply: Reply) => (reply.accepted ? '' : reply.refusal.detail);

/** A return of the first three months: 1,120 pounds were paid, 200 spent, 60 kept for an assistant. */
export const aReturn = {
  receivedPence: 112_000,
  paidInPence: 0,
  spent: {
    wagesPence: 15_000,
    agencyPence: 0,
    employerCostsPence: 3_000,
    activitiesPence: 2_000,
    otherPence: 0,
  },
  closingPence: 92_000,
  reserve: { holidayPence: 4_000, redundancyPence: 0, taxPence: 2_000, insurancePence: 0 },
  outsidePlan: [],
  evidence: ['Bank statements of April to July.'],
};
