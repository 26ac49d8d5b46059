import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { publicRoutes, staffRoutes } from '#functions/every-route.ts';
import type { OperationFacts } from '#shared/contracts/operation.ts';
import { Problem } from '#shared/contracts/problems.ts';
import { roles } from '#shared/domain/roles.ts';
import { aContact, toAssessment } from '#test/support/requests.ts';
import {
  type Answered,
  type RunningService,
  type Sent,
  startService,
} from '#test/support/running-service.ts';
import { formsOf, wrongFor } from '#test/support/shapes.ts';

const operations: readonly OperationFacts[] = [...publicRoutes, ...staffRoutes];
const withBody = operations.filter(({ body }) => body);
const withParams = operations.filter(({ path }) => path.includes('{'));
const title = ({ method, path }: OperationFacts) => `${method} ${path}`;
const each = (list: readonly OperationFacts[]) =>
  list.map((operation): [string, OperationFacts] => [title(operation), operation]);

const nobodysId = 'nothing0000000000000';
const idempotencyKey = { 'idempotency-key': 'the-same-key-0001' };
const Taken = z.looseObject({ caseId: z.string(), reference: z.string() });

let service: RunningService;
let caseId = '';
let itemsBefore: unknown[] = [];
beforeAll(async () => {
  service = await startService();
  const token = service.tokenOf('adviser-1');
  const body = { ...aContact, channel: 'phone' };
  const taken = await service.send('POST /contacts', { token, headers: idempotencyKey, body });
  caseId = Taken.parse(taken.body).caseId;
  itemsBefore = await keptItems();
});
afterAll(() => service.stop());

/** The address of an operation: the case that there is, and ids of nothing for the rest. */
function addressOf({ path }: OperationFacts, ids: Readonly<Record<string, string>> = {}): string {
  const known: Readonly<Record<string, string>> = {
    caseId,
    step: 'triage-contact',
    deskStep: 'call-back',
    record: 'contact',
    owner: 'case',
    machine: 'journey',
    reference: 'ASC-0000-0000-0000',
    prescription: 'EQ-00000-00000',
    reclaim: '12',
    ...ids,
  };
  return path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => known[name] ?? nobodysId);
}

function tokenFor({ access }: OperationFacts): string | undefined {
  if (access === 'public') return undefined;
  return access === 'staff' ? service.tokenOf('p-1') : service.resident;
}

/** All that is kept but the count of wrong secrets, which is there for just such requests. */
async function keptItems() {
  return (await service.items()).filter(({ sk }) => sk !== 'TRIES');
}

function ask(operation: OperationFacts, sent: Sent = {}, ids = {}): Promise<Answered> {
  const headers = { 'idempotency-key': 'another-key-000001', 'if-match': '"1"', ...sent.headers };
  const line = `${operation.method} ${addressOf(operation, ids)}`;
  return service.send(line, { token: tokenFor(operation), ...sent, headers });
}

/** The problem that was answered, which is the only shape in which the service refuses. */
function problemIn(answer: Answered): Problem {
  expect(answer.type).toBe('application/problem+json');
  const problem = Problem.parse(answer.body);
  expect(problem.status).toBe(answer.status);
  expect(problem.type).toMatch(/^\/problems\/[a-z-]+$/);
  for (const { detail } of problem.errors ?? []) {
    expect(detail).toMatch(/^[A-Z].*\.$/);
    expect(detail).not.toMatch(/expected|received|invalid|string|boolean/i);
  }
  return problem;
}

const pointersIn = (answer: Answered) => problemIn(answer).errors?.map(({ pointer }) => pointer);

describe.each(each(withBody))('%s, sent what is no body of it', (_title, operation) => {
  test('that is not JSON: 400', async () => {
    for (const body of ['{"a":', '{"half":"\\ud800"}', '\u0000', "{'a': 1}"]) {
      expect(problemIn(await ask(operation, { body })).status).toBe(400);
    }
  });

  test('of another media type: 415', async () => {
    const headers = { 'content-type': 'text/plain' };
    expect(problemIn(await ask(operation, { body: '{}', headers })).status).toBe(415);
  });

  test('larger than anybody needs: 413', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(300_000) });
    expect(problemIn(await ask(operation, { body })).status).toBe(413);
  });

  test('or nothing at all: 422', async () => {
    expect(problemIn(await ask(operation)).status).toBe(422);
  });

  test('with a field that is not known: 422 with its pointer', async () => {
    for (const { tags } of formsOf(operation.body ?? z.never())) {
      const answer = await ask(operation, { body: { ...tags, noSuchField: 1 } });
      expect(answer.status).toBe(422);
      expect(pointersIn(answer)).toContain('/noSuchField');
    }
  });

  test('with any field of a wrong type: 422 with its pointer', async () => {
    for (const { tags, fields } of formsOf(operation.body ?? z.never())) {
      for (const [name, field] of Object.entries(fields)) {
        const answer = await ask(operation, { body: { ...tags, [name]: wrongFor(field) } });
        expect([name, answer.status]).toEqual([name, 422]);
        expect(pointersIn(answer)?.some((pointer) => pointer.startsWith(`/${name}`))).toBe(true);
      }
    }
  });

  test('nested deeper than anything of ours: 400', async () => {
    const [{ fields } = { fields: {} }] = formsOf(operation.body ?? z.never());
    const [name = 'field'] = Object.keys(fields);
    const body = `{"${name}":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    expect(problemIn(await ask(operation, { body })).status).toBe(400);
  });

  test('but any JSON that comes to mind: never a fault', async () => {
    const names = formsOf(operation.body ?? z.never()).flatMap(({ fields }) => Object.keys(fields));
    const [{ tags } = { tags: {} }] = formsOf(operation.body ?? z.never());
    const anyBody = fc.oneof(
      fc.jsonValue(),
      fc
        .dictionary(fc.constantFrom(...names), fc.jsonValue())
        .map((body) => ({ ...tags, ...body })),
    );
    await fc.assert(
      fc.asyncProperty(anyBody, async (body) => {
        // What by chance is a body of it is no bad input.
        fc.pre(!operation.body?.safeParse(body).success);
        const { status } = problemIn(await ask(operation, { body: JSON.stringify(body) }));
        expect([400, 404, 409, 412, 422, 428]).toContain(status);
      }),
      { numRuns: 12, seed: 20_261_102 },
    );
  });
});

describe.each(each(withParams))('%s, of something that there is not', (_title, operation) => {
  test('with an id that is none: 404', async () => {
    const name = /\{(\w+)\}/.exec(operation.path)?.[1] ?? '';
    for (const wrong of ['NOT-AN-ID', '%00', 'a'.repeat(2_000), '..%2F..%2Fetc']) {
      const answer = await ask(operation, {}, { [name]: wrong });
      expect(problemIn(answer).status).toBe(404);
    }
  });
});

describe.each(each(withParams.filter(({ body }) => !body)))('%s', (_title, operation) => {
  test('of an id that names nothing: 404', async () => {
    const ids = { caseId: nobodysId };
    expect(problemIn(await ask(operation, {}, ids)).status).toBe(404);
  });
});

const needsRole = operations.filter(({ access }) => access === 'staff');
describe.each(each(needsRole))('%s', (_title, operation) => {
  test('without a token: the 401 of the gateway', async () => {
    expect((await ask(operation, { token: undefined })).status).toBe(401);
  });

  test('in a role that may not: 403', async () => {
    const others = roles.filter((role) => !operation.roles.includes(role));
    for (const role of others) {
      const answer = await ask(operation, { token: service.tokenOf('p-2', [role]) });
      expect([role, problemIn(answer).status]).toEqual([role, 403]);
    }
    const nobody = service.stack.token({ sub: 'p-3', roles: ['gardener'] });
    expect(problemIn(await ask(operation, { token: nobody })).status).toBe(403);
  });

  test('as a resident: the 401 of the gateway', async () => {
    expect((await ask(operation, { token: service.resident })).status).toBe(401);
  });
});

describe('a list', () => {
  const lists = operations.filter((operation) =>
    formsOf(operation.query).some(({ fields }) => 'cursor' in fields),
  );
  test.each(each(lists))(
    '%s refuses a cursor that is not of it: 422',
    async (_title, operation) => {
      const cursorOf = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');
      const cursors = [
        'x',
        cursorOf({}),
        cursorOf({ gsi1pk: 'TEAM#finance' }),
        cursorOf({ pk: 'CASE#1', sk: 'EVENT#1', gsi1pk: 'TEAM#other', gsi1sk: '2026' }),
      ];
      for (const cursor of cursors) {
        const line = `GET ${addressOf(operation)}?team=finance&cursor=${cursor}`;
        const bare = line.replace('team=finance&', '');
        const isOfTeam = operation.id === 'list-tasks';
        const answer = await service.send(isOfTeam ? line : bare, { token: tokenFor(operation) });
        expect([404, 422]).toContain(problemIn(answer).status);
      }
    },
  );

  test.each(['limit=0', 'limit=101', 'limit=many', 'nothing=known'])(
    'refuses %s',
    async (query) => {
      const answer = await service.send(`GET /tasks?team=finance&${query}`, {
        token: service.tokenOf('p-1'),
      });
      const [name] = query.split('=');
      expect(pointersIn(answer)).toEqual([`query/${name}`]);
    },
  );
});

/** As a client that waits when the gateway tells it that it asks too much at once. */
async function sendPatiently(line: string): Promise<Answered> {
  for (let tries = 1; tries < 50; tries += 1) {
    const answer = await service.send(line);
    if (answer.status !== 429) return answer;
    await setTimeout(100);
  }
  throw new Error('the gateway never had time');
}

describe('an address', () => {
  test('that there is not: 404', async () => {
    for (const line of ['GET /nothing', 'POST /cases', 'GET /cases/x/y/z', 'GET //']) {
      expect(problemIn(await service.send(line)).status).toBe(404);
    }
  });

  test.each(each(operations))('%s by another method: 405', async (_title, operation) => {
    const served = operations.filter(({ path }) => path === operation.path);
    const other = ['PUT', 'DELETE', 'POST'].find((method) =>
      served.every((each) => each.method !== method),
    );
    const answer = await sendPatiently(`${other} ${addressOf(operation)}`);
    expect(problemIn(answer).status).toBe(405);
  });
});

test('nothing of all this was written', async () => {
  expect(await keptItems()).toEqual(itemsBefore);
});

describe('an Idempotency-Key', () => {
  const token = () => service.tokenOf('adviser-1');
  const contact = { ...aContact, channel: 'phone' };

  test('is missing: 400', async () => {
    const answer = await service.send('POST /contacts', { token: token(), body: contact });
    expect(problemIn(answer).status).toBe(400);
  });

  test('cannot be one: 422', async () => {
    const headers = { 'idempotency-key': 'short' };
    const answer = await service.send('POST /contacts', { token: token(), body: contact, headers });
    expect(pointersIn(answer)).toEqual(['header/Idempotency-Key']);
  });

  test('does not help a contact about a person who is not registered: 422', async () => {
    const body = { ...contact, personId: nobodysId };
    const headers = { 'idempotency-key': 'unknown-person-001' };
    const answer = await service.send('POST /contacts', { token: token(), body, headers });
    expect(pointersIn(answer)).toEqual(['/personId']);
  });

  test('with the same request gives the same answer, and writes nothing twice', async () => {
    const again = { token: token(), body: contact, headers: idempotencyKey };
    const first = await service.send('POST /contacts', again);
    expect([first.status, Taken.parse(first.body).caseId]).toEqual([201, caseId]);
    expect((await service.send('POST /contacts', again)).body).toEqual(first.body);
    expect(await keptItems()).toEqual(itemsBefore);
  });

  test('with another request: 422, and nothing is written', async () => {
    const other = { ...contact, whatIsHappening: 'Something else.' };
    const asked = { token: token(), body: other, headers: idempotencyKey };
    expect(problemIn(await service.send('POST /contacts', asked)).status).toBe(422);
    expect(await keptItems()).toEqual(itemsBefore);
  });

  test('makes a decision once, also when both requests come at the same moment', async () => {
    const headers = { 'idempotency-key': 'triage-key-0000001' };
    const asked = { token: token(), headers, body: toAssessment };
    const send = () => service.send(`POST /cases/${caseId}/triage`, asked);
    const answers = await Promise.all([send(), send(), send()]);
    answers.push(await send());
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    for (const { body } of answers) expect(body).toEqual(answers[0]?.body);
    const other = { ...toAssessment, referral: { team: 'finance', reason: 'Another team.' } };
    const reused = await service.send(`POST /cases/${caseId}/triage`, { ...asked, body: other });
    expect(problemIn(reused).status).toBe(422);
    const events = (await service.items()).filter(
      ({ pk, sk }) => pk === `CASE#${caseId}` && String(sk).startsWith('EVENT#'),
    );
    expect(events).toHaveLength(2);
  });
});
