import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { ReadRecord, StreamPosition } from '../../table/stream-reader.ts';

const storedPosition = z.record(z.string(), z.string());

/** How far a stream has been delivered, kept so that after any end of the process every record that
 * was not delivered is delivered again. */
export interface StreamProgress {
  /** The position to begin from; nothing on the very first start. */
  saved(): StreamPosition | undefined;
  /** These were read and are now owed to the function, all but those already settled. */
  owe(records: readonly ReadRecord[], readUpTo: StreamPosition): void;
  settle(records: readonly { readonly shardId: string; readonly sequence: string }[]): void;
}

export function createStreamProgress(database: DatabaseSync, key: string): StreamProgress {
  database.exec(
    'CREATE TABLE IF NOT EXISTS events_stream_position (key TEXT PRIMARY KEY, position TEXT NOT NULL)',
  );
  const load = database.prepare('SELECT position FROM events_stream_position WHERE key = ?');
  const store = database.prepare('INSERT OR REPLACE INTO events_stream_position VALUES (?, ?)');
  // For each shard, in the order of reading: the sequence owed and the one before it.
  const owed = new Map<string, Map<string, string | undefined>>();
  let readUpTo: Readonly<Record<string, string>> = {};
  let stored: string | undefined;

  const save = (): void => {
    const position: Record<string, string> = { ...readUpTo };
    for (const [shardId, sequences] of owed) {
      const oldest = sequences.entries().next().value;
      if (!oldest) continue;
      const [, before] = oldest;
      if (before === undefined) delete position[shardId];
      else position[shardId] = before;
    }
    // Each write waits for the disk, and most of the time the oldest record owed is still the same.
    const next = JSON.stringify(position);
    if (next !== stored) store.run(key, next);
    stored = next;
  };

  return {
    saved() {
      const row = load.get(key);
      return row && storedPosition.parse(JSON.parse(z.string().parse(row['position'])));
    },
    owe(records, upTo) {
      const previous: Record<string, string | undefined> = { ...readUpTo };
      for (const { shardId, record } of records) {
        const sequence = record.dynamodb.SequenceNumber;
        const sequences = owed.get(shardId) ?? new Map<string, string | undefined>();
        owed.set(shardId, sequences.set(sequence, previous[shardId]));
        previous[shardId] = sequence;
      }
      readUpTo = upTo;
      save();
    },
    settle(records) {
      for (const { shardId, sequence } of records) owed.get(shardId)?.delete(sequence);
      save();
    },
  };
}
