import { expect, test } from 'vitest';
import { reconcile } from '#functions/workflow/daily/reconcile.ts';
import { outboxDay } from '#shared/stores/table/keys.ts';
import { directPorts } from '#test/bench/journey/direct-player.ts';
import { countRequests } from '#test/bench/measures/filled-table.ts';
import { MemoryTable } from '#test/support/memory-table.ts';

const now = '2026-11-22T02:30:00.000Z';
const lastRead = { pk: 'RECONCILE', sk: 'WATERMARK', schema: 1, hour: '2026-11-21T22' };

test('A reconcile brings just what was recorded in the hours that are over, in one query a day', async () => {
  const counting = countRequests(new MemoryTable());
  const { table } = counting;
  await table.write([{ put: lastRead }]);
  for (const at of [
    '2026-11-21T22:59:59.999Z',
    '2026-11-21T23:00:00.000Z',
    '2026-11-22T00:00:00.000Z',
    '2026-11-22T01:59:59.999Z',
    '2026-11-22T02:00:00.000Z',
  ]) {
    const key = { pk: `CASE#${at}`, sk: 'EVENT#000000001' };
    const place = { gsi2pk: outboxDay(at), gsi2sk: `${at}#${key.pk}` };
    await table.write([{ put: { ...key, ...place } }]);
  }
  const brought: unknown[] = [];
  const before = counting.requests();
  await reconcile({
    ...directPorts(table),
    system: { now: () => now, newId: () => 'unused' },
    bus: { publish: async (_type, { aggregateId }) => void brought.push(aggregateId) },
  });
  expect(brought).toEqual([
    '2026-11-21T23:00:00.000Z',
    '2026-11-22T00:00:00.000Z',
    '2026-11-22T01:59:59.999Z',
  ]);
  // The watermark, two days, the watermark after each of them, and what the operators were told of.
  expect(counting.requests() - before).toBe(6);
});
