import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { openTableEngine } from '#infra/local/table/dynoxide.ts';

const folder = mkdtempSync(join(tmpdir(), 'stream-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// What the engine asks of its log at each write, for the next number, and at each read of a shard.
const statements = [
  'SELECT COALESCE(MAX(CAST(sequence_number AS INTEGER)), 0) + 1 FROM _stream_records WHERE table_name = ?1',
  'FROM _stream_records WHERE table_name = ?1 AND shard_id = ?2 AND CAST(sequence_number AS INTEGER) > ?3 ORDER BY CAST(sequence_number AS INTEGER) ASC LIMIT ?4',
];

function plansOn(dbPath: string): string[] {
  const database = new DatabaseSync(dbPath, { readOnly: true });
  const plans = statements.map((sql) => {
    const whole = sql.startsWith('SELECT') ? sql : `SELECT * ${sql}`;
    return JSON.stringify(database.prepare(`EXPLAIN QUERY PLAN ${whole}`).all());
  });
  database.close();
  return plans;
}

describe('the log of what the stream tells', () => {
  test('is searched by its index at each write and each read, also after another start', async () => {
    const dbPath = join(folder, 'table.db');
    for (const start of ['first', 'second']) {
      const engine = await openTableEngine({ dbPath, environment: {} });
      const plans = plansOn(dbPath);
      await engine.stop();
      for (const plan of plans) {
        expect(plan, start).toMatch(/SEARCH _stream_records USING [A-Z ]*INDEX stream_records_in_/);
        expect(plan, start).not.toContain('TEMP B-TREE');
      }
    }
  });

  test('is asked by the installed engine in just these words', () => {
    const about = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json');
    const engine = readFileSync(join(dirname(about), 'dynoxide')).toString('latin1');
    const said = engine.replaceAll(/\n +/g, ' ').replaceAll(/ +/g, ' ');
    for (const sql of statements) expect(said.includes(sql), sql).toBe(true);
  });
});
