import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

export const ExecutionStatus = z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']);
export type ExecutionStatus = z.infer<typeof ExecutionStatus>;

export const Execution = z.object({
  number: z.number(),
  arn: z.string(),
  machineArn: z.string(),
  name: z.string(),
  definition: z.string(),
  input: z.string(),
  status: ExecutionStatus,
  startMs: z.number(),
  deadlineMs: z.number().nullable(),
  stopMs: z.number().nullable(),
  output: z.string().nullable(),
  error: z.string().nullable(),
  cause: z.string().nullable(),
});
export type Execution = z.infer<typeof Execution>;

export type NewExecution = Omit<
  Execution,
  'number' | 'status' | 'stopMs' | 'output' | 'error' | 'cause'
>;
export type ExecutionEnd = Pick<
  Execution,
  'arn' | 'status' | 'stopMs' | 'output' | 'error' | 'cause'
>;

/** Executions, and the definitions that they began with. */
export class ExecutionStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Keeps a definition, because an execution finishes under the one that it began with. */
  keepDefinition(text: string): string {
    const hash = createHash('sha256').update(text).digest('hex');
    this.#run('INSERT OR IGNORE INTO states_definitions VALUES (?, ?)', hash, text);
    return hash;
  }

  definition(hash: string): string {
    const row = this.#database
      .prepare('SELECT text FROM states_definitions WHERE hash = ?')
      .get(hash);
    return z.object({ text: z.string() }).parse(row).text;
  }

  insert(execution: NewExecution): void {
    const { arn, machineArn, name, definition, input, startMs, deadlineMs } = execution;
    this.#run(
      `INSERT INTO states_executions
         (arn, machineArn, name, definition, input, status, startMs, deadlineMs)
         VALUES (?, ?, ?, ?, ?, 'RUNNING', ?, ?)`,
      arn,
      machineArn,
      name,
      definition,
      input,
      startMs,
      deadlineMs,
    );
  }

  find(arn: string): Execution | undefined {
    const row = this.#database.prepare('SELECT * FROM states_executions WHERE arn = ?').get(arn);
    return row && Execution.parse(row);
  }

  running(): Execution[] {
    return this.#all(`status = 'RUNNING'`);
  }

  unannounced(): Execution[] {
    return this.#all('announced IS NOT status');
  }

  #all(condition: string): Execution[] {
    const sql = `SELECT * FROM states_executions WHERE ${condition} ORDER BY number`;
    return Execution.array().parse(this.#database.prepare(sql).all());
  }

  /** Newest first, those before the given number. */
  ofMachine(page: {
    readonly machineArn: string;
    readonly status: ExecutionStatus | null;
    readonly before: number;
    readonly limit: number;
  }): Execution[] {
    const rows = this.#database
      .prepare(
        `SELECT * FROM states_executions WHERE machineArn = ? AND status = coalesce(?, status)
           AND number < ? ORDER BY number DESC LIMIT ?`,
      )
      .all(page.machineArn, page.status, page.before, page.limit);
    return Execution.array().parse(rows);
  }

  end(end: ExecutionEnd): void {
    this.#run(
      `UPDATE states_executions SET status = ?, stopMs = ?, output = ?, error = ?, cause = ?
         WHERE arn = ?`,
      end.status,
      end.stopMs,
      end.output,
      end.error,
      end.cause,
      end.arn,
    );
  }

  markAnnounced(arn: string, status: ExecutionStatus): void {
    this.#run('UPDATE states_executions SET announced = ? WHERE arn = ?', status, arn);
  }

  #run(sql: string, ...values: (string | number | null)[]) {
    return this.#database.prepare(sql).run(...values);
  }
}
