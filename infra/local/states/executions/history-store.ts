import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

const HistoryRow = z.object({
  id: z.number(),
  ms: z.number(),
  type: z.string(),
  details: z
    .string()
    .transform((text) => z.record(z.string(), z.unknown()).parse(JSON.parse(text))),
});
export type HistoryRow = z.infer<typeof HistoryRow>;

/** What happened in each execution, numbered from 1. */
export class HistoryStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  append(executionArn: string, event: Omit<HistoryRow, 'id'>): number {
    const row = this.#database
      .prepare(
        `INSERT INTO states_history VALUES (?1,
           (SELECT coalesce(max(id), 0) + 1 FROM states_history WHERE executionArn = ?1),
           ?2, ?3, ?4) RETURNING id`,
      )
      .get(executionArn, event.ms, event.type, JSON.stringify(event.details));
    return z.object({ id: z.number() }).parse(row).id;
  }

  page(executionArn: string, after: number, limit: number): HistoryRow[] {
    return this.#rows('id > ? ORDER BY id', executionArn, after, limit);
  }

  pageReversed(executionArn: string, before: number, limit: number): HistoryRow[] {
    return this.#rows('id < ? ORDER BY id DESC', executionArn, before, limit);
  }

  #rows(condition: string, executionArn: string, bound: number, limit: number): HistoryRow[] {
    const sql = `SELECT * FROM states_history WHERE executionArn = ? AND ${condition} LIMIT ?`;
    return HistoryRow.array().parse(this.#database.prepare(sql).all(executionArn, bound, limit));
  }
}
