/** The one table, as narrowly as the stores need it. `dynamo-table.ts` is the real one. */

export type Scalar = string | number | boolean | null;
export type Value = Scalar | readonly Value[] | { readonly [name: string]: Value };
export type Item = { readonly pk: string; readonly sk: string } & {
  readonly [name: string]: Value;
};

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** What must hold of the item that is there now, or the write is refused. All must hold. */
export type Condition =
  | 'absent'
  | 'present'
  | { readonly attribute: string; readonly equals: Scalar }
  | { readonly attribute: string; readonly absentOrBelow: string | number }
  | { readonly attribute: string; readonly is: 'absent' };

export type TableWrite =
  | { readonly put: Item; readonly onlyIf?: readonly Condition[] }
  | { readonly delete: Key; readonly onlyIf?: readonly Condition[] }
  | { readonly check: Key; readonly onlyIf: readonly Condition[] };

export type WriteResult =
  | { readonly written: true }
  | {
      readonly written: false;
      /** The place in the list of the first write whose condition did not hold. */
      readonly blocked: number;
      readonly existing: Item | undefined;
    };

export type IndexName = 'gsi1' | 'gsi2' | 'gsi3';

export interface TableQuery {
  readonly index?: IndexName;
  readonly pk: string;
  /** Sort keys from here (or with this prefix), in order. */
  readonly beginsWith?: string;
  readonly from?: string;
  readonly to?: string;
  readonly newestFirst?: boolean;
  /** At most this many items a page: there is no query without a limit. */
  readonly limit: number;
  readonly startAfter?: Value;
}

export interface TablePage {
  readonly items: readonly Item[];
  /** Where the next page begins; absent on the last one. */
  readonly next?: Value;
}

export interface Table {
  /** One item, read consistently. */
  get(key: Key): Promise<Item | undefined>;
  /** Items by their keys, no two of them the same, in the order of the keys; read consistently and in
   * one request. */
  getMany(keys: readonly Key[]): Promise<readonly (Item | undefined)[]>;
  /** One page; consistent on the table itself, eventually so on an index. */
  query(query: TableQuery): Promise<TablePage>;
  /** All writes or none. One write is a plain put or delete; several are one transaction. */
  write(writes: readonly TableWrite[]): Promise<WriteResult>;
}

/** The table was too busy, or out of reach: the caller may send the same request again. */
export class TableBusy extends Error {
  override readonly name = 'TableBusy';
}
