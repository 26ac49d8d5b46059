import { beforeEach, describe, expect, test } from 'vitest';
import { caseRoutes } from '#functions/cases/routes.ts';
import { contactRoutes } from '#functions/contact/routes.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import { referred } from '#test/support/case-states.ts';
import { Office } from '#test/support/office.ts';

const adviser = { id: 'adviser-1', role: 'adviser' } as const;
const other = { id: 'adviser-2', role: 'adviser' } as const;
const manager = { id: 'manager-1', role: 'team-manager' } as const;
const caseId = 'case00000001';
const { team } = referred();
const number = '01632 960 777';

let office: Office;
let callBackId: string;
beforeEach(async () => {
  office = new Office([...contactRoutes, ...caseRoutes]);
  await office.seed(caseId, referred());
  const body = { by: '2026-07-09', about: 'The bath', askedBy: { kind: 'person' }, number };
  const reply = await office.asStaff(adviser, 'request-call-back', { params: { caseId }, body });
  callBackId = String(Object(bodyOf(reply))['callBackId']);
});

function bodyOf(reply: Reply): unknown {
  if (!reply.accepted) throw new Error(`refused: ${JSON.stringify(reply.refusal)}`);
  return reply.value.body;
}

async function queueOf(name = team) {
  return (await office.ports.tasks.ofTeam(name, 10)).tasks;
}

function send(operation: string, by: typeof adviser | typeof other, body?: object) {
  const params = { caseId, callBackId, deskStep: 'call-back', taskId: callBackId };
  return office.asStaff(by, operation, { params, body });
}

const noAnswer = { result: 'no-answer', tryAgainOn: '2026-07-10' };
const reached = { result: 'reached', whatWasSaid: 'The bath lift comes on Monday.' };

describe('a promised call', () => {
  test("stands in its team's queue without number or words", async () => {
    expect(await queueOf()).toEqual([
      {
        owner: 'case',
        aggregateId: caseId,
        step: 'call-back',
        taskId: callBackId,
        team,
        due: '2026-07-09',
        claimedBy: null,
        isUrgent: false,
        isOverdue: false,
        flags: ['no-message'],
        openedAt: '2026-07-08T10:00:00.000Z',
      },
    ]);
  });

  test('tells its caller the number and what it is about', async () => {
    expect(bodyOf(await send('read-call-back', adviser))).toEqual({
      callBackId,
      by: '2026-07-09',
      about: 'The bath',
      askedBy: { kind: 'person' },
      number,
      mayLeaveMessage: false,
      notByPhone: false,
      safeContact: null,
      tries: 0,
    });
  });

  test('is taken by one person at a time, who alone may give it back', async () => {
    expect(await send('claim-desk-task', adviser)).toMatchObject({ accepted: true });
    expect(await queueOf()).toMatchObject([{ claimedBy: adviser.id }]);
    const taken = await send('claim-desk-task', other);
    expect(taken).toMatchObject({ refusal: { kind: 'already-recorded' } });
    const notTheirs = await send('release-desk-task', other);
    expect(notTheirs).toMatchObject({ refusal: { kind: 'wrong-stage' } });
    expect(await send('release-desk-task', adviser)).toMatchObject({ accepted: true });
    expect(await queueOf()).toMatchObject([{ claimedBy: null }]);
  });

  test('is due again on the day of the next try, with whoever holds it', async () => {
    await send('claim-desk-task', adviser);
    expect(await send('record-call-back', adviser, noAnswer)).toMatchObject({ accepted: true });
    expect(await queueOf()).toMatchObject([{ due: '2026-07-10', claimedBy: adviser.id }]);
  });

  test('leaves the queue once it is made, and is then neither read nor taken', async () => {
    expect(await send('record-call-back', adviser, reached)).toMatchObject({ accepted: true });
    expect(await queueOf()).toEqual([]);
    for (const operation of ['read-call-back', 'claim-desk-task', 'release-desk-task']) {
      expect(await send(operation, adviser)).toMatchObject({ refusal: { kind: 'not-found' } });
    }
    const twice = await send('record-call-back', adviser, reached);
    expect(twice).toMatchObject({ refusal: { kind: 'not-found' } });
  });

  test('shows in the timeline what became of its task', async () => {
    await send('claim-desk-task', adviser);
    const timeline = bodyOf(await office.asStaff(adviser, 'read-timeline', { params: { caseId } }));
    const entry = { type: 'task-claimed', step: 'call-back' };
    expect(timeline).toMatchObject({ entries: [{}, { type: 'call-back-requested' }, entry] });
  });

  test('goes with the case to another team, and one of another team stays there', async () => {
    const teams = office.ports.council.teams.filter(({ id }) => id !== team);
    const [elsewhere, third] = teams.map(({ id }) => id);
    const body = { by: '2026-07-09', about: 'Money', askedBy: { kind: 'carer' }, number };
    const there = { ...body, team: third };
    await office.asStaff(adviser, 'request-call-back', { params: { caseId }, body: there });
    const allocation = { worker: 'worker-2', team: elsewhere, reason: 'She moved.' };
    await office.asStaff(manager, 'allocate-case', { params: { caseId }, body: allocation });
    expect(await queueOf()).toEqual([]);
    expect(await queueOf(elsewhere)).toMatchObject([{ claimedBy: 'worker-2' }]);
    expect(await queueOf(third)).toMatchObject([{ claimedBy: null }]);
  });
});
