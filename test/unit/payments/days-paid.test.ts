import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Payment } from '#shared/domain/payment/payment.ts';
import type { Table, TableWrite, WriteResult } from '#shared/stores/table/table.ts';
import { daysFromTo, timesPaid } from '#test/support/days-paid.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { PayOffice } from '#test/support/pay-office.ts';
import { openRealTable } from '#test/support/real-table.ts';

const diary = daysFromTo('2026-01-05', '2030-12-31');
const dayNumber = (place: number): string => diary[place] ?? '2026-01-05';
const agreementIds = ['agreement0001', 'agreement0002', 'agreement0003'] as const;
const whose = (which: number): string => agreementIds[which % 3] ?? agreementIds[0];

const cutOff = 'the call was cut off';

/** A table whose caller dies at one of its writes, with the write lost or done. */
class BreakingTable implements Table {
  readonly #table: Table;
  /** How many writes are still carried out; nothing breaks off while it is undefined. */
  writesLeft: number | undefined;

  constructor(table: Table) {
    this.#table = table;
  }

  get: Table['get'] = (key) => this.#table.get(key);
  getMany: Table['getMany'] = (keys) => this.#table.getMany(keys);
  query: Table['query'] = (query) => this.#table.query(query);

  async write(writes: readonly TableWrite[]): Promise<WriteResult> {
    if (this.writesLeft === undefined) return this.#table.write(writes);
    this.writesLeft -= 1;
    if (this.writesLeft > 0) return this.#table.write(writes);
    if (this.writesLeft === 0) await this.#table.write(writes);
    throw new Error(cutOff);
  }
}

const Which = { which: fc.nat(30) };
const Happening = fc.oneof(
  fc.record({ kind: fc.constant('fire' as const), daysOn: fc.nat(25) }),
  fc.record({ kind: fc.constant('fire' as const), daysOn: fc.constant(0) }),
  fc.record({ kind: fc.constant('silence' as const), daysOn: fc.nat(100) }),
  fc.record({ kind: fc.constant('calendar moved' as const), to: fc.nat(27) }),
  fc.record({ kind: fc.constant('cut off' as const), ...Which, writesLeft: fc.nat(12) }),
  fc.record({ kind: fc.constant('carry out' as const), ...Which }),
  fc.record({ kind: fc.constant('stop' as const), ...Which }),
  fc.record({ kind: fc.constant('release' as const), ...Which }),
);
type Happening = typeof Happening extends fc.Arbitrary<infer H> ? H : never;

const Story = fc.record({
  starts: fc.tuple(fc.nat(200), fc.nat(200), fc.nat(200)),
  weeklyPence: fc.integer({ min: 1, max: 200_000 }),
  contributionPercent: fc.nat(100),
  happenings: fc.array(Happening, { maxLength: 14 }),
});
type Story = typeof Story extends fc.Arbitrary<infer S> ? S : never;

class Play {
  readonly office: PayOffice;
  readonly #table: BreakingTable;
  #day = 0;

  constructor(table: Table) {
    this.#table = new BreakingTable(table);
    this.office = new PayOffice(this.#table);
  }

  async happens(happening: Happening): Promise<void> {
    const { office } = this;
    if ('daysOn' in happening) this.#day += happening.daysOn;
    if (happening.kind === 'fire') await office.fire(dayNumber(this.#day));
    if (happening.kind === 'calendar moved') office.anchor = dayNumber(happening.to);
    if (happening.kind === 'stop') {
      const payStop = { kind: 'officer', by: 'officer-1', on: office.today } as const;
      await office.change(whose(happening.which), { payStop });
    }
    if (happening.kind === 'release') await office.change(whose(happening.which), {});
    if (happening.kind === 'carry out') await this.#carryOut(happening.which);
    if (happening.kind === 'cut off') {
      this.#table.writesLeft = happening.writesLeft;
      await this.#carryOut(happening.which).catch(ignoreCutOff);
      this.#table.writesLeft = undefined;
    }
  }

  /** Every stop is released, and every run, with one that comes after, is carried out. */
  async ends(): Promise<void> {
    for (const agreementId of agreementIds) await this.office.change(agreementId, {});
    await this.happens({ kind: 'fire', daysOn: 60 });
    for (const { runId } of await this.office.runs()) await this.#finish(runId);
  }

  async #carryOut(which: number): Promise<void> {
    const runs = await this.office.runs();
    const run = runs[which % Math.max(1, runs.length)];
    if (run) await this.#finish(run.runId);
  }

  /** A machine started again: it does everything from its beginning. */
  async #finish(runId: string): Promise<void> {
    const { office } = this;
    await office.select(runId);
    const { status } = await office.run(runId);
    if (status === 'empty') return;
    await office.decide(runId, 'approved');
    await office.send(runId);
  }
}

function ignoreCutOff(fault: unknown): void {
  if (!(fault instanceof Error) || fault.message !== cutOff) throw fault;
}

function expectFair(payments: readonly Payment[], netWeeklyPence: number): void {
  const days = [...timesPaid(payments).keys()].length;
  const pence = payments.reduce((sum, { amountPence }) => sum + amountPence, 0);
  // Each payment may round by less than a penny either way, as its days fall within the period.
  expect(Math.abs(pence - (netWeeklyPence * days) / 7)).toBeLessThan(payments.length + 1);
}

async function expectEachDayPaidOnce(story: Story, table: Table): Promise<void> {
  const play = new Play(table);
  const contributionPence = Math.floor((story.weeklyPence * story.contributionPercent) / 100);
  for (const [place, agreementId] of agreementIds.entries()) {
    await play.office.activate({
      agreementId,
      startsOn: dayNumber(story.starts[place] ?? 0),
      weeklyPence: story.weeklyPence,
      weeklyContributionPence: contributionPence,
      oneOffs: [{ id: 'plan-1', pence: 45_000 }],
    });
  }
  for (const happening of story.happenings) await play.happens(happening);
  await play.ends();

  const runs = await play.office.runs();
  const lastDay =
    runs
      .map(({ periodEnd }) => periodEnd)
      .sort()
      .at(-1) ?? '';
  for (const [place, agreementId] of agreementIds.entries()) {
    const payments = await play.office.payments(agreementId);
    expect(payments.filter(({ state }) => state !== 'sent')).toEqual([]);
    const owed = daysFromTo(dayNumber(story.starts[place] ?? 0), lastDay);
    expect([...timesPaid(payments)].sort()).toEqual(owed.map((day) => [day, 1]));
    const once = payments.filter(({ days }) => days === null);
    expect(once.map(({ amountPence }) => amountPence)).toEqual(owed.length > 0 ? [45_000] : []);
    const periods = payments.filter(({ days }) => days !== null);
    expectFair(periods, story.weeklyPence - contributionPence);
  }
}

test('every day from the start is paid for once, whatever happens to runs, calendar and schedule', async () => {
  await fc.assert(
    fc.asyncProperty(Story, (story) => expectEachDayPaidOnce(story, new MemoryTable())),
    { numRuns: 60 },
  );
}, 120_000);

test('it is so in the real table too', async () => {
  const real = await openRealTable();
  try {
    await expectEachDayPaidOnce(
      {
        starts: [0, 33, 100],
        weeklyPence: 61_999,
        contributionPercent: 13,
        happenings: [
          { kind: 'fire', daysOn: 100 },
          { kind: 'cut off', which: 0, writesLeft: 5 },
          { kind: 'stop', which: 1 },
          { kind: 'carry out', which: 0 },
          { kind: 'calendar moved', to: 9 },
          { kind: 'fire', daysOn: 25 },
          { kind: 'fire', daysOn: 0 },
          { kind: 'release', which: 1 },
        ],
      },
      real.table,
    );
  } finally {
    await real.stop();
  }
}, 60_000);
