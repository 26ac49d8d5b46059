import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { jsonCall } from '#infra/local/table/json-call.ts';
import { item } from '../table/table-rig.ts';
import { openService } from './hanging-service.ts';
import { ScriptedFunctions } from './rig.ts';

const program = fileURLToPath(new URL('./hanging-service.ts', import.meta.url));

test('a service killed while its functions were at work delivers everything again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'killed-'));
  const service = spawn(process.execPath, [program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const begun = new Set<string>();
  for await (const line of createInterface(service.stdout)) {
    begun.add(line);
    if (line.startsWith('http:')) {
      const body = { TableName: 'records', Item: item('CASE#1', 'EVENT#1') };
      await jsonCall(line, 'DynamoDB_20120810.PutItem', body, z.unknown());
    }
    if (['case-stream', 'notify', 'schedules'].every((name) => begun.has(name))) break;
  }
  service.kill('SIGKILL');

  const functions = new ScriptedFunctions();
  const next = await openService(folder, functions);
  await next.activity.whenIdle();
  expect(functions.calls.map(({ name }) => name).sort()).toEqual([
    'case-stream',
    'notify',
    'schedules',
  ]);
  await next.stop();

  const again = await openService(folder, functions);
  await again.activity.whenIdle();
  expect(functions.calls).toHaveLength(3);
  await again.stop();
  rmSync(folder, { recursive: true, force: true });
});
