import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { makeFolder } from './make-folder.ts';

const saved = z.object({ value: z.number() });
const owner = z.object({ council: z.string() });

/** Opens what the local stack keeps beside the table: executions, queues, schedules, the clock. In
 * memory without a folder. */
export function openDatabase(folder: string | undefined): DatabaseSync {
  if (folder !== undefined) makeFolder(folder);
  const database = new DatabaseSync(folder === undefined ? ':memory:' : join(folder, 'local.db'));
  // Written to the disk before anything is acknowledged, and held by one process alone: a second
  // start on the same folder would carry out everything twice. The system frees it after a kill.
  database.exec(
    'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL',
  );
  database.exec('CREATE TABLE IF NOT EXISTS clock (name TEXT PRIMARY KEY, value REAL NOT NULL)');
  database.exec("INSERT OR IGNORE INTO clock VALUES ('starts', 0)");
  database.exec("UPDATE clock SET value = value + 1 WHERE name = 'starts'");
  return database;
}

/** The council whose record the folder holds: the one asked for, where the folder is new. */
export function claimForCouncil(database: DatabaseSync, council: string): string {
  database.exec('CREATE TABLE IF NOT EXISTS owner (only INTEGER PRIMARY KEY, council TEXT)');
  database.prepare('INSERT OR IGNORE INTO owner VALUES (1, ?)').run(council);
  return owner.parse(database.prepare('SELECT council FROM owner').get()).council;
}

/** How far local time is from the machine's, if it was ever advanced. */
export function loadClockOffset(database: DatabaseSync): number | undefined {
  const row = database.prepare("SELECT value FROM clock WHERE name = 'offset'").get();
  return row === undefined ? undefined : saved.parse(row).value;
}

export function saveClockOffset(database: DatabaseSync, offsetMs: number): void {
  database.prepare("INSERT OR REPLACE INTO clock VALUES ('offset', ?)").run(offsetMs);
}
