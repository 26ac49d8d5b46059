import type { Item, Table, TableQuery, Value } from './table.ts';

/** Every item that a query finds, page after page: for what is small enough to be read as a whole. */
export async function everyItem(
  table: Table,
  query: Omit<TableQuery, 'startAfter'>,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let startAfter: Value | undefined;
  do {
    const page = await table.query({
      ...query,
      ...(startAfter === undefined ? {} : { startAfter }),
    });
    items.push(...page.items);
    startAfter = page.next;
  } while (startAfter !== undefined);
  return items;
}
