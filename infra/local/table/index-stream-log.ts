import { DatabaseSync } from 'node:sqlite';

const busyForMs = 5_000;

/** Gives the engine's log of stream records the index that the engine leaves out. Without one it
 * reads the whole log at each write, for the next number, and at each read of the stream, so that a
 * service is the slower the longer its story. It is made beside the running engine, which makes the
 * log as it starts, and kept with the table. */
export function indexStreamLog(dbPath: string): void {
  const database = new DatabaseSync(dbPath, { timeout: busyForMs });
  try {
    database.exec(
      'CREATE INDEX IF NOT EXISTS stream_records_in_order ' +
        'ON _stream_records (table_name, CAST(sequence_number AS INTEGER))',
    );
  } finally {
    database.close();
  }
}
