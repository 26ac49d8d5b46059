import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTtl } from '#infra/local/table/ttl.ts';
import { dayMs } from '../events/rig.ts';
import { item, type OpenTable, openTable } from './table-rig.ts';

let table: OpenTable;
let ttl: { stop(): void };
beforeEach(async () => {
  table = await openTable();
  ttl = startTtl(table);
});
afterEach(async () => {
  ttl.stop();
  await table.close();
});

const TableName = 'records';
async function putExpiring(sk: string, afterDays: number): Promise<void> {
  const expiresAt = { N: String(Math.floor((table.clock.now() + afterDays * dayMs) / 1000)) };
  const Item = { ...item('CASE#1', sk), expiresAt };
  await table.client.send(new PutItemCommand({ TableName, Item }));
}
async function exists(sk: string): Promise<boolean> {
  const { Item } = await table.client.send(
    new GetItemCommand({ TableName, Key: item('CASE#1', sk) }),
  );
  return Item !== undefined;
}

test('an item goes within days of its expiry on the local clock, and not before', async () => {
  await putExpiring('soon', 3);
  await putExpiring('later', 30);
  await table.client.send(new PutItemCommand({ TableName, Item: item('CASE#1', 'never') }));
  await table.advance(2 * dayMs);
  expect(await exists('soon')).toBe(true);
  await table.advance(3 * dayMs);
  expect([await exists('soon'), await exists('later'), await exists('never')]).toEqual([
    false,
    true,
    true,
  ]);
  await table.advance(27 * dayMs);
  expect(await exists('later')).toBe(false);
});

test('an item written after a sweep that found nothing still goes', async () => {
  await table.advance(10 * dayMs);
  await putExpiring('soon', 1);
  await table.advance(3 * dayMs);
  expect(await exists('soon')).toBe(false);
});

test('days on which nothing can be due ask nothing of the table', async () => {
  await putExpiring('later', 100);
  await table.advance(2 * dayMs);
  const recording = table.proxy.record();
  await table.advance(50 * dayMs);
  expect(recording.stop()).toEqual([]);
});

test('a sweep that the table refused is made up for by the next', async () => {
  await putExpiring('soon', 1);
  const takeAway = table.proxy.faults.add({ kind: 'throttle' });
  await table.advance(3 * dayMs);
  takeAway();
  expect(await exists('soon')).toBe(true);
  await table.advance(2 * dayMs);
  expect(await exists('soon')).toBe(false);
});
