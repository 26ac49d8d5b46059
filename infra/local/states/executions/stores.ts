import type { DatabaseSync } from 'node:sqlite';
import { ThreadStore } from '../threads/thread-store.ts';
import { ExecutionStore } from './execution-store.ts';
import { HistoryStore } from './history-store.ts';

const TABLES = `
  CREATE TABLE IF NOT EXISTS states_definitions (hash TEXT PRIMARY KEY, text TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS states_executions (
    number INTEGER PRIMARY KEY AUTOINCREMENT, arn TEXT NOT NULL UNIQUE,
    machineArn TEXT NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL, input TEXT NOT NULL,
    status TEXT NOT NULL, announced TEXT, startMs INTEGER NOT NULL, deadlineMs INTEGER,
    stopMs INTEGER, output TEXT, error TEXT, cause TEXT);
  CREATE INDEX IF NOT EXISTS states_executions_machine ON states_executions (machineArn, status);
  CREATE TABLE IF NOT EXISTS states_threads (
    id INTEGER PRIMARY KEY AUTOINCREMENT, executionArn TEXT NOT NULL, parentId INTEGER,
    version INTEGER NOT NULL, body TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS states_threads_execution ON states_threads (executionArn);
  CREATE INDEX IF NOT EXISTS states_threads_parent ON states_threads (parentId);
  CREATE TABLE IF NOT EXISTS states_tokens (token TEXT PRIMARY KEY, threadId INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS states_history (
    executionArn TEXT NOT NULL, id INTEGER NOT NULL, ms INTEGER NOT NULL, type TEXT NOT NULL,
    details TEXT NOT NULL, PRIMARY KEY (executionArn, id)) WITHOUT ROWID;
`;

/** All that is kept of executions, in a database that other parts share. */
export class StatesStores {
  readonly executions: ExecutionStore;
  readonly threads: ThreadStore;
  readonly history: HistoryStore;
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    database.exec(TABLES);
    this.executions = new ExecutionStore(database);
    this.threads = new ThreadStore(database);
    this.history = new HistoryStore(database);
  }

  /** Every change of the interpreter is one transaction. */
  transaction<Result>(run: () => Result): Result {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const result = run();
      this.#database.exec('COMMIT');
      return result;
    } catch (fault) {
      this.#database.exec('ROLLBACK');
      throw fault;
    }
  }

  /** Forgets every execution, token and event; definitions stay. */
  wipe(): void {
    this.transaction(() => {
      for (const table of ['executions', 'threads', 'tokens', 'history']) {
        this.#database.exec(`DELETE FROM states_${table}`);
      }
    });
  }
}
