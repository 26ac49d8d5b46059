import type { Item, Table, Value } from '#shared/stores/table/table.ts';

/** The same table, and how many requests it has been asked. */
export function countRequests(table: Table): {
  readonly table: Table;
  requests(): number;
} {
  let requests = 0;
  const counted = <T>(answer: T): T => {
    requests += 1;
    return answer;
  };
  return {
    table: {
      get: (key) => counted(table.get(key)),
      getMany: (keys) => counted(table.getMany(keys)),
      query: (query) => counted(table.query(query)),
      write: (writes) => counted(table.write(writes)),
    },
    requests: () => requests,
  };
}

/** How a table may keep hundreds of thousands of events in memory: what is alike in many of them is kept
 * once. */
export function sharingCopies(): (item: Item) => Item {
  const known = new Map<string, Value>();
  const shared = (value: Value): Value => {
    if (typeof value !== 'object' || value === null) return value;
    const text = JSON.stringify(value);
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const copy = structuredClone(value);
    known.set(text, copy);
    return copy;
  };
  return ({ pk, sk, ...item }) => {
    const parts = Object.entries(item).map(([name, value]) => [name, shared(value)] as const);
    return { pk, sk, ...Object.fromEntries(parts) };
  };
}
