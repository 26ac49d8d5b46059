import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

const storedMessage = z.object({
  id: z.string(),
  body: z.string(),
  attributes: z
    .string()
    .transform((text) => z.record(z.string(), z.string()).parse(JSON.parse(text))),
  sentAt: z.number(),
  visibleAt: z.number(),
  firstReceivedAt: z.number().nullable(),
  receiveCount: z.number(),
});
export type StoredMessage = z.infer<typeof storedMessage>;

/** The messages of every queue on disk. All instants are local time. */
export interface QueueStore {
  add(queueArn: string, message: NewMessage): string;
  /** Marks up to `limit` visible messages as received until the given instant. */
  receive(
    queueArn: string,
    options: { now: number; limit: number; until: number },
  ): StoredMessage[];
  delete(id: string): void;
  /** Moves a message to another queue; its age goes on. */
  move(id: string, queueArn: string, now: number): void;
  list(queueArn: string): StoredMessage[];
  /** The earliest instant after now at which a hidden message becomes visible. */
  nextVisibleAt(queueArn: string, now: number): number | undefined;
  deleteSentBefore(queueArn: string, instant: number): void;
  /** Whoever held a message is gone with the process, so that none stays hidden. */
  showReceived(now: number): void;
}

interface NewMessage {
  readonly body: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly sentAt: number;
  readonly visibleAt: number;
}

const columns = `id, body, attributes, sent_at AS sentAt, visible_at AS visibleAt,
  first_received_at AS firstReceivedAt, receive_count AS receiveCount`;

export function createQueueStore(database: DatabaseSync): QueueStore {
  database.exec(`
    CREATE TABLE IF NOT EXISTS events_message (
      place INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, queue_arn TEXT NOT NULL,
      body TEXT NOT NULL, attributes TEXT NOT NULL, sent_at INTEGER NOT NULL,
      visible_at INTEGER NOT NULL, first_received_at INTEGER, receive_count INTEGER NOT NULL,
      is_received INTEGER NOT NULL);
    CREATE INDEX IF NOT EXISTS events_message_visible ON events_message (queue_arn, visible_at)`);
  const insert = database.prepare(
    `INSERT INTO events_message (id, queue_arn, body, attributes, sent_at, visible_at, receive_count, is_received)
     VALUES (?, ?, ?, ?, ?, ?, 0, 0)`,
  );
  const receive = database.prepare(
    `UPDATE events_message SET visible_at = :until, receive_count = receive_count + 1, is_received = 1,
       first_received_at = coalesce(first_received_at, :now)
     WHERE place IN (SELECT place FROM events_message WHERE queue_arn = :queueArn AND visible_at <= :now
       ORDER BY place LIMIT :limit)
     RETURNING ${columns}`,
  );
  const remove = database.prepare('DELETE FROM events_message WHERE id = ?');
  const move = database.prepare(
    'UPDATE events_message SET queue_arn = ?, visible_at = ?, receive_count = 0, is_received = 0 WHERE id = ?',
  );
  const list = database.prepare(
    `SELECT ${columns} FROM events_message WHERE queue_arn = ? ORDER BY place`,
  );
  const nextVisible = database.prepare(
    'SELECT min(visible_at) AS instant FROM events_message WHERE queue_arn = ? AND visible_at > ?',
  );
  const removeOld = database.prepare(
    'DELETE FROM events_message WHERE queue_arn = ? AND sent_at < ?',
  );
  const show = database.prepare(
    'UPDATE events_message SET visible_at = ?, is_received = 0 WHERE is_received = 1',
  );
  const nextInstant = z.object({ instant: z.number().nullable() });

  return {
    add(queueArn, { body, attributes = {}, sentAt, visibleAt }) {
      const id = randomUUID();
      insert.run(id, queueArn, body, JSON.stringify(attributes), sentAt, visibleAt);
      return id;
    },
    receive: (queueArn, { now, limit, until }) =>
      z.array(storedMessage).parse(receive.all({ queueArn, now, limit, until })),
    delete: (id) => {
      remove.run(id);
    },
    move: (id, queueArn, now) => {
      move.run(queueArn, now, id);
    },
    list: (queueArn) => z.array(storedMessage).parse(list.all(queueArn)),
    nextVisibleAt: (queueArn, now) =>
      nextInstant.parse(nextVisible.get(queueArn, now)).instant ?? undefined,
    deleteSentBefore: (queueArn, instant) => {
      removeOld.run(queueArn, instant);
    },
    showReceived: (now) => {
      show.run(now);
    },
  };
}
