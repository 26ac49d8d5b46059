import type { Table, TableWrite } from '#shared/stores/table/table.ts';

const killed = 'the process was killed';

/** A table whose caller is killed before its n-th write: everything before has happened, and nothing from
 * there on. A kill before or after a read leaves the table as the one before the next write does, so that
 * these are all the kills that there are. */
export class KilledTable implements Table {
  readonly #table: Table;
  readonly #before: number;
  writes = 0;

  constructor(table: Table, before = Number.POSITIVE_INFINITY) {
    this.#table = table;
    this.#before = before;
  }

  get: Table['get'] = (key) => this.#table.get(key);
  getMany: Table['getMany'] = (keys) => this.#table.getMany(keys);
  query: Table['query'] = (query) => this.#table.query(query);

  write: Table['write'] = async (writes: readonly TableWrite[]) => {
    this.writes += 1;
    if (this.writes >= this.#before) throw new Error(killed);
    return this.#table.write(writes);
  };
}

/** Does something that may be killed on the way. */
export async function untilKilled(work: () => Promise<unknown>): Promise<void> {
  await work().catch((fault: unknown) => {
    if (!(fault instanceof Error) || fault.message !== killed) throw fault;
  });
}
