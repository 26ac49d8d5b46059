import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { aContact } from '#test/support/requests.ts';
import { type RunningService, startService } from '#test/support/running-service.ts';

const Made = z.looseObject({ caseId: z.string(), reference: z.string(), secret: z.string() });
const State = z.looseObject({ state: z.looseObject({ personId: z.string() }) });

let service: RunningService;
let made: z.infer<typeof Made>;
let personId: string;
let keys = 0;

async function send(line: string, body?: object, headers: Record<string, string> = {}) {
  keys += 1;
  const key = { 'idempotency-key': `a-key-of-this-call-${keys}` };
  const token = line.includes('/public/') ? undefined : service.tokenOf('adviser-1');
  const sent = { token, headers: { ...key, ...headers } };
  const answer = await service.send(line, body === undefined ? sent : { ...sent, body });
  await service.stack.activity.whenIdle();
  return answer;
}

beforeAll(async () => {
  service = await startService();
  const taken = await send('POST /contacts', { ...aContact, channel: 'phone' });
  made = Made.parse(taken.body);
  const read = await send(`GET /cases/${made.caseId}`);
  personId = State.parse(read.body).state.personId;
}, 120_000);
afterAll(() => service.stop());

const number = '01632 960 777';

describe('While somebody is on the phone', () => {
  test('the banner shows their case, and then the call that is owed and the visit to come', async () => {
    const { caseId } = made;
    const promise = { by: tomorrow(), about: 'The bath', askedBy: { kind: 'person' }, number };
    expect((await send(`POST /cases/${caseId}/call-backs`, promise)).status).toBe(200);
    const visit = {
      kind: 'office',
      place: 'Civic Centre',
      on: tomorrow(),
      from: '10:00',
      to: '10:30',
      purpose: 'first-conversation',
      interpreter: { standing: 'needed', language: 'Polish' },
      whyNotOnWorkingDay: 'It suits her.',
    };
    expect((await send(`POST /cases/${caseId}/appointments`, visit)).status).toBe(200);
    const { status, body } = await send(`GET /people/${personId}/banner`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      alerts: [{ kind: 'interpreter-not-booked', caseId }],
      openCases: [{ caseId, progress: { stage: 'contact' } }],
      lastContacts: [{ caseId, channel: 'phone' }],
      callBacks: [{ caseId, by: tomorrow() }],
      appointments: [{ caseId, place: 'Civic Centre' }],
    });
  });

  test('the person sees the visit, and asks for another time for it', async () => {
    const token = service.stack.token({ resident: personId });
    const mine = await service.send('GET /my/appointments', { token });
    const Mine = z.object({ appointments: z.array(z.looseObject({ appointmentId: z.string() })) });
    const id = Mine.parse(mine.body).appointments[0]?.appointmentId ?? '';
    const headers = { 'idempotency-key': 'another-time-please-1' };
    const asked = { token, headers, body: { wants: 'other-time' } };
    const answer = await service.send(`POST /my/appointments/${id}/change-request`, asked);
    expect([answer.status, answer.body]).toMatchObject([200, { weCallBy: expect.any(String) }]);
  });

  test('what was told is printed for a browser', async () => {
    const headers = { accept: 'text/html' };
    const line = `GET /cases/${made.caseId}/contact-summary?size=large`;
    const answer = await send(line, undefined, headers);
    expect([answer.status, answer.type]).toEqual([200, 'text/html; charset=utf-8']);
  });
});

test('with a receipt a person asks for a visit, and the call is owed on their case', async () => {
  const { reference, secret, caseId } = made;
  const headers = { 'x-receipt-secret': secret };
  const wish = { wants: 'home-visit', number };
  const line = `POST /public/receipts/${reference}/appointment-requests`;
  expect((await send(line, wish, headers)).status).toBe(202);
  const summary = await send(`GET /public/receipts/${reference}/summary`, undefined, headers);
  expect(summary.body).toMatchObject({ reference, channel: 'phone' });
  const tasks = await send('GET /tasks?team=adult-front-door');
  const calls = z
    .object({ tasks: z.array(z.looseObject({ step: z.string(), aggregateId: z.string() })) })
    .parse(tasks.body)
    .tasks.filter(({ step, aggregateId }) => step === 'call-back' && aggregateId === caseId);
  expect(calls).toHaveLength(3);
});

test('no number and no words of it stand in any key or queue', async () => {
  for (const { body: _body, after: _after, details: _details, ...rest } of await service.items()) {
    const shown = JSON.stringify(rest);
    expect(shown).not.toContain('960 777');
    expect(shown).not.toContain('The bath');
  }
});

function tomorrow(): string {
  return new Date(Date.now() + 26 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
