import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

const asyncEvent = z.object({
  id: z.string(),
  functionName: z.string(),
  payload: z.string().transform((text): unknown => JSON.parse(text)),
  acceptedAt: z.number(),
  /** Attempts that reached the function and failed. */
  attempts: z.number(),
  /** How often in a row there was no capacity. */
  throttles: z.number(),
  dueAt: z.number(),
});
export type AsyncEvent = z.infer<typeof asyncEvent>;

/** Accepted asynchronous events on disk; all instants are local time. */
export interface AsyncStore {
  add(event: Pick<AsyncEvent, 'id' | 'functionName' | 'payload' | 'acceptedAt'>): void;
  due(now: number): AsyncEvent[];
  nextDueAt(now: number): number | undefined;
  postpone(id: string, next: Pick<AsyncEvent, 'attempts' | 'throttles' | 'dueAt'>): void;
  delete(id: string): void;
  list(): AsyncEvent[];
}

const columns = `id, function_name AS functionName, payload, accepted_at AS acceptedAt, attempts,
  throttles, due_at AS dueAt`;

export function createAsyncStore(database: DatabaseSync): AsyncStore {
  database.exec(`
    CREATE TABLE IF NOT EXISTS events_async (
      place INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, function_name TEXT NOT NULL,
      payload TEXT NOT NULL, accepted_at INTEGER NOT NULL, attempts INTEGER NOT NULL,
      throttles INTEGER NOT NULL, due_at INTEGER NOT NULL)`);
  const insert = database.prepare(
    `INSERT INTO events_async (id, function_name, payload, accepted_at, attempts, throttles, due_at)
     VALUES (?, ?, ?, ?, 0, 0, ?)`,
  );
  const due = database.prepare(
    `SELECT ${columns} FROM events_async WHERE due_at <= ? ORDER BY place LIMIT 100`,
  );
  const next = database.prepare('SELECT min(due_at) AS instant FROM events_async WHERE due_at > ?');
  const postpone = database.prepare(
    'UPDATE events_async SET attempts = ?, throttles = ?, due_at = ? WHERE id = ?',
  );
  const remove = database.prepare('DELETE FROM events_async WHERE id = ?');
  const list = database.prepare(`SELECT ${columns} FROM events_async ORDER BY place`);
  const instantRow = z.object({ instant: z.number().nullable() });

  return {
    add({ id, functionName, payload, acceptedAt }) {
      // A payload of nothing is `null` to Lambda.
      insert.run(id, functionName, JSON.stringify(payload ?? null), acceptedAt, acceptedAt);
    },
    due: (now) => z.array(asyncEvent).parse(due.all(now)),
    nextDueAt: (now) => instantRow.parse(next.get(now)).instant ?? undefined,
    postpone(id, { attempts, throttles, dueAt }) {
      postpone.run(attempts, throttles, dueAt, id);
    },
    delete(id) {
      remove.run(id);
    },
    list: () => z.array(asyncEvent).parse(list.all()),
  };
}
