import { expect, test } from 'vitest';
import type { Table } from '#shared/stores/table/table.ts';
import { expectBalancedLedger } from '#test/support/books/expect-balanced.ts';
import { KilledTable, untilKilled } from '#test/support/faults/killed-table.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { asStaff, PayOffice } from '#test/support/pay-office.ts';

const start = '2026-04-06';
const stopped = 'agreement0003';
const costs = { 'older-people': 3, 'mental-health': 1 };

/** Four agreements: one that also buys once, one that is owed periods from before, one that is stopped
 * between approval and sending, and one whose person contributes all of it. */
async function beginning(): Promise<MemoryTable> {
  const table = new MemoryTable();
  const office = new PayOffice(table);
  const oneOffs = [{ id: 'plan-1', pence: 45_000 }];
  await office.activate({ agreementId: 'agreement0001', startsOn: start, oneOffs, costs });
  await office.activate({ agreementId: 'agreement0002', startsOn: '2026-02-12', costs });
  await office.activate({ agreementId: stopped, startsOn: start });
  const all = { weeklyPence: 9_000, weeklyContributionPence: 9_000 };
  await office.activate({ agreementId: 'agreement0004', startsOn: start, ...all });
  return table;
}

async function runIdOf(office: PayOffice): Promise<string> {
  return (await office.runs()).find(({ periodStart }) => periodStart === start)?.runId ?? '';
}

/** A whole run, from the schedule to the bank: everything is called, whatever has been done already. */
async function carryOut(table: Table, others: MemoryTable): Promise<void> {
  const office = new PayOffice(table);
  await office.fire('2026-03-26');
  const runId = await runIdOf(office);
  await office.select(runId);
  if ((await office.run(runId)).status === 'awaiting-approval')
    await office.decide(runId, 'approved');
  await stopOne(others);
  await office.send(runId);
}

/** Somebody else stops an agreement while the run is on its way. */
async function stopOne(table: MemoryTable): Promise<void> {
  const office = new PayOffice(table);
  const payStop = { kind: 'officer', by: 'officer-1', on: '2026-03-27' } as const;
  if (!(await office.head(stopped)).payStop) await office.change(stopped, { payStop });
}

/** What is left of it: every payment, the bytes for the bank, the run and the daily sums. */
async function outcome(table: MemoryTable) {
  const office = new PayOffice(table);
  const runId = await runIdOf(office);
  const asked = asStaff('officer-1', 'finance-officer', { params: { runId } });
  const file = await office.call('read-bacs-file', asked);
  if (!file.accepted) throw new Error(file.refusal.detail);
  const ids = [1, 2, 3, 4].map((n) => `agreement000${n}`);
  const { workflow: _events, recent: _requests, ...run } = await office.run(runId);
  return {
    run,
    file: file.value.file?.text,
    payments: await Promise.all(ids.map((id) => office.payments(id))),
    spent: table.items.filter(({ pk }) => pk.startsWith('SPENT#')),
    entries: table.items.filter(({ sk }) => sk.startsWith('LEDGER#')).length,
  };
}

test('a run that is killed between any two calls, and called again, ends as if nothing had been', async () => {
  const whole = await beginning();
  const counting = new KilledTable(whole);
  await carryOut(counting, whole);
  const expected = await outcome(whole);
  expect(expected.payments.map((payments) => payments.map(({ state }) => state))).toEqual([
    ['sent', 'sent'],
    ['sent', 'sent', 'sent'],
    ['withheld'],
    ['sent'],
  ]);
  expect(counting.writes).toBeGreaterThan(50);

  for (let before = 1; before <= counting.writes; before += 1) {
    const table = await beginning();
    await untilKilled(() => carryOut(new KilledTable(table, before), table));
    await carryOut(table, table);
    expectBalancedLedger(table);
    expect(await outcome(table), `killed before write ${before}`).toEqual(expected);
  }
});

test('a run that was sent is not sent again, whatever is called once more', async () => {
  const table = await beginning();
  await carryOut(table, table);
  const before = [...table.items];
  await carryOut(table, table);
  const office = new PayOffice(table);
  await office.fire('2026-03-26');
  expect(table.items).toEqual(before);
});
