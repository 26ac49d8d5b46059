import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleDirectory as example, runDirectory } from '#test/support/directory-command.ts';
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

let keys = 0;
async function send(line: string, body?: object, by = 'adviser-1') {
  const token = service().tokenOf(by);
  keys += 1;
  const headers = { 'idempotency-key': `front-door-key-${keys}` };
  const answer = await service().send(line, { token, headers, ...(body && { body }) });
  await service().stack.activity.whenIdle();
  return { status: answer.status, body: Object(answer.body) };
}

async function openCase(isUrgent = false): Promise<string> {
  const urgent = isUrgent ? { isUrgent, urgentBecause: 'Nobody can lift her tonight.' } : {};
  const contact = { ...aContact, ...urgent, channel: 'phone' };
  return (await send('POST /contacts', contact)).body.caseId;
}

const referral = {
  verdict: 'assess',
  appearanceOfNeed: { isPresent: true, reason: 'She cannot wash.' },
  toldHowToAskForAssessment: true,
  referral: {},
};
const team = 'social-work-north';
const waiting = `GET /teams/${team}/waiting-list`;
const tasks = async () => (await send(`GET /tasks?team=${team}`)).body.tasks;
const inOrder = async () =>
  (await send(waiting)).body.cases.map(({ caseId }: { caseId: string }) => caseId);

test('people wait for a team in the right order, and somebody asks how they are', async () => {
  const first = await openCase();
  const path = `POST /cases/${first}/triage/suggested-team`;
  const suggested = await send(path, { verdict: 'assess' });
  expect(suggested.body).toMatchObject({ team, rule: 'by-patch' });
  await send(`POST /cases/${first}/triage`, referral);
  const urgent = await openCase(true);
  await send(`POST /cases/${urgent}/triage`, referral);
  expect(await inOrder()).toEqual([urgent, first]);
  expect(await tasks()).toMatchObject([
    { aggregateId: urgent, priority: 'red' },
    { aggregateId: first, priority: 'amber' },
  ]);

  await service().send('POST /local/clock', { body: { advanceTo: '2026-11-16T09:00:00Z' } });
  const asked = (await tasks()).filter(({ step }: { step: string }) => step === 'check-risk');
  expect(asked.map(({ aggregateId }: { aggregateId: string }) => aggregateId).sort()).toEqual(
    [first, urgent].sort(),
  );
  const look = {
    by: 'phone',
    spokeWith: 'person',
    finding: 'Her sister comes each morning.',
    priority: { level: 'green', reason: 'Her sister helps for now.' },
  };
  expect((await send(`POST /cases/${first}/risk-re-checks`, look)).status).toBe(200);
  expect((await send(waiting)).body.cases).toMatchObject([
    { caseId: urgent, waitingDays: 14, isReCheckOverdue: true },
    { caseId: first, priority: 'green', riskCheckedOn: '2026-11-16', reCheckDue: '2026-12-14' },
  ]);

  const allocation = { worker: 'worker-1', team, reason: 'She knows the family.' };
  await send(`POST /cases/${urgent}/allocation-to-worker`, allocation, 'manager-1');
  expect(await inOrder()).toEqual([first]);
  expect((await send('GET /caseload', undefined, 'worker-1')).body.cases).toMatchObject([
    { caseId: urgent, priority: 'red' },
  ]);
  const another = { ...allocation, worker: 'worker-2' };
  await send(`POST /cases/${urgent}/allocation-to-worker`, another, 'manager-1');
  const { entries } = (await send(`GET /cases/${urgent}/timeline`)).body;
  expect(entries.at(-1)).toMatchObject({ type: 'case-allocated', handOffs: 1 });
  expect((await send(`GET /cases/${urgent}`)).body.state.handOffs).toBe(1);
}, 120_000);

test('advice goes with a small aid and with services that can be looked up again', async () => {
  await runDirectory(service().stack.url, 'import', example);
  const { services } = JSON.parse(readFileSync(example, 'utf8'));
  const caseId = await openCase();
  const prescribed = await send(`POST /cases/${caseId}/equipment`, {
    item: 'bath-board',
    whatFor: 'To bathe without help.',
    recipient: { kind: 'person' },
    handedOver: 'collect',
    givenOn: '2026-11-16',
  });
  const { reference } = prescribed.body;
  const printed = await send(`GET /cases/${caseId}/equipment/${reference}`);
  expect(printed.body).toMatchObject({ name: 'Bath board', chargePence: 0 });
  const advised = await send(`POST /cases/${caseId}/triage`, {
    verdict: 'advice',
    appearanceOfNeed: { isPresent: false, reason: 'She manages with the board.' },
    toldHowToAskForAssessment: true,
    advice: 'A bath board, and company at lunch.',
    signposting: { services: [services[0].id] },
  });
  expect(advised).toMatchObject({ status: 200, body: { stage: 'closed' } });
  expect((await send(`GET /cases/${caseId}/signposting`)).body.services).toMatchObject([
    { id: services[0].id, name: services[0].name },
  ]);
}, 120_000);
