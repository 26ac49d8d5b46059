import { afterAll, beforeAll, expect, test } from 'vitest';
import { aContact } from '#test/support/requests.ts';
import { type RunningService, startService } from '#test/support/running-service.ts';

let running: RunningService | undefined;
function service(): RunningService {
  if (!running) throw new Error('the service is not running');
  return running;
}
beforeAll(async () => {
  running = await startService();
}, 120_000);
afterAll(() => running?.stop());

/** Takes a contact by phone and waits until the person has been told of it. */
async function contact(key: string, said: object = {}) {
  const taken = await service().send('POST /contacts', {
    token: service().tokenOf('adviser-1'),
    headers: { 'idempotency-key': key },
    body: { ...aContact, channel: 'phone', ...said },
  });
  await service().stack.activity.whenIdle();
  return Object(taken.body);
}

async function lettersOf(caseId: string) {
  const token = service().tokenOf('adviser-1');
  const answer = await service().send(`GET /cases/${caseId}/letters`, { token });
  return Object(answer.body).letters;
}

async function nextMorning(): Promise<void> {
  const { clock, activity } = service().stack;
  await clock.advanceTo(clock.now() + 24 * 60 * 60 * 1000);
  await activity.whenIdle();
}

test('an email that comes back is followed by a letter, and the case shows both', async () => {
  const person = { ...aContact.person, email: 'perm-fail@simulator.notify' };
  const { caseId } = await contact('letters-key-000001', { person });
  expect(await lettersOf(caseId)).toMatchObject([
    { letter: 'contact-received', status: 'sent', tries: [{ channel: 'email' }] },
  ]);
  await nextMorning();
  expect(await lettersOf(caseId)).toMatchObject([
    { tries: [{ channel: 'email', status: 'permanent-failure' }, { channel: 'letter' }] },
  ]);
  await nextMorning();
  expect(await lettersOf(caseId)).toMatchObject([{ status: 'delivered' }]);
});

test('who reads Braille is told by the front door, which finds it in its queue', async () => {
  const accessNeeds = { informationFormats: ['braille'] };
  const { caseId } = await contact('letters-key-000002', { accessNeeds });
  const token = service().tokenOf('adviser-1');
  const queue = await service().send('GET /tasks?team=adult-front-door&limit=100', { token });
  const task = Object(queue.body).tasks.find((each: object) => Object(each).step === 'send-letter');
  expect(task).toMatchObject({ aggregateId: caseId });
  const address = `/cases/${caseId}/letters/${task.taskId}`;
  const letter = await service().send(`GET ${address}`, { token });
  expect(Object(letter.body).words.body).toContain('Dear Marigold Quillfeather');
  const now = new Date(service().stack.clock.now()).toISOString();
  const done = await service().send(`POST ${address}/sent-by-hand`, {
    token,
    body: { how: 'In Braille', on: now.slice(0, 10) },
  });
  expect(done.status).toBe(200);
  expect(await lettersOf(caseId)).toMatchObject([{ status: 'sent-by-hand' }]);
});

test('the receipt shows in plain words where the case is, and shuts to whoever guesses', async () => {
  const { reference, secret } = await contact('letters-key-000003');
  const look = (tried: string) =>
    service().send(`GET /public/receipts/${reference}`, {
      headers: { 'x-receipt-secret': tried },
    });
  expect((await look(secret)).body).toMatchObject({
    status: { stage: 'contact' },
    inWords: {
      next: [{ words: 'We are looking at what you told us.', isLate: false }],
      whoToCall: { phone: '01632 960 100' },
    },
  });
  const statuses: number[] = [];
  for (let guess = 0; guess < 5; guess += 1) statuses.push((await look(`guess-${guess}`)).status);
  expect(statuses).toEqual([404, 404, 404, 404, 404]);
  const shut = await look(secret);
  expect([shut.status, shut.headers.get('retry-after')]).toEqual([429, '900']);
  const { clock } = service().stack;
  await clock.advanceTo(clock.now() + 16 * 60 * 1000);
  expect((await look(secret)).status).toBe(200);
});
