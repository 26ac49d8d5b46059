import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

const saved = z.object({ begunAt: z.number(), firedAt: z.number() });

/** When each schedule began and last fired, so that a restart knows what was missed. */
export interface ScheduleStore {
  /** A schedule that is new begins now. */
  load(name: string, now: number): z.infer<typeof saved>;
  saveFired(name: string, firedAt: number): void;
}

export function createScheduleStore(database: DatabaseSync): ScheduleStore {
  database.exec(
    `CREATE TABLE IF NOT EXISTS events_schedule (
       name TEXT PRIMARY KEY, begun_at INTEGER NOT NULL, fired_at INTEGER NOT NULL)`,
  );
  const insert = database.prepare('INSERT OR IGNORE INTO events_schedule VALUES (?, ?, ?)');
  const select = database.prepare(
    'SELECT begun_at AS begunAt, fired_at AS firedAt FROM events_schedule WHERE name = ?',
  );
  const update = database.prepare('UPDATE events_schedule SET fired_at = ? WHERE name = ?');
  return {
    load(name, now) {
      // A rate is due at once when it begins, so the last firing lies just before.
      insert.run(name, now, now - 1);
      return saved.parse(select.get(name));
    },
    saveFired(name, firedAt) {
      update.run(firedAt, name);
    },
  };
}
