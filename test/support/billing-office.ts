import { followSupport } from '#functions/contribution-accounts/follow-support.ts';
import { contributionRoutes } from '#functions/contribution-accounts/routes.ts';
import { sweepMoney } from '#functions/payments/daily/sweep-money.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { recordDeath } from '#shared/domain/person/facts/death.ts';
import { ledgerOfContributions } from '#shared/stores/money/ledger/ledger-store.ts';
import { actualWrite } from '#shared/stores/money/orders/actual-store.ts';
import { councils } from '#test/support/case-states.ts';
import { Office, type Staff } from '#test/support/office.ts';
import { by, factsAfter, register } from '#test/support/people.ts';
import { started } from '#test/support/plan-states.ts';

export const caseId = 'case0000000001';
export const finance: Staff = { id: 'finance-1', role: 'finance-officer' };
export const approver: Staff = { id: 'finance-2', role: 'finance-approver' };

/** Care of 180.00 a week that the council arranges from 20 July 2026 on, the first day of a pay period, for
 * somebody who is asked for 40.00 of it. */
export class BillingOffice extends Office {
  constructor() {
    const payCalendar = { anchor: '2026-07-20', payLeadWorkingDays: 5 };
    super(contributionRoutes, { ...councils.worcestershire, payCalendar });
    this.today = '2026-07-20';
  }

  async begin(): Promise<void> {
    const state = started();
    // As its own log numbers it.
    await this.seed(caseId, { ...state, records: { ...state.records, start: 1 } });
    await this.charge([{ from: '2026-07-20', pence: 4_000 }]);
  }

  async state(): Promise<CaseState> {
    const last = await this.ports.cases.last(caseId);
    if (!last) throw new Error('no case');
    return last.after;
  }

  /** Writes an event of the case, and what follows from it. */
  async record(type: string, body: object, next: (state: CaseState) => CaseState): Promise<void> {
    const last = await this.ports.cases.last(caseId);
    if (!last) throw new Error('no case');
    const event = {
      id: `event-${last.sequence + 1}`,
      aggregateId: caseId,
      type,
      at: `${this.today}T09:00:00.000Z`,
      actor: { id: 'finance-1', role: 'finance-officer' },
      request: null,
      body,
      after: next(last.after),
    };
    await this.ports.cases.append(last, event);
    await this.follow();
  }

  async follow(): Promise<void> {
    const last = await this.ports.cases.last(caseId);
    if (last) await followSupport(last, this.ports);
  }

  async charge(sums: readonly { readonly from: string; readonly pence: number }[]): Promise<void> {
    const asked = sums.map(({ from, pence }) => ({
      from,
      weeklyPence: pence,
      mostWeeklyPence: pence,
    }));
    const last = await this.ports.cases.last(caseId);
    const finances = (last?.sequence ?? 0) + 1;
    await this.record('finances-assessed', { asked }, (state) => ({
      ...state,
      finances: { status: 'assessed', weeklyContributionPence: sums.at(-1)?.pence ?? 0 },
      records: { ...state.records, finances },
    }));
  }

  /** Reports what the care of a period cost. */
  async care(periodStart: string, deliveredPence: number, revision = 1): Promise<void> {
    const days = { periodStart, from: periodStart, to: periodStart };
    const order = { orderId: 'order000000001', partId: 'managed', plannedPence: 72_000 };
    const actual = { ...order, ...days, deliveredPence, revision };
    await this.ports.table.write([actualWrite(caseId, actual)]);
  }

  async died(diedOn: string): Promise<void> {
    const { personId } = await this.state();
    await register(this.ports, personId);
    const last = await this.ports.people.last(personId);
    if (!last) throw new Error('nobody is registered');
    const death = { diedOn, source: 'The hospital', proof: 'registered' } as const;
    const facts = factsAfter((known) => recordDeath(known, death, by('adviser-1', this.today)));
    await this.ports.people.append(last, {
      id: 'death',
      aggregateId: personId,
      type: 'death-recorded',
      at: `${this.today}T09:00:00.000Z`,
      actor: { id: 'adviser-1', role: 'adviser' },
      request: null,
      body: death,
      after: { ...last.after, facts },
    });
    await this.record('death-noted', {}, (state) => ({
      ...state,
      death: { status: 'stands', personEvent: 2, event: 9 },
    }));
  }

  /** The schedule of that day. */
  async sweep(today: string): Promise<number> {
    this.today = today;
    const { taken } = await sweepMoney({ ...this.ports, bus: { publish: async () => {} } });
    return taken;
  }

  async does(operation: string, body?: object, params: object = {}, who = finance) {
    const reply = await this.asStaff(who, operation, { params: { caseId, ...params }, body });
    if (!reply.accepted) throw new Error(JSON.stringify(reply.refusal));
    return Object(reply.value.body);
  }

  async refused(operation: string, body: object, params: object = {}, who = finance) {
    const reply = await this.asStaff(who, operation, { params: { caseId, ...params }, body });
    return reply.accepted ? 'accepted' : reply.refusal.kind;
  }

  async ledger() {
    return (await ledgerOfContributions(this.ports.table, caseId, { limit: 100 })).entries;
  }

  async tasks() {
    const team = this.ports.council.teams.find(({ kind }) => kind === 'finance')?.id;
    const { tasks } = await this.ports.tasks.ofTeam(team ?? (await this.state()).team, 20);
    return tasks.map(({ step, due }) => ({ step, due }));
  }
}
