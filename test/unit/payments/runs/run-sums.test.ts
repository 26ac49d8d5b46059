import { beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { paymentShard } from '#shared/stores/money/payments/agreement-head-store.ts';
import { keepSelectedSums } from '#shared/stores/money/runs/run-parts.ts';
import { sumRun } from '#shared/stores/money/runs/sum-run.ts';
import type { Table, TableQuery, TableWrite } from '#shared/stores/table/table.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { asStaff, PayOffice } from '#test/support/pay-office.ts';

const start = '2026-04-06';
const agreementId = 'agreement0001';
let memory: MemoryTable;
let office: PayOffice;
let runId: string;

beforeEach(async () => {
  memory = new MemoryTable();
  office = new PayOffice(memory);
  for (let each = 1; each <= 40; each += 1) {
    await office.activate({ agreementId: `agreement00${each}`, startsOn: start });
  }
  await office.activate({ agreementId, startsOn: start });
  await office.fire('2026-03-26');
  runId = (await office.runs()).find(({ periodStart }) => periodStart === start)?.runId ?? '';
});

/** The table with other behaviour for some of its calls, and an office that works on it. */
function changed(other: Partial<Pick<Table, 'query' | 'write'>>): PayOffice {
  const table: Table = {
    get: (key) => memory.get(key),
    getMany: (keys) => memory.getMany(keys),
    query: (query) => memory.query(query),
    write: (writes) => memory.write(writes),
    ...other,
  };
  const onIt = new PayOffice(table);
  onIt.today = office.today;
  return onIt;
}

const dueOf = async () => (await sumRun(memory, runId)).sums.due;
const everything = { count: 41, pence: 41 * 248_000 };

test('a run adds up to all its payments', async () => {
  await office.select(runId);
  expect(await dueOf()).toEqual(everything);
});

test('a run adds up although the index does not show its payments yet', async () => {
  const behind = changed({
    query: (query: TableQuery) =>
      query.index === 'gsi1' ? Promise.resolve({ items: [] }) : memory.query(query),
  });
  await behind.select(runId);
  expect(await dueOf()).toEqual(everything);
});

test('what was paid before the task was cut off is counted when it is called again', async () => {
  const shard = paymentShard(agreementId);
  const cutOff = changed({
    // The payments are there, and their task never hears of it.
    write: async (writes: readonly TableWrite[]) => {
      await memory.write(writes);
      throw new Error('cut off');
    },
  });
  await expect(cutOff.selectShard(runId, shard)).rejects.toThrow('cut off');
  await office.select(runId);
  expect(await dueOf()).toEqual(everything);
});

test('a shard that was closed and not yet counted is counted when its task is called again', async () => {
  const shard = paymentShard(agreementId);
  let isClosed = false;
  const cutOff = changed({
    write: (writes: readonly TableWrite[]) => {
      if (isClosed) throw new Error('cut off');
      isClosed = writes.some((write) => 'put' in write && write.put.sk.startsWith('DONE#'));
      return memory.write(writes);
    },
  });
  await expect(cutOff.selectShard(runId, shard)).rejects.toThrow('cut off');
  await office.selectShard(runId, shard);
  const { parts } = await sumRun(memory, runId);
  expect(parts[0]?.sums?.due.count).toBeGreaterThan(0);
});

test('a late repetition of the selection does not undo what was counted after sending', async () => {
  await office.carryOut(runId);
  const sent = await sumRun(memory, runId);
  await office.select(runId);
  const [part] = sent.parts;
  if (!part?.sums) throw new Error('nothing is counted');
  const sums = { ...part.sums, due: part.sums.sent, sent: part.sums.due };
  await keepSelectedSums(memory, runId, { shard: part.shard, sums, round: 1 });
  expect(await sumRun(memory, runId)).toEqual(sent);
  expect(sent.sums).toMatchObject({ due: { count: 0, pence: 0 }, sent: everything });
});

test('the lists of a run show every entry once, a few parts a page', async () => {
  await office.select(runId);
  const listed: string[] = [];
  let requests = 0;
  const counted = changed({
    query: (query) => {
      requests += 1;
      return memory.query(query);
    },
  });
  let cursor: string | undefined;
  do {
    requests = 0;
    const query = { limit: '3', ...(cursor !== undefined && { cursor }) };
    const reply = await counted.call(
      'list-run-payments',
      asStaff('officer-1', 'finance-officer', { params: { runId }, query }),
    );
    if (!reply.accepted) throw new Error(reply.refusal.detail);
    const page = Page.parse(reply.value.body);
    listed.push(...page.entries.map((entry) => entry.agreementId));
    cursor = page.cursor;
    expect(requests).toBeLessThanOrEqual(3);
  } while (cursor !== undefined);
  expect(new Set(listed).size).toBe(everything.count);
  expect(listed).toHaveLength(everything.count);
});

const Page = z.object({
  entries: z.array(z.looseObject({ agreementId: z.string() })),
  cursor: z.string().optional(),
});
