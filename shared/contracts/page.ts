import * as z from 'zod';
import { accept, type Outcome, refuse } from '../domain/outcome.ts';

const LastKey = z.record(z.string(), z.string());

/** How much of a list is asked for, and from where. */
export const PageQuery = z.strictObject({
  cursor: z.string().max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** A cursor says where a list went on: whoever holds it can only go on reading the same list. */
export function toCursor(next: unknown): string | undefined {
  return next === undefined ? undefined : Buffer.from(JSON.stringify(next)).toString('base64url');
}

/** What a cursor names; refused where it was not made by us. */
export function fromCursor(
  cursor: string | undefined,
): Outcome<Readonly<Record<string, string>> | undefined> {
  if (cursor === undefined) return accept(undefined);
  try {
    const key = LastKey.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return accept(key);
  } catch {
    return refuse('invalid-input', 'This cursor was not made by this service.', 'query/cursor');
  }
}

// What a place in a list of gsi1 consists of; the engine fails on any other.
const IndexKey = z.strictObject({
  pk: z.string().min(1),
  sk: z.string().min(1),
  gsi1pk: z.string().min(1),
  gsi1sk: z.string().min(1),
});

/** Where a list of the index goes on; refused where the cursor belongs to another list. */
export function listStart(
  cursor: string | undefined,
  list: string,
): Outcome<Readonly<Record<string, string>> | undefined> {
  const start = fromCursor(cursor);
  if (!start.accepted || start.value === undefined) return start;
  const key = IndexKey.safeParse(start.value);
  return key.success && key.data.gsi1pk === list
    ? accept(key.data)
    : refuse('invalid-input', 'This cursor belongs to another list.', 'query/cursor');
}
