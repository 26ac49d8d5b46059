import { beforeAll, expect, test } from 'vitest';
import type { Item, Table } from '#shared/stores/table/table.ts';
import {
  agreements,
  beforeTheRun,
  carryOut,
  filesOf,
  paymentsByState,
  stop,
} from '#test/support/faults/run-of-all.ts';
import { bytesOf, tableOf, WatchedTable } from '#test/support/faults/watched-table.ts';
import type { MemoryTable } from '#test/support/memory-table.ts';
import { PayOffice } from '#test/support/pay-office.ts';

let beginning: readonly Item[];
let whole: MemoryTable;
let undisturbed: { readonly bytes: readonly string[]; readonly files: readonly unknown[] };
/** What the table held before each request of a run that nothing disturbed, and after the last. */
const moments: (readonly Item[])[] = [];

beforeAll(async () => {
  beginning = (await beforeTheRun()).items;
  whole = await tableOf(beginning);
  const watched = new WatchedTable(whole, async () => {
    moments.push(whole.items);
  });
  await carryOut(watched, whole);
  moments.push(whole.items);
  undisturbed = { bytes: bytesOf(whole), files: await filesOf(whole) };
});

/** Everything on the table, and every file that is drawn up from it, is as if nothing had been. */
async function expectUndisturbed(table: MemoryTable, about: string): Promise<void> {
  const bytes = bytesOf(table);
  // To compare text by text is slow, and done only where it says what differs.
  if (bytes.join() !== undisturbed.bytes.join()) expect(bytes, about).toEqual(undisturbed.bytes);
  expect(await filesOf(table), about).toEqual(undisturbed.files);
}

test('a run pays direct payments, a one-off, a final account, care and what came back, and withholds what is stopped', () => {
  expect(paymentsByState(whole)).toEqual({
    returned: ['agreement0006 2026-07-27'],
    sent: [
      'agreement0001 2026-07-27',
      'agreement0001 2026-08-24',
      'agreement0001 ONCE#plan-1',
      'agreement0002 2026-06-01',
      'agreement0002 2026-06-29',
      'agreement0002 2026-07-27',
      'agreement0002 2026-08-24',
      'agreement0004 2026-07-27',
      'agreement0004 2026-08-24',
      'agreement0005 2026-07-27',
      'agreement0005 FINAL',
      'agreement0006 2026-08-24',
      'agreement0006 AGAIN#2026-07-27',
      'agreement0007 2026-07-27',
      'agreement0007 2026-08-24',
      'order CARE#2026-06-29',
    ],
    withheld: ['agreement0003 2026-07-27', 'agreement0003 2026-08-24'],
  });
});

test('a run that is killed before or after any request, and called again, leaves the very same bytes', async () => {
  let states = 0;
  for (const [request, items] of moments.entries()) {
    // A kill at a read leaves the table as the one before it does.
    const before = moments[request - 1];
    if (before?.length === items.length && items.every((item, at) => item === before[at])) continue;
    states += 1;
    const table = await tableOf(items);
    await carryOut(table, table);
    await expectUndisturbed(table, `killed before request ${request + 1}`);
  }
  expect(moments.length).toBeGreaterThan(250);
  expect(states).toBeGreaterThan(60);
});

test('a worker that is overtaken by another before any of its requests does nothing twice', async () => {
  for (let overtaken = 1; overtaken < moments.length; overtaken += 1) {
    const table = await tableOf(beginning);
    const slow = new WatchedTable(table, async (request) => {
      if (request === overtaken) await carryOut(table, table);
    });
    await carryOut(slow, table);
    await expectUndisturbed(table, `overtaken before request ${overtaken}`);
  }
});

/** Lets others go first some times, as a seed has it, before each request. */
function inTurns(table: Table, seed: number): Table {
  let drawn = seed * 7919;
  return new WatchedTable(table, async () => {
    drawn = (drawn * 48_271) % 2_147_483_647;
    for (let turn = drawn % 4; turn > 0; turn -= 1) await Promise.resolve();
  });
}

test('two workers at the same run, whose requests come in whatever order, do nothing twice', async () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const table = await tableOf(beginning);
    const workers = [inTurns(table, seed), inTurns(table, seed + 500)];
    await Promise.all(workers.map((each) => carryOut(each, table)));
    await expectUndisturbed(table, `order of requests ${seed}`);
  }
});

test('from the request before which a stop is recorded nothing more is sent, and the run adds up', async () => {
  const agreementId = agreements.buysOnce;
  const sentTo = (table: MemoryTable) =>
    paymentsByState(table)['sent']?.filter((each) => each.startsWith(agreementId));
  for (let at = 1; at < moments.length; at += 1) {
    const table = await tableOf(beginning);
    let sentBefore: ReturnType<typeof sentTo>;
    const watched = new WatchedTable(table, async (request) => {
      if (request !== at) return;
      await stop(new PayOffice(table), agreementId);
      sentBefore = sentTo(table);
    });
    await carryOut(watched, table);
    expect(sentTo(table), `stopped before request ${at}`).toEqual(sentBefore);
  }
});

test('a run that was sent is not sent again, whatever is called once more', async () => {
  const table = await tableOf(whole.items);
  await carryOut(table, table);
  expect(table.items).toEqual(whole.items);
});
