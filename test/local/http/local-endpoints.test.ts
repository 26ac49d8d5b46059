import { expect, test } from 'vitest';
import { createActivity } from '#infra/local/activity.ts';
import { createClock } from '#infra/local/clock.ts';
import { createLocalEndpoints } from '#infra/local/http/local-endpoints.ts';

function endpointsAt(start: string) {
  const activity = createActivity();
  const clock = createClock(activity, Date.parse(start) - Date.now(), () => {});
  let wipes = 0;
  const handle = createLocalEndpoints({
    clock,
    activity,
    sign: (request) => JSON.stringify(request),
    wipeExecutions: async () => {
      wipes += 1;
    },
    notifications: () => [{ id: 'n-1', channel: 'email', body: { reference: 'r' } }],
    table: { endpoint: 'http://127.0.0.1:1', name: 'record', council: 'example' },
  });
  const call = async (line: string, body?: unknown) => {
    const [method = '', target = ''] = line.split(' ');
    const text = typeof body === 'string' ? body : JSON.stringify(body ?? {});
    const answer = await handle({
      method,
      target,
      httpVersion: '1.1',
      rawHeaders: [],
      sourceIp: '127.0.0.1',
      body: Buffer.from(text),
    });
    return { status: answer.status, body: JSON.parse(String(answer.body)) };
  };
  return { call, clock, activity, wipes: () => wipes };
}

test.each([
  [{ advanceTo: '2027-01-01T09:00:00Z' }, '2027-01-01T09:00'],
  [{ advanceBy: 'P6W' }, '2026-04-13T09:00'],
  [{ advanceBy: 'P1D' }, '2026-03-03T09:00'],
  [{ advanceBy: 'P1Y2M' }, '2027-05-02T09:00'],
  [{ advanceBy: 'PT1H30M' }, '2026-03-02T10:30'],
])('The clock is advanced by %j', async (request, expected) => {
  const { call, clock } = endpointsAt('2026-03-02T09:00:00Z');
  const answer = await call('POST /local/clock', request);
  expect(answer).toEqual({ status: 200, body: { now: expect.stringContaining(expected) } });
  expect(new Date(clock.now()).toISOString()).toContain(expected);
});

test('What falls due on the way is done on its own day', async () => {
  const { call, clock } = endpointsAt('2026-03-02T09:00:00Z');
  const seen: string[] = [];
  const note = async () => {
    seen.push(new Date(clock.now()).toISOString().slice(0, 10));
  };
  clock.at(Date.parse('2026-03-05T00:00:00Z'), 'second', note);
  clock.at(Date.parse('2026-03-04T00:00:00Z'), 'first', note);
  clock.at(Date.parse('2026-05-01T00:00:00Z'), 'later', note);
  await call('POST /local/clock', { advanceBy: 'P1W' });
  expect(seen).toEqual(['2026-03-04', '2026-03-05']);
});

test.each([
  ['backwards', { advanceTo: '2026-03-01T09:00:00Z' }, 'forwards'],
  ['by what is no duration', { advanceBy: 'soon' }, 'duration'],
  ['by an empty duration', { advanceBy: 'P' }, 'duration'],
  ['to what is no instant', { advanceTo: 'tomorrow' }, 'advanceTo'],
  ['by what cannot be read', '{', 'JSON'],
])('The clock does not go %s', async (_what, request, message) => {
  const { call } = endpointsAt('2026-03-02T09:00:00Z');
  expect(await call('POST /local/clock', request)).toEqual({
    status: 400,
    body: { message: expect.stringContaining(message) },
  });
});

test('Two who advance the clock at once are served one after the other', async () => {
  const { call, clock } = endpointsAt('2026-03-02T09:00:00Z');
  const day = () => call('POST /local/clock', { advanceBy: 'P1D' });
  expect((await Promise.all([day(), day()])).map(({ status }) => status)).toEqual([200, 200]);
  expect(new Date(clock.now()).toISOString()).toContain('2026-03-04T09:00');
});

test('Whoever asks for idleness waits until the work under way has ended', async () => {
  const { call, activity } = endpointsAt('2026-03-02T09:00:00Z');
  const done = activity.begin('a letter');
  let isAnswered = false;
  const asked = call('POST /local/idle').then(() => {
    isAnswered = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isAnswered).toBe(false);
  done();
  await asked;
  expect(isAnswered).toBe(true);
});

test('A token is signed for whom the request names', async () => {
  const { call } = endpointsAt('2026-03-02T09:00:00Z');
  const request = { sub: 'p-1', roles: ['practitioner'], teams: ['north'] };
  expect(await call('POST /local/tokens', request)).toEqual({
    status: 200,
    body: { token: JSON.stringify(request) },
  });
});

test.each([
  [{ sub: 'p-1' }, 'roles'],
  [{ sub: 'p-1', roles: ['king'] }, 'king is not a role; the roles are adviser, practitioner, '],
  [{ sub: 'p-1', roles: ['adviser'], rolle: 'x' }, '"rolle"'],
  [{ resident: 'r-1', team: 'north' }, '"team"'],
])('No token is signed for %j, and the answer names what is wrong', async (request, named) => {
  const { call } = endpointsAt('2026-03-02T09:00:00Z');
  const message = expect.stringContaining(named);
  expect(await call('POST /local/tokens', request)).toEqual({ status: 400, body: { message } });
});

test('Every execution can be lost, and what would have been sent can be read', async () => {
  const { call, wipes } = endpointsAt('2026-03-02T09:00:00Z');
  await call('POST /local/wipe-executions');
  expect(wipes()).toBe(1);
  expect((await call('GET /local/notifications')).body).toEqual({
    notifications: [{ id: 'n-1', channel: 'email', body: { reference: 'r' } }],
  });
});

test('Nothing else is offered beside the API', async () => {
  const { call } = endpointsAt('2026-03-02T09:00:00Z');
  expect(await call('GET /local/secrets')).toMatchObject({ status: 404 });
});
