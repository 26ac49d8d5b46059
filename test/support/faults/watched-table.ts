import type { Item, Table } from '#shared/stores/table/table.ts';
import { MemoryTable } from '#test/support/memory-table.ts';

/** A table that does something before each request of its caller, reads and writes alike, and once more when
 * the last is answered. */
export class WatchedTable implements Table {
  readonly #table: Table;
  readonly #before: (request: number) => Promise<void>;
  requests = 0;

  constructor(table: Table, before: (request: number) => Promise<void>) {
    this.#table = table;
    this.#before = before;
  }

  async #next(): Promise<void> {
    this.requests += 1;
    await this.#before(this.requests);
  }

  get: Table['get'] = async (key) => {
    await this.#next();
    return this.#table.get(key);
  };

  getMany: Table['getMany'] = async (keys) => {
    await this.#next();
    return this.#table.getMany(keys);
  };

  query: Table['query'] = async (query) => {
    await this.#next();
    return this.#table.query(query);
  };

  write: Table['write'] = async (writes) => {
    await this.#next();
    return this.#table.write(writes);
  };
}

/** A table of its own that holds the same items. */
export async function tableOf(items: readonly Item[]): Promise<MemoryTable> {
  const table = new MemoryTable();
  // There are more of them than one transaction takes.
  for (const put of items) await table.write([{ put }]);
  return table;
}

// Each log of events draws a salt of its own, from which its digests follow.
const drawn = ['salt', 'contentDigest', 'previousHash', 'hash'];

/** All that a table holds, byte for byte, whatever was written first. */
export function bytesOf({ items }: MemoryTable): readonly string[] {
  return items.map((item) => JSON.stringify(sorted(item))).toSorted();
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([name]) => !drawn.includes(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, each]) => [name, sorted(each)]));
}
