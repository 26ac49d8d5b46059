import { randomBytes } from 'node:crypto';
import type * as z from 'zod';
import { eventKey, outboxDay, partition } from '../table/keys.ts';
import type { Item, Table, TableWrite } from '../table/table.ts';
import {
  type AggregateKind,
  type NewEvent,
  type RecordedEvent,
  StoredEvent,
  UnsealedEvent,
} from './event.ts';
import { seal } from './event-chain.ts';
import { upcast } from './upcast.ts';

export type Appended<S> =
  | { readonly appended: true; readonly event: RecordedEvent<S> }
  /** `race`: another event took the number. `also`: a write that had to agree did not. */
  | { readonly appended: false; readonly because: 'race' }
  | { readonly appended: false; readonly because: 'also'; readonly place: number };

export interface EventPage<S> {
  readonly events: readonly RecordedEvent<S>[];
  readonly hasMore: boolean;
}

/** The immutable events of one kind of aggregate: record, audit entry, version and outbox in
 * one. */
export class EventLog<S> {
  readonly kind: AggregateKind;
  readonly #state: z.ZodType<S>;
  readonly #table: Table;

  constructor(table: Table, kind: AggregateKind, state: z.ZodType<S>) {
    this.#table = table;
    this.kind = kind;
    this.#state = state;
  }

  /** The newest event, which carries where the aggregate stands. One consistent read. */
  async last(aggregateId: string): Promise<RecordedEvent<S> | undefined> {
    const { items } = await this.#table.query({
      pk: partition(this.kind, aggregateId),
      beginsWith: 'EVENT#',
      newestFirst: true,
      limit: 1,
    });
    return items[0] && this.read(items[0]);
  }

  async at(aggregateId: string, sequence: number): Promise<RecordedEvent<S> | undefined> {
    const item = await this.#table.get(eventKey(this.kind, aggregateId, sequence));
    return item && this.read(item);
  }

  /** The events of those numbers in one request, but for those that there are not. */
  async atMany(
    aggregateId: string,
    sequences: readonly number[],
  ): Promise<readonly RecordedEvent<S>[]> {
    if (sequences.length === 0) return [];
    const keys = sequences.map((sequence) => eventKey(this.kind, aggregateId, sequence));
    const items = await this.#table.getMany(keys);
    return items.flatMap((item) => (item ? [this.read(item)] : []));
  }

  /** One event of each of these aggregates, in one request, but for those that there are not. */
  async atEach(
    places: readonly { readonly aggregateId: string; readonly sequence: number }[],
  ): Promise<readonly RecordedEvent<S>[]> {
    if (places.length === 0) return [];
    const items = await this.#table.getMany(
      places.map(({ aggregateId, sequence }) => eventKey(this.kind, aggregateId, sequence)),
    );
    return items.flatMap((item) => (item ? [this.read(item)] : []));
  }

  /** Events after the given number, oldest first, at most `limit` of them. */
  async page(aggregateId: string, after: number, limit: number): Promise<EventPage<S>> {
    const { items, next } = await this.#table.query({
      pk: partition(this.kind, aggregateId),
      from: eventKey(this.kind, aggregateId, after + 1).sk,
      to: 'EVENT#~',
      limit,
    });
    return { events: items.map((item) => this.read(item)), hasMore: next !== undefined };
  }

  /** Writes the event that follows `previous`, and with it, or not at all, what has to agree. */
  async append(
    previous: RecordedEvent<S> | undefined,
    event: NewEvent<S>,
    also: readonly TableWrite[] = [],
  ): Promise<Appended<S>> {
    const sealed = this.#seal(previous, event);
    const put: TableWrite = { put: this.#toItem(sealed), onlyIf: ['absent'] };
    const result = await this.#table.write([put, ...also]);
    if (result.written) return { appended: true, event: { ...sealed, after: event.after } };
    if (result.blocked > 0) {
      return { appended: false, because: 'also', place: result.blocked - 1 };
    }
    // Our own write, whose reply was lost, is there already: that is success.
    if (result.existing?.['id'] === event.id) {
      return { appended: true, event: this.read(result.existing) };
    }
    return { appended: false, because: 'race' };
  }

  /** The event as a write of a larger transaction that begins elsewhere. */
  asWrite(previous: RecordedEvent<S> | undefined, event: NewEvent<S>): TableWrite {
    return { put: this.#toItem(this.#seal(previous, event)), onlyIf: ['absent'] };
  }

  /** Holds a larger transaction to an event that was read: refused once another follows it. */
  asStillLast(event: RecordedEvent<S>): TableWrite {
    const key = eventKey(this.kind, event.aggregateId, event.sequence + 1);
    return { check: key, onlyIf: ['absent'] };
  }

  #seal(previous: RecordedEvent<S> | undefined, event: NewEvent<S>): StoredEvent {
    return seal(
      UnsealedEvent.parse({
        ...event,
        schema: 1,
        aggregate: this.kind,
        sequence: (previous?.sequence ?? 0) + 1,
        // Through JSON, so that what is sealed is just what is stored and read back.
        body: JSON.parse(JSON.stringify(event.body)),
        after: JSON.parse(JSON.stringify(event.after)),
        salt: previous?.salt ?? randomBytes(12).toString('base64url'),
        previousHash: previous?.hash ?? null,
      }),
    );
  }

  #toItem(event: StoredEvent): Item {
    const key = eventKey(this.kind, event.aggregateId, event.sequence);
    return { ...key, ...event, gsi2pk: outboxDay(event.at), gsi2sk: `${event.at}#${key.pk}` };
  }

  /** An item of the table or of its stream as the event it is. */
  read(item: Item): RecordedEvent<S> {
    const { pk: _pk, sk: _sk, gsi2pk: _gsi2pk, gsi2sk: _gsi2sk, ...stored } = item;
    const event = StoredEvent.parse(upcast(stored));
    return { ...event, after: this.#state.parse(event.after) };
  }
}
