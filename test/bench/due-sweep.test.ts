import { afterEach, beforeEach, expect, test } from 'vitest';
import { MemoryTable } from '#test/support/memory-table.ts';
import { openRealTable, type RealTable } from '#test/support/real-table.ts';
import { liveCase, sweepRequests } from './measures/due-sweep.ts';
import { sharingCopies } from './measures/filled-table.ts';

let real: RealTable;
beforeEach(async () => {
  real = await openRealTable();
});
afterEach(() => real.stop());

test.each(['reviews', 'late-waits'] as const)(
  'A sweep of %s asks as much of the engine as of the table in memory that it is counted on',
  async (kind) => {
    const filled = { size: 130, kind, live: await liveCase() };
    const counted = await sweepRequests(new MemoryTable(sharingCopies()), filled);
    expect(counted).toBeGreaterThan(130);
    expect(await sweepRequests(real.table, filled)).toBe(counted);
  },
);
