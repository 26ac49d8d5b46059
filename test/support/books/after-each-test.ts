import { afterEach } from 'vitest';
import { type MemoryTable, tellOfMoney } from '../memory-table.ts';
import { expectBalancedLedger } from './expect-balanced.ts';

// After every test that moved money, on whatever table, the whole ledger of that table must agree.

const moved = new Set<MemoryTable>();
tellOfMoney((table) => moved.add(table));

afterEach(() => {
  const tables = [...moved];
  moved.clear();
  for (const table of tables) expectBalancedLedger(table);
});
