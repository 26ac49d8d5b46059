import { expect, test } from 'vitest';
import { chargedShards } from '#shared/stores/table/keys.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { fillWithCharged } from './measures/charged-people.ts';
import { dryRun } from './measures/charging.ts';
import { countRequests, sharingCopies } from './measures/filled-table.ts';

// To begin it, to look what there is to do, and to say at the end what it came to.
const besides = 12;

test.each([0, 1, 400])(
  'A dry run over %i people reads a page and its charges, and writes it',
  async (people) => {
    const table = new MemoryTable(sharingCopies());
    await fillWithCharged(table, people);
    const counting = countRequests(table);
    await dryRun(counting.table, people);
    // Fifty people or so in each part: a page, what they are charged, and what becomes of it.
    expect(counting.requests()).toBeLessThanOrEqual(chargedShards * 3 + besides);
  },
);
