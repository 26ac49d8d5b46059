import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { createTables } from '#infra/local/table/create-tables.ts';
import { openTableEngine } from '#infra/local/table/dynoxide.ts';
import { jsonCall } from '#infra/local/table/json-call.ts';
import { deploymentOf } from '../events/rig.ts';
import { item, tableResource } from './table-rig.ts';

const gsi = z.object({ GlobalSecondaryIndexes: z.tuple([z.looseObject({})]) });
const folder = mkdtempSync(join(tmpdir(), 'table-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (endpoint: string) =>
  jsonCall(
    endpoint,
    'DynamoDB_20120810.PutItem',
    { TableName: 'records', Item: item('CASE#1', 'EVENT#1') },
    z.unknown(),
  );
const get = (endpoint: string) =>
  jsonCall(
    endpoint,
    'DynamoDB_20120810.GetItem',
    { TableName: 'records', Key: item('CASE#1', 'EVENT#1') },
    z.object({ Item: z.unknown() }),
  );

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')[2] !== 'Z';
  } catch {
    return false;
  }
}

/** A process of its own that opens the engine, prints its process id and waits. */
async function startHolder(dbPath: string) {
  const module = new URL('../../../infra/local/table/dynoxide.ts', import.meta.url).href;
  const program = `import { openTableEngine } from '${module}';
    const engine = await openTableEngine({ dbPath: '${dbPath}', environment: {} });
    console.log(engine.endpoint);
    setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', program]);
  const [output] = z.tuple([z.instanceof(Buffer)]).parse(await once(holder.stdout, 'data'));
  const enginePid = Number(readFileSync(`${dbPath}.pid`, 'utf8'));
  return { holder, endpoint: output.toString().trim(), enginePid };
}

describe('the engine on a file', () => {
  test('keeps its items over a stop and a start, and leaves nothing running', async () => {
    const dbPath = join(folder, 'kept', 'table.db');
    const first = await openTableEngine({ dbPath, environment: {} });
    const pid = Number(readFileSync(`${dbPath}.pid`, 'utf8'));
    await createTables(first.endpoint, deploymentOf(tableResource()));
    await put(first.endpoint);
    await first.stop();
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(`${dbPath}.pid`)).toBe(false);

    const second = await openTableEngine({ dbPath, environment: {} });
    await createTables(second.endpoint, deploymentOf(tableResource()));
    expect(await get(second.endpoint)).toEqual({ Item: item('CASE#1', 'EVENT#1') });
    await second.stop();
  });

  test('ends with a parent that was killed, and the next start has the items', async () => {
    const dbPath = join(folder, 'killed.db');
    const { holder, endpoint, enginePid } = await startHolder(dbPath);
    await createTables(endpoint, deploymentOf(tableResource()));
    await put(endpoint);
    holder.kill('SIGKILL');
    await expect.poll(() => isAlive(enginePid), { timeout: 5_000 }).toBe(false);

    const next = await openTableEngine({ dbPath, environment: {} });
    expect(await get(next.endpoint)).toEqual({ Item: item('CASE#1', 'EVENT#1') });
    await next.stop();
  });

  test('takes the place of one that was left over', async () => {
    const dbPath = join(folder, 'left-over.db');
    const first = await openTableEngine({ dbPath, environment: {} });
    const pid = Number(readFileSync(`${dbPath}.pid`, 'utf8'));
    const second = await openTableEngine({ dbPath, environment: {} });
    await expect(first.lost).resolves.toContain('ended');
    expect(isAlive(pid)).toBe(false);
    await second.stop();
  });
});

describe('another endpoint', () => {
  test('named by the environment is used in place of the engine, and the line says so', async () => {
    const other = await openTableEngine({ environment: {} });
    const AWS_ENDPOINT_URL_DYNAMODB = other.endpoint;
    const engine = await openTableEngine({ environment: { AWS_ENDPOINT_URL_DYNAMODB } });
    expect(engine.endpoint).toBe(other.endpoint);
    expect(engine.description).toContain('AWS_ENDPOINT_URL_DYNAMODB');
    await engine.stop();
    await other.stop();
    await expect(openTableEngine({ environment: { AWS_ENDPOINT_URL_DYNAMODB } })).rejects.toThrow(
      `${other.endpoint}, from AWS_ENDPOINT_URL_DYNAMODB, does not answer`,
    );
  });
});

describe('an engine that cannot start', () => {
  test('names the package that the platform lacks and what may take its place', async () => {
    await expect(openTableEngine({ environment: {}, platform: 'amiga-m68k' })).rejects.toThrow(
      /@dynoxide\/amiga-m68k is not installed.*AWS_ENDPOINT_URL_DYNAMODB/,
    );
  });

  test('says why in its own words', async () => {
    const dbPath = join(folder, 'is-a-folder.db');
    mkdirSync(dbPath);
    await expect(openTableEngine({ dbPath, environment: {} })).rejects.toThrow(
      /did not start: .*(database|file)/i,
    );
  });
});

describe('the tables of the template', () => {
  test('stop the start by name when a property is unknown', async () => {
    const engine = await openTableEngine({ environment: {} });
    const resource = tableResource('records', { KinesisStreamSpecification: {} });
    await expect(createTables(engine.endpoint, deploymentOf(resource))).rejects.toThrow(
      'KinesisStreamSpecification',
    );
    await engine.stop();
  });

  test('stop the start when the one on disk has other indexes', async () => {
    const engine = await openTableEngine({ environment: {} });
    const [index] = gsi.parse(tableResource().properties).GlobalSecondaryIndexes;
    const renamed = { ...index, IndexName: 'gsi0' };
    const before = tableResource('records', { GlobalSecondaryIndexes: [renamed] });
    await createTables(engine.endpoint, deploymentOf(before));
    await expect(createTables(engine.endpoint, deploymentOf(tableResource()))).rejects.toThrow(
      'records',
    );
    await engine.stop();
  });
});
