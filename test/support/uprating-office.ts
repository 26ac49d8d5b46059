import * as z from 'zod';
import { chargingRoutes } from '#functions/charging/routes.ts';
import { goOnWithUprating } from '#functions/uprating/go-on.ts';
import { keepChargedCase } from '#functions/uprating/keep-charged-case.ts';
import { upratingRoutes } from '#functions/uprating/routes.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { Breaker } from './backbone/breaker.ts';
import { councils, eligible } from './case-states.ts';
import { meansOf } from './finances.ts';
import { MemoryTable } from './memory-table.ts';
import { Office, type Staff } from './office.ts';

const officer: Staff = { id: 'finance-1', role: 'finance-officer' };
const approver: Staff = { id: 'approver-1', role: 'finance-approver' };

export const terms = { ratesFrom: '2026-04-06', incomeRisesBasisPoints: { 'state-pension': 500 } };

const Page = z.strictObject({ cases: z.array(z.unknown()), nextPage: z.int().optional() });
const Shown = z.looseObject({ runId: z.string(), event: z.int(), status: z.string() });

/** The finance office of a council in 2025-26, with cases whose people are charged, and every call of
 * its table counted and breakable. What the stream and the bus would bring is played by hand. */
export class UpratingOffice {
  readonly table = new MemoryTable();
  readonly breaker = new Breaker();
  readonly office: Office;
  readonly woken: string[] = [];

  constructor() {
    const { breaker, table } = this;
    this.office = new Office([...chargingRoutes, ...upratingRoutes], councils.worcestershire, {
      get: (key) => breaker.around(() => table.get(key)),
      getMany: (keys) => breaker.around(() => table.getMany(keys)),
      query: (query) => breaker.around(() => table.query(query)),
      write: (writes) => breaker.around(() => table.write(writes)),
    });
    this.office.today = '2025-10-01';
  }

  get ports() {
    const { woken } = this;
    return {
      ...this.office.ports,
      bus: {
        async publish(detailType: string) {
          woken.push(detailType);
        },
      },
    };
  }

  /** A case whose person pays what 232.60 and so much more a week come to. */
  async charged(caseId: string, weeklyIncomePence: number, others: object = {}): Promise<void> {
    await this.office.seed(caseId, eligible());
    await this.assess(caseId, weeklyIncomePence, others);
  }

  async assess(caseId: string, weeklyIncomePence: number, others: object = {}): Promise<void> {
    const { today } = this.office;
    const evidence = 'Letter of the Department for Work and Pensions';
    const body = meansOf(0, {
      assessedOn: today,
      appliesFrom: today,
      incomes: [
        { id: 'pension', kind: 'state-pension', pence: weeklyIncomePence, every: 'week', evidence },
      ],
      ...others,
    });
    const ifMatch = (await this.last(caseId)).after.records.finances;
    expectDone(
      await this.office.asStaff(officer, 'assess-finances', { params: { caseId }, body, ifMatch }),
    );
    await this.follow(caseId);
  }

  /** What the stream does with the newest event of a case. */
  async follow(caseId: string): Promise<void> {
    await keepChargedCase(await this.last(caseId), this.ports);
  }

  async last(caseId: string): Promise<RecordedEvent<CaseState>> {
    const last = await this.office.ports.cases.last(caseId);
    if (!last) throw new Error(`no case ${caseId}`);
    return last;
  }

  /** The case as a later event leaves it. */
  async change(caseId: string, type: string, next: (state: CaseState) => CaseState): Promise<void> {
    const last = await this.last(caseId);
    await this.office.ports.cases.append(last, {
      id: `${caseId}-${type}`,
      aggregateId: caseId,
      type,
      at: `${this.office.today}T11:00:00.000Z`,
      actor: { id: 'practitioner-1', role: 'practitioner' },
      request: null,
      body: {},
      after: next(last.after),
    });
    await this.follow(caseId);
  }

  begin(body: object = terms, by: Staff = officer): Promise<Reply> {
    return this.office.asStaff(by, 'begin-uprating', { body });
  }

  decide(runId: string, body: object, by: Staff = approver): Promise<Reply> {
    return this.read(runId).then(({ event }) =>
      this.office.asStaff(by, 'decide-uprating', { params: { runId }, body, ifMatch: event }),
    );
  }

  /** Works for as long as there is something to do. */
  async work(): Promise<void> {
    for (let calls = 0; calls < 50; calls += 1) {
      if ((await goOnWithUprating(this.ports)).cases === 0) return;
    }
    throw new Error('the work has no end');
  }

  async read(runId: string) {
    return shownOf(await this.office.asStaff(officer, 'read-uprating', { params: { runId } }));
  }

  /** Every case of the list, from page to page. */
  async cases(runId: string, query: Readonly<Record<string, string>> = {}): Promise<unknown[]> {
    const found: unknown[] = [];
    for (let page: number | undefined = 1; page !== undefined; ) {
      const asked = { params: { runId }, query: { ...query, page: String(page) } };
      const shown = Page.parse(
        bodyOf(await this.office.asStaff(officer, 'list-uprating-cases', asked)),
      );
      found.push(...shown.cases);
      page = shown.nextPage;
    }
    return found;
  }

  /** A dry run that is worked out. */
  async workedOut(body: object = terms): Promise<string> {
    const { runId } = shownOf(await this.begin(body));
    await this.work();
    return runId;
  }

  /** A dry run that somebody else committed, on the first day of the new rates. */
  async committed(): Promise<string> {
    const runId = await this.workedOut();
    this.office.today = '2026-04-06';
    expectDone(await this.decide(runId, { verdict: 'commit' }));
    return runId;
  }

  /** Works until its n-th call breaks, and then as if nothing had been. Says whether one broke. */
  async workKilledAt(call: number): Promise<boolean> {
    this.breaker.breakAt(this.breaker.calls + call, call % 2 === 0 ? 'before' : 'after');
    const isKilled = await this.work().then(
      () => false,
      () => true,
    );
    this.breaker.breakAt(0, 'before');
    await this.work();
    return isKilled;
  }

  /** What a person is asked for by the week now. */
  async pays(caseId: string): Promise<number | null | undefined> {
    return (await this.last(caseId)).after.finances?.weeklyContributionPence;
  }
}

// Of a pension of 252.60 in 2025-26, 232.60 is kept; of 265.23 in 2026-27, 241.45.
export const incomePence = 25_260;
export const weeklyPence = { before: 2000, after: 26_523 - 24_145 };

/** An office that charges two people. */
export async function withTwo(): Promise<UpratingOffice> {
  const office = new UpratingOffice();
  await office.charged('casepaysmore0001', incomePence);
  await office.charged('casepaysless0001', 24_000);
  return office;
}

/** An uprating as a command or a reading of it shows it. */
export function shownOf(reply: Reply) {
  return Shown.parse(bodyOf(reply));
}

export function bodyOf(reply: Reply): unknown {
  expectDone(reply);
  return reply.accepted ? reply.value.body : undefined;
}

function expectDone(reply: Reply): void {
  if (!reply.accepted) throw new Error(`${reply.refusal.kind}: ${reply.refusal.detail}`);
}
