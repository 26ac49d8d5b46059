import { BooksCheck } from '#shared/stores/money/ledger/check/books-check.ts';
import type { MemoryTable } from '../memory-table.ts';

/** Holds every entry of the ledger against all that moved on a table, and throws what does not agree. */
export function expectBalancedLedger(table: MemoryTable): void {
  const books = new BooksCheck();
  for (const item of table.items) books.take(item);
  const { faults } = books.report();
  if (faults.length > 0) throw new Error(`The ledger does not agree:\n${faults.join('\n')}`);
}
