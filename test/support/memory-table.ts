import type {
  Condition,
  Item,
  Key,
  Table,
  TablePage,
  TableQuery,
  TableWrite,
  WriteResult,
} from '#shared/stores/table/table.ts';

const path = ({ pk, sk }: Key): string => `${pk}\n${sk}`;
/** As many as the real table takes in one transaction. */
const transactionMax = 100;
const partitionKeys = ['pk', 'gsi1pk', 'gsi2pk', 'gsi3pk'];

let tell: ((table: MemoryTable) => void) | undefined;

/** Has somebody told of every table on which money moved, when it moved. */
export function tellOfMoney(listener: (table: MemoryTable) => void): void {
  tell = listener;
}

/** The table in memory. It passes the same contract suite as the one in DynamoDB. */
export class MemoryTable implements Table {
  readonly #items = new Map<string, Item>();
  // By name and value of the partition key: a query looks at one partition, however many there are.
  readonly #partitions = new Map<string, Map<string, Item>>();
  readonly #keep: (item: Item) => Item;

  /** What is written is kept as a copy, which whoever fills a table with very much may make smaller. */
  constructor(keep: (item: Item) => Item = structuredClone) {
    this.#keep = keep;
  }

  get items(): readonly Item[] {
    return [...this.#items.values()];
  }

  async get(key: Key): Promise<Item | undefined> {
    return this.#items.get(path(key));
  }

  async getMany(keys: readonly Key[]): Promise<readonly (Item | undefined)[]> {
    return keys.map((key) => this.#items.get(path(key)));
  }

  async query(query: TableQuery): Promise<TablePage> {
    const [pkName, skName] = [`${query.index ?? ''}pk`, `${query.index ?? ''}sk`];
    const sortKey = (item: Item): string => String(item[skName]);
    const partition = this.#partitions.get(`${pkName}\n${query.pk}`);
    const found = [...(partition?.values() ?? [])]
      .filter((item) => isWithin(sortKey(item), query))
      .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
    if (query.newestFirst) found.reverse();
    const after = query.startAfter;
    const from = after === undefined ? 0 : found.findIndex((item) => isAt(item, after)) + 1;
    const items = found.slice(from, from + query.limit);
    const last = items.at(-1);
    if (!last || items.length < query.limit) return { items };
    return { items, next: { pk: last.pk, sk: last.sk } };
  }

  async write(writes: readonly TableWrite[]): Promise<WriteResult> {
    if (writes.length > transactionMax) throw new Error(`${writes.length} writes at once`);
    for (const [blocked, write] of writes.entries()) {
      const existing = this.#items.get(path(keyOf(write)));
      const holds = (write.onlyIf ?? []).every((condition) => isMet(condition, existing));
      if (!holds) return { written: false, blocked, existing };
    }
    for (const write of writes) {
      if ('check' in write) continue;
      this.#remove(keyOf(write));
      if ('put' in write) this.#add(this.#keep(write.put));
    }
    if (tell && writes.some(movesMoney)) tell(this);
    return { written: true };
  }

  #add(item: Item): void {
    this.#items.set(path(item), item);
    for (const pkName of partitionKeys) {
      if (item[pkName] === undefined) continue;
      const name = `${pkName}\n${item[pkName]}`;
      const partition = this.#partitions.get(name) ?? new Map<string, Item>();
      this.#partitions.set(name, partition.set(path(item), item));
    }
  }

  #remove(key: Key): void {
    const item = this.#items.get(path(key));
    this.#items.delete(path(key));
    for (const pkName of partitionKeys) {
      this.#partitions.get(`${pkName}\n${item?.[pkName]}`)?.delete(path(key));
    }
  }
}

function movesMoney(write: TableWrite): boolean {
  return 'put' in write && /^(LEDGER|PAYMENT)#/.test(write.put.sk);
}

function keyOf(write: TableWrite): Key {
  if ('put' in write) return write.put;
  return 'delete' in write ? write.delete : write.check;
}

function isMet(condition: Condition, existing: Item | undefined): boolean {
  if (condition === 'absent') return existing === undefined;
  if (condition === 'present') return existing !== undefined;
  const value = existing?.[condition.attribute];
  if ('is' in condition) return value === undefined;
  if ('equals' in condition) return value === condition.equals;
  if (value === undefined) return true;
  return typeof value === typeof condition.absentOrBelow && (value ?? '') < condition.absentOrBelow;
}

function isWithin(sortKey: string, query: TableQuery): boolean {
  if (query.beginsWith !== undefined) return sortKey.startsWith(query.beginsWith);
  if (query.from !== undefined && sortKey < query.from) return false;
  return query.to === undefined || sortKey <= query.to;
}

function isAt(item: Item, cursor: unknown): boolean {
  return (
    typeof cursor === 'object' &&
    cursor !== null &&
    'pk' in cursor &&
    'sk' in cursor &&
    cursor.pk === item.pk &&
    cursor.sk === item.sk
  );
}
