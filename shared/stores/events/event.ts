import * as z from 'zod';
import type { Value } from '../table/table.ts';

export const aggregateKinds = [
  'contact',
  'case',
  'person',
  'agreement',
  'run',
  'concern',
  'policy',
  'uprating',
  'contribution-account',
  'provider',
  'order',
] as const;
export const AggregateKind = z.enum(aggregateKinds);
export type AggregateKind = z.infer<typeof AggregateKind>;

// Written by way of JSON and read from the table's own types: to walk through it all once more took
// most of the time that reading an event takes.
const Json = z.custom<Value>((value) => value !== undefined);

/** An event as it is stored and read back, whatever its aggregate; `after` is the aggregate's
 * own. */
export const StoredEvent = z.strictObject({
  schema: z.literal(1),
  id: z.string(),
  aggregate: AggregateKind,
  aggregateId: z.string(),
  sequence: z.int().positive(),
  type: z.string(),
  at: z.iso.datetime(),
  actor: z.strictObject({ id: z.string(), role: z.string() }),
  /** The digest of the request that was answered by this event. */
  request: z.string().nullable(),
  body: Json,
  after: Json,
  /** Random, one for each aggregate: erased with the bodies, it keeps their digests unguessable. */
  salt: z.string(),
  contentDigest: z.string(),
  previousHash: z.string().nullable(),
  hash: z.string(),
});
export type StoredEvent = z.infer<typeof StoredEvent>;

/** An event before it is sealed into its chain. */
export const UnsealedEvent = StoredEvent.omit({ contentDigest: true, hash: true });
export type UnsealedEvent = z.infer<typeof UnsealedEvent>;

/** An event with the state it left behind, parsed by the aggregate it belongs to. */
export type RecordedEvent<S> = Omit<StoredEvent, 'after'> & { readonly after: S };

/** What a command hands over; the log adds the number, the chain and the keys. */
export interface NewEvent<S> {
  /** Made before the call, so that a write repeated after a lost reply recognises itself. */
  readonly id: string;
  readonly aggregateId: string;
  readonly type: string;
  readonly at: string;
  readonly actor: { readonly id: string; readonly role: string };
  readonly request: string | null;
  readonly body: unknown;
  readonly after: S;
}
