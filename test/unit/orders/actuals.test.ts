import { beforeEach, describe, expect, test } from 'vitest';
import { spentIn } from '#shared/stores/money/cost-centres/spent-store.ts';
import { actualsOfCase } from '#shared/stores/money/orders/actual-store.ts';
import { accounts, caseId, OrderOffice, people, usualOrder } from '#test/support/order-office.ts';
import { readBacsFile } from '#test/support/read-bacs-file.ts';

/** The support starts on 20 July, in the last week of the period from 29 June. */
const first = '2026-06-29';
const second = '2026-07-27';
let office: OrderOffice;
let orderId: string;

beforeEach(async () => {
  office = new OrderOffice();
  orderId = await office.untilStarted();
  office.today = '2026-08-24';
});

const all = [800, 800];
const deliver = (period: string, units: readonly number[] = all, more: object = {}) =>
  office.deliver(orderId, period, units, more);
const actuals = () => actualsOfCase(office.table, caseId, { from: first, to: second });
const payments = () => office.pay.payments(orderId);
const eventOf = async () =>
  Number((await office.done(people.officer, 'read-order', at()))['event']);
const at = () => ({ params: { orderId } });

async function credits(runId: string) {
  const { records, totals } = readBacsFile(await fileOf(runId));
  return { credits: records.filter(({ code }) => code === '99'), totals };
}

async function fileOf(runId: string): Promise<string> {
  const reply = await office.desk.asStaff(people.officer, 'read-bacs-file', { params: { runId } });
  if (!reply.accepted || !reply.value.file) throw new Error('there is no file');
  return reply.value.file.text;
}

describe('what was delivered', () => {
  test('stands against what was ordered for the days on which the order held', async () => {
    await deliver(first, [200, 100], {});
    await deliver(second);
    expect(await actuals()).toEqual([
      expect.objectContaining({
        ...{ orderId, partId: 'managed', periodStart: first, from: '2026-07-20', to: '2026-07-26' },
        ...{ plannedPence: 18_000, deliveredPence: 13_500, revision: 1 },
      }),
      expect.objectContaining({ plannedPence: 72_000, deliveredPence: 72_000, revision: 1 }),
    ]);
    expect(await office.done(people.officer, 'read-order', at())).toMatchObject({
      periods: [
        { variancePence: -4_500, variancePercent: -25 },
        { variancePence: 0, variancePercent: 0 },
      ],
    });
  });

  test('counts what the person missed, which was kept for them, and not what the provider did', async () => {
    const lines = [
      { lineId: 'day', deliveredHundredths: 600, missedByPersonHundredths: 200 },
      { lineId: 'help', deliveredHundredths: 700, missedByProviderHundredths: 100 },
    ];
    await office.done(people.officer, 'record-actuals', {
      ...at(),
      body: { periodStart: second, lines },
    });
    expect(await actuals()).toMatchObject([{ deliveredPence: 15 * 4_500 }]);
  });

  test.each([
    ['a day on which no period begins', '2026-07-20', all, {}, 'invalid-input'],
    ['a period before its first day', '2026-06-01', all, {}, 'invalid-input'],
    ['days that are not over', '2026-08-24', all, {}, 'wrong-stage'],
    [
      'a record of nothing to correct',
      second,
      all,
      { corrects: 1, reason: 'No.' },
      'invalid-input',
    ],
    ['more than was ordered without a word', second, [900, 800], {}, 'above-order'],
    ['more days away than there were', first, [0, 0], { awayDays: 8 }, 'invalid-input'],
  ])('is refused for %s, and nothing is written', async (_what, period, units, more, kind) => {
    const before = office.table.items.length;
    expect(await deliver(period, units, more)).toMatchObject({ refusal: { kind } });
    expect(office.table.items.length).toBe(before);
  });

  test('is told of every line that began, once', async () => {
    const record = (lineIds: readonly string[]) =>
      office.desk.asStaff(people.officer, 'record-actuals', {
        ...at(),
        body: {
          periodStart: second,
          lines: lineIds.map((lineId) => ({ lineId, deliveredHundredths: 100 })),
        },
      });
    const once = 'Name each line of the order once: day, help.';
    for (const [lineIds, detail] of [
      [['day'], 'Say what was delivered of help.'],
      [['day', 'day'], once],
      [['day', 'ramp'], once],
    ] as const) {
      expect(await record(lineIds)).toMatchObject({ refusal: { kind: 'invalid-input', detail } });
    }
  });

  test('is recorded before an order has started by nobody', async () => {
    const other = new OrderOffice();
    other.today = '2026-07-14';
    await other.authorise();
    const provider = { providerId: await other.provider() };
    await other.arrange([{ ...usualOrder, provider }]);
    const [row] = await other.orders();
    other.today = '2026-08-24';
    const reply = await other.deliver(row?.orderId ?? '', second, all);
    expect(reply).toMatchObject({ refusal: { kind: 'support-not-started' } });
  });
});

describe('more than was ordered', () => {
  const reason = 'She fell, and was helped twice as often for a week.';
  const decide = (by: (typeof people)['manager'] | (typeof people)['checker'], record: number) =>
    office.desk.asStaff(by, 'decide-actuals', {
      ...at(),
      body: { verdict: 'approved', record, comment: 'Seen in the notes of the visits.' },
    });

  test('up to the tolerance of the council is paid like any other', async () => {
    await deliver(second, [840, 840]);
    expect(await actuals()).toMatchObject([{ deliveredPence: 75_600 }]);
  });

  test('beyond it is owed only once a second person has said so', async () => {
    await deliver(second, [900, 900], { reason });
    expect(await actuals()).toEqual([]);
    expect(await deliver(first, [200, 200])).toMatchObject({ refusal: { kind: 'wrong-stage' } });
    await decide(people.manager, await eventOf());
    expect(await actuals()).toMatchObject([{ deliveredPence: 81_000 }]);
    await office.run('2026-09-14');
    expect(await payments()).toMatchObject([{ amountPence: 81_000, activatedBy: 'officer-1' }]);
  });

  test('waits in the queue of those who answer for budgets until it is decided', async () => {
    const { council, tasks } = office.desk.ports;
    const team = council.teams.find(({ kind }) => kind === 'budget-management')?.id ?? '';
    const waiting = async () => (await tasks.ofTeam(team, 10)).tasks;
    await deliver(first, [200, 200]);
    expect(await waiting()).toEqual([]);
    await deliver(second, [900, 900], { reason });
    expect(await waiting()).toMatchObject([
      {
        ...{ step: 'decide-actuals', aggregateId: caseId, orderId, periodStart: second },
        due: '2026-08-31',
      },
    ]);
    await decide(people.manager, await eventOf());
    expect(await waiting()).toEqual([]);
  });

  test('is not decided by whoever recorded it, nor where nothing waits', async () => {
    await deliver(second, [900, 900], { reason });
    const waits = await eventOf();
    const own = { id: 'officer-1', role: 'finance-approver' } as const;
    const reply = await office.desk.asStaff(own, 'decide-actuals', {
      ...at(),
      body: { verdict: 'approved', record: waits, comment: 'My own.' },
    });
    expect(reply).toMatchObject({ refusal: { kind: 'same-person' } });
    expect(await decide(people.manager, waits - 1)).toMatchObject({
      refusal: { kind: 'wrong-stage' },
    });
  });

  test('that is rejected leaves nothing owed, and the period may be recorded again', async () => {
    await deliver(second, [900, 900], { reason });
    await office.done(people.manager, 'decide-actuals', {
      ...at(),
      body: { verdict: 'rejected', record: await eventOf(), comment: 'The notes say eight.' },
    });
    await deliver(second);
    expect(await actuals()).toMatchObject([{ deliveredPence: 72_000 }]);
  });
});

describe('a provider', () => {
  test('is paid each record once, to the account that was checked, with its ledger', async () => {
    await deliver(first, [200, 200]);
    await deliver(second);
    const runId = await office.run('2026-09-14');
    const file = await credits(runId);
    expect(file.credits.map(({ reference, pence, name }) => [reference, pence, name])).toEqual([
      ['CARE 200726', 18_000, 'RIVERSIDE CARE LTD'],
      ['CARE 270726', 72_000, 'RIVERSIDE CARE LTD'],
    ]);
    const [account] = accounts;
    expect(new Set(file.credits.map((each) => each.sortCode + each.account))).toEqual(
      new Set([account.sortCode + account.accountNumber]),
    );
    const sums = await office.balances(orderId);
    expect([sums.get('commissioned-care'), sums.get('providers-owed')]).toEqual([90_000, 0]);
    expect(sums.get('bank')).toBe(-file.totals.creditPence);
    expect((await spentIn(office.table, 2026)).get('physical-disability')).toBe(90_000);
    await office.run('2026-10-12');
    expect((await payments()).map(({ name }) => name).toSorted()).toEqual([
      `CARE#${first}`,
      `CARE#${second}`,
    ]);
  });

  test('is not paid in a run that whoever recorded the care approves', async () => {
    await deliver(second);
    await office.pay.fire('2026-09-14');
    const runId = (await office.pay.runs())[0]?.runId ?? '';
    await office.pay.select(runId);
    expect(await office.pay.decide(runId, 'approved', 'officer-1')).toMatchObject({
      refusal: { kind: 'same-person' },
    });
  });

  test('owes back with the next payments what a correction takes away, to the penny', async () => {
    await deliver(first, [200, 200]);
    await office.run('2026-09-14');
    const corrects = { corrects: await eventOf(), reason: 'One session fell out.' };
    await deliver(first, [200, 100], corrects);
    await deliver(second);
    await office.run('2026-10-12');
    expect((await payments()).map(({ name, amountPence }) => [name, amountPence])).toEqual([
      [`CARE#${second}`, 67_500],
      [`CARE#${first}`, 18_000],
    ]);
    const sums = await office.balances(orderId);
    expect([sums.get('providers-owed'), sums.get('commissioned-care')]).toEqual([0, 85_500]);
  });

  test('is paid what a correction adds under a key of its own', async () => {
    await deliver(first, [200, 100]);
    const corrects = { corrects: await eventOf(), reason: 'One more was given.' };
    await deliver(first, [200, 200], corrects);
    await office.run('2026-09-14');
    expect((await payments()).map(({ name, amountPence }) => [name, amountPence])).toEqual([
      [`CARE#${first}#2`, 4_500],
      [`CARE#${first}`, 13_500],
    ]);
  });

  test('is told which record is known when it is recorded again, and why it is corrected', async () => {
    await deliver(first, [200, 200]);
    expect(await deliver(first, [200, 200])).toMatchObject({
      refusal: { kind: 'already-recorded', pointer: '/corrects' },
    });
    expect(await deliver(first, [100, 200], { corrects: await eventOf() })).toMatchObject({
      refusal: { kind: 'reason-needed' },
    });
  });

  test('whose account changes between approval and sending is paid once that was checked', async () => {
    await deliver(second);
    await office.pay.fire('2026-09-14');
    office.today = '2026-09-14';
    const runId = (await office.pay.runs())[0]?.runId ?? '';
    await office.pay.select(runId);
    await office.pay.decide(runId, 'approved');
    const [row] = await office.orders();
    const params = { providerId: row?.providerId ?? '' };
    await office.done(people.officer, 'record-provider-account', { params, body: accounts[1] });
    await office.pay.send(runId);
    expect(await payments()).toMatchObject([{ state: 'withheld' }]);
    const left = await office.done(people.officer, 'list-run-left-out', { params: { runId } });
    expect(left).toMatchObject({ entries: [{ reason: 'no-checked-account' }] });
    await office.check(params.providerId);
    const next = await office.run('2026-10-12');
    expect((await credits(next)).credits.map(({ account }) => account)).toEqual(['63748472']);
  });

  test('without a checked account is left out before a payment is made', async () => {
    const [row] = await office.orders();
    const params = { providerId: row?.providerId ?? '' };
    await office.done(people.officer, 'record-provider-account', { params, body: accounts[1] });
    await deliver(second);
    const runId = await office.run('2026-09-14');
    expect(await payments()).toEqual([]);
    const left = await office.done(people.officer, 'list-run-left-out', { params: { runId } });
    expect(left).toMatchObject({ entries: [{ reason: 'no-checked-account' }] });
  });
});
