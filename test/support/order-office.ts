import { keepOrdersOf } from '#functions/orders/keep-orders.ts';
import { noteDeathOnOrders } from '#functions/orders/note-death-on-orders.ts';
import { orderRoutes } from '#functions/orders/routes.ts';
import { sweepMoney } from '#functions/payments/daily/sweep-money.ts';
import { paymentRoutes } from '#functions/payments/routes.ts';
import { providerRoutes } from '#functions/providers/routes.ts';
import { supportPlanningRoutes } from '#functions/support-planning/routes.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import { balances } from '#shared/domain/ledger/ledger-entry.ts';
import type { DeathOnRecord } from '#shared/domain/person/facts/death.ts';
import { WrittenPlan } from '#shared/domain/plan/plan-input.ts';
import { everyEntryOf } from '#shared/stores/money/ledger/ledger-store.ts';
import { type OrderRow, ordersOfCase } from '#shared/stores/money/orders/order-store.ts';
import { councils } from './case-states.ts';
import { MemoryTable } from './memory-table.ts';
import { Office, type Staff } from './office.ts';
import { PayOffice } from './pay-office.ts';
import { authorised, managedPlan } from './plan-states.ts';

export const people = {
  broker: { id: 'broker-1', role: 'adviser' },
  officer: { id: 'officer-1', role: 'finance-officer' },
  checker: { id: 'officer-2', role: 'finance-approver' },
  manager: { id: 'manager-1', role: 'budget-manager' },
} as const satisfies Record<string, Staff>;

/** Accounts whose numbers are published as test cases. */
export const accounts = [
  { accountName: 'Riverside Care Ltd', sortCode: '107999', accountNumber: '88837491' },
  { accountName: 'Riverside Care', sortCode: '202959', accountNumber: '63748472' },
] as const;

export const caseId = 'case0000000001';
const routes = [...providerRoutes, ...orderRoutes, ...supportPlanningRoutes, ...paymentRoutes];

/** An order of both lines of the managed plan: 180.00 a week from 20 July. */
export const usualOrder = {
  partId: 'managed',
  lineIds: ['day', 'help'],
  weeklyPence: 18_000,
  oneOffPence: 0,
  startsOn: '2026-07-20',
  interimCover: 'Her sister comes until then.',
};

/** The same support where an Individual Service Fund holds its budget. */
export const fundPlan = WrittenPlan.parse({
  ...managedPlan,
  parts: [
    { id: 'managed', holding: 'third-party', contribution: 'gross', organisation: 'Riverside' },
  ],
});

/** Brokerage and finance of a council on a table in memory, whose pay periods begin on 29 June and 27 July. */
export class OrderOffice {
  readonly table = new MemoryTable();
  readonly pay = new PayOffice(this.table);
  readonly desk: Office;

  constructor() {
    const payCalendar = { anchor: this.pay.anchor, payLeadWorkingDays: 5 };
    const council = { ...councils.worcestershire, payCalendar };
    this.desk = new Office(routes, council, this.table);
  }

  set today(day: string) {
    this.desk.today = day;
    this.pay.today = day;
  }

  /** A case whose council-managed plan has both keys, turned by 13 July. */
  async authorise(plan: WrittenPlan = managedPlan): Promise<void> {
    const state = authorised(plan);
    if (!state.plan) throw new Error('there is no plan');
    await this.desk.ports.cases.append(undefined, {
      id: 'seed',
      aggregateId: caseId,
      type: 'plan-written',
      at: '2026-07-13T09:00:00.000Z',
      actor: { id: 'practitioner-1', role: 'practitioner' },
      request: null,
      body: plan,
      // The plan is the first event of this case.
      after: { ...state, plan: { ...state.plan, version: 1 } },
    });
  }

  /** A provider with a checked account that offers sessions of day support. */
  async provider(unitPence = 4_500, account: object = accounts[0]): Promise<string> {
    const { providerId } = await this.done(people.officer, 'enter-provider', {
      body: { name: 'Riverside' },
    });
    const params = { providerId: String(providerId) };
    await this.done(people.officer, 'record-provider-account', { params, body: account });
    await this.check(params.providerId);
    const offer = { id: 'sessions', component: 'Day Support', unit: 'session', unitPence };
    const offers = [{ ...offer, from: '2026-04-01' }];
    await this.done(people.officer, 'set-offers', { params, body: { offers } });
    return params.providerId;
  }

  check(providerId: string): Promise<Record<string, unknown>> {
    return this.done(people.checker, 'check-provider-account', {
      params: { providerId },
      body: { isConfirmed: true, how: 'By a call to the number on their website.' },
    });
  }

  arrange(orders: readonly object[]): Promise<Reply> {
    return this.desk.asStaff(people.broker, 'arrange-support', {
      params: { caseId },
      body: { orders },
    });
  }

  /** Records that both lines began on a day, and lets the orders follow. */
  async start(
    firstDay = '2026-07-20',
    lineIds: readonly string[] = ['day', 'help'],
  ): Promise<void> {
    if (this.desk.today < firstDay) this.today = firstDay;
    const lines = lineIds.map((lineId) => ({ lineId, firstDay }));
    await this.done(people.broker, 'start-support', { params: { caseId }, body: { lines } });
    await this.follow();
  }

  async follow(): Promise<void> {
    const last = await this.desk.ports.cases.last(caseId);
    if (last) await keepOrdersOf(last, this.desk.ports);
  }

  /** From the provider to the first day of its one order, and the order's id. */
  async untilStarted(change: object = {}, plan: WrittenPlan = managedPlan): Promise<string> {
    this.today = '2026-07-14';
    await this.authorise(plan);
    const providerId = await this.provider();
    const arranged = await this.arrange([{ ...usualOrder, provider: { providerId }, ...change }]);
    if (!arranged.accepted) throw new Error(arranged.refusal.detail);
    await this.start();
    return (await this.orders())[0]?.orderId ?? '';
  }

  /** The same for a fund of 180.00 a week that is paid ahead. */
  untilFundStarted(): Promise<string> {
    return this.untilStarted({ paid: 'in-advance' }, fundPlan);
  }

  /** Does on a day what falls due of money. */
  sweep(day: string) {
    this.today = day;
    return sweepMoney({ ...this.desk.ports, bus: { publish: async () => {} } });
  }

  /** Brings a death to the orders. */
  noteDeath(diedOn: string): Promise<void> {
    const death = { status: 'stands', diedOn, proof: 'registered', event: 3 } as const;
    return this.#note({ ...death, reversalAskedBy: null });
  }

  /** Brings to the orders that the death was recorded in error. */
  takeDeathBack(): Promise<void> {
    const by = { askedBy: 'manager-1', confirmedBy: 'manager-2' };
    return this.#note({ status: 'reversed', event: 4, reversedOn: this.desk.today, ...by });
  }

  #note(death: DeathOnRecord): Promise<void> {
    const on = this.desk.today;
    const actor = { id: 'case-stream', role: 'service' };
    const noting = { caseId, death, actor, at: `${on}T10:00:00.000Z`, on };
    return noteDeathOnOrders(this.table, noting);
  }

  /** What an order moved, by account of the ledger. */
  async balances(orderId: string) {
    return balances(await everyEntryOf(this.table, orderId));
  }

  orders(): Promise<readonly OrderRow[]> {
    return ordersOfCase(this.table, caseId);
  }

  /** Both lines delivered in a period, in hundredths of a session. */
  deliver(orderId: string, periodStart: string, [day, help]: readonly number[], more: object = {}) {
    const lines = [
      { lineId: 'day', deliveredHundredths: day },
      { lineId: 'help', deliveredHundredths: help },
    ];
    const body = { periodStart, lines, ...more };
    return this.desk.asStaff(people.officer, 'record-actuals', { params: { orderId }, body });
  }

  /** An accepted answer; throws where it was refused. */
  async done(...asked: Parameters<Office['asStaff']>): Promise<Record<string, unknown>> {
    const reply = await this.desk.asStaff(...asked);
    if (!reply.accepted) throw new Error(`${asked[1]}: ${reply.refusal.detail}`);
    return Object(reply.value.body);
  }

  /** Carries out the next run after a day, and gives back its id. */
  async run(day: string): Promise<string> {
    await this.pay.fire(day);
    this.today = day;
    const runId = (await this.pay.runs())[0]?.runId ?? '';
    await this.pay.carryOut(runId);
    return runId;
  }
}
