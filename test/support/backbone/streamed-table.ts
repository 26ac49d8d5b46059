import type { Change } from '#shared/lambda/stream-event.ts';
import type {
  Item,
  Key,
  Table,
  TablePage,
  TableQuery,
  TableWrite,
  WriteResult,
} from '#shared/stores/table/table.ts';
import { MemoryTable } from '../memory-table.ts';
import type { Breaker } from './breaker.ts';

/** The table in memory with its stream: what case-stream would be told of is kept until it is taken. */
export class StreamedTable implements Table {
  readonly #table = new MemoryTable();
  readonly #breaker: Breaker;
  #stream: Change[] = [];
  #written = 0;

  constructor(breaker: Breaker) {
    this.#breaker = breaker;
  }

  get items(): readonly Item[] {
    return this.#table.items;
  }

  /** Everything that was written since this was last asked. */
  takeChanges(): Change[] {
    const taken = this.#stream;
    this.#stream = [];
    return taken;
  }

  get(key: Key): Promise<Item | undefined> {
    return this.#breaker.around(() => this.#table.get(key));
  }

  getMany(keys: readonly Key[]): Promise<readonly (Item | undefined)[]> {
    return this.#breaker.around(() => this.#table.getMany(keys));
  }

  query(query: TableQuery): Promise<TablePage> {
    return this.#breaker.around(() => this.#table.query(query));
  }

  write(writes: readonly TableWrite[]): Promise<WriteResult> {
    return this.#breaker.around(async () => {
      const result = await this.#table.write(writes);
      if (result.written) for (const write of writes) this.#show(write);
      return result;
    });
  }

  #show(write: TableWrite): void {
    if (!('put' in write) || !/^(EVENT|WORK)#/.test(write.put.sk)) return;
    this.#written += 1;
    this.#stream.push({ sequenceNumber: String(this.#written), item: write.put });
  }
}
