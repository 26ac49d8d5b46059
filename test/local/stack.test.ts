import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalStack, startLocalStack } from '#infra/local/stack.ts';
import { whyNotStarted } from '#infra/local/why-not-started.ts';
import { apiAssembly, staff } from '#test/support/local/fixture-api.ts';
import { temporaryFolder } from '#test/support/local/temporary-folder.ts';

const assembly = apiAssembly(
  { 'POST /cases/{caseId}/notes': staff, 'GET /today': {} },
  {},
  `export const handler = async (event) => {
    console.log('served', event.routeKey);
    return { statusCode: 200, body: JSON.stringify({
      by: event.requestContext.authorizer?.jwt.claims.sub, of: event.pathParameters?.caseId,
      body: event.body, today: new Date().toISOString().slice(0, 10) }) };
  };`,
);

let stack: LocalStack;
beforeAll(async () => {
  stack = await startLocalStack({ assembly, startAt: '2026-03-02T09:00:00Z' });
});
afterAll(() => stack.stop());

function post(url: string, body: unknown, token?: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: token }) };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
}

test('A request passes the gateway, reaches its function in a thread and comes back', async () => {
  const asked = await post(`${stack.url}/local/tokens`, { sub: 'p-1', roles: ['practitioner'] });
  const { token } = Object(await asked.json());
  const answer = await post(`${stack.url}/cases/c-1/notes`, { text: 'é' }, `Bearer ${token}`);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ by: 'p-1', of: 'c-1', body: '{"text":"é"}' });
  expect(stack.logs()).toContain('served POST /cases/{caseId}/notes');
});

test('A request without a token does not reach the function', async () => {
  const answer = await post(`${stack.url}/cases/c-2/notes`, {});
  expect([answer.status, await answer.json()]).toEqual([401, { message: 'Unauthorized' }]);
});

test('The function follows the clock that a caller advances', async () => {
  const today = async () => Object(await (await fetch(`${stack.url}/today`)).json()).today;
  const before = await today();
  await post(`${stack.url}/local/clock`, { advanceBy: 'P6W' });
  expect([before, await today()]).toEqual(['2026-03-02', '2026-04-13']);
});

const runStack = new URL('../support/local/run-stack.ts', import.meta.url).pathname;

async function startProcess(folder: string): Promise<{ process: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [runStack, assembly, folder]);
  const [chunk] = await once(child.stdout, 'data');
  return { process: child, url: String(chunk).trim() };
}

async function kill({ process: child }: { process: ChildProcess }): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

test('After a kill the clock goes on from where it was, and tokens still open', async () => {
  const folder = temporaryFolder();
  const first = await startProcess(folder);
  await post(`${first.url}/local/clock`, { advanceTo: '2031-05-01T09:00:00Z' });
  const asked = await post(`${first.url}/local/tokens`, { sub: 'p-1', roles: ['adviser'] });
  const { token } = Object(await asked.json());
  await kill(first);

  const second = await startProcess(folder);
  try {
    const answer = await post(`${second.url}/cases/c-1/notes`, {}, `Bearer ${token}`);
    expect(await answer.json()).toMatchObject({ by: 'p-1', today: '2031-05-01' });
  } finally {
    await kill(second);
  }
});

test('A folder that another start holds is refused before anything in it is touched', async () => {
  const folder = temporaryFolder();
  const first = await startProcess(folder);
  try {
    const refused: unknown = await startLocalStack({ assembly, folder }).catch((error) => error);
    expect(whyNotStarted(refused, { port: '1', folder })).toBe(
      `${folder} is in use: another start of the service has it open`,
    );
    expect((await fetch(`${first.url}/today`)).status).toBe(200);
  } finally {
    await kill(first);
  }
});

test('A route whose function is not in the template stops the start with its name', async () => {
  const lost = apiAssembly({ 'GET /today': {} });
  const file = join(lost, 'api.template.json');
  const text = readFileSync(file, 'utf8').replace(
    '{"Fn::GetAtt":["Function","Arn"]}',
    '"arn:aws:lambda:eu-west-2:000000000000:function:gone"',
  );
  writeFileSync(file, text);
  await expect(startLocalStack({ assembly: lost })).rejects.toThrow(
    'GET /today has no function gone',
  );
});
