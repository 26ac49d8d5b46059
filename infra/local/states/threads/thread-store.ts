import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { openToken, Thread } from './thread.ts';

const ThreadRow = z.object({
  id: z.number(),
  executionArn: z.string(),
  parentId: z.number().nullable(),
  version: z.number(),
  body: z.string(),
});

/** The threads that are under way, and every token ever given out. */
export class ThreadStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  insert(thread: Omit<Thread, 'id' | 'version'>): Thread {
    const { executionArn, parentId, ...body } = thread;
    const { lastInsertRowid } = this.#run(
      'INSERT INTO states_threads (executionArn, parentId, version, body) VALUES (?, ?, 1, ?)',
      executionArn,
      parentId,
      JSON.stringify(body),
    );
    return { ...thread, id: Number(lastInsertRowid), version: 1 };
  }

  /** Writes the thread as its next version. */
  replace(thread: Thread): Thread {
    const { id, executionArn, parentId, version, ...body } = thread;
    this.#run(
      'UPDATE states_threads SET version = ?, body = ? WHERE id = ?',
      version + 1,
      JSON.stringify(body),
      id,
    );
    const token = openToken(thread);
    if (token !== undefined) {
      this.#run('INSERT OR IGNORE INTO states_tokens VALUES (?, ?)', token, id);
    }
    return { ...thread, version: version + 1 };
  }

  find(id: number): Thread | undefined {
    return this.#all('id = ?', id)[0];
  }

  ofExecution(executionArn: string): Thread[] {
    return this.#all('executionArn = ?', executionArn);
  }

  childrenOf(parentId: number): Thread[] {
    return this.#all('parentId = ?', parentId);
  }

  #all(condition: string, value: string | number): Thread[] {
    const sql = `SELECT * FROM states_threads WHERE ${condition} ORDER BY id`;
    const rows = ThreadRow.array().parse(this.#database.prepare(sql).all(value));
    return rows.map(({ body, ...columns }) => Thread.parse({ ...JSON.parse(body), ...columns }));
  }

  delete(id: number): void {
    this.#run('DELETE FROM states_threads WHERE id = ?', id);
  }

  idOfToken(token: string): number | undefined {
    const row = this.#database
      .prepare('SELECT threadId FROM states_tokens WHERE token = ?')
      .get(token);
    return row && z.object({ threadId: z.number() }).parse(row).threadId;
  }

  #run(sql: string, ...values: (string | number | null)[]) {
    return this.#database.prepare(sql).run(...values);
  }
}
