import { beforeEach, describe, expect, test } from 'vitest';
import { contactRoutes } from '#functions/contact/routes.ts';
import { toClosed } from '#shared/domain/case/ending/close.ts';
import { referred } from '#test/support/case-states.ts';
import { Office } from '#test/support/office.ts';

const adviser = { id: 'adviser-1', role: 'adviser' } as const;
const caseId = 'case00000001';
const { team } = referred();

let office: Office;
let elsewhere: string;
beforeEach(async () => {
  office = new Office(contactRoutes);
  await office.seed(caseId, { ...referred(), allocatedTo: 'worker-1', held });
  elsewhere = office.ports.council.teams.find(({ id }) => id !== team)?.id ?? '';
});

const held = { team, worker: 'worker-1', since: '2026-07-01' };
const said = { reason: 'It is about money.', toldCaller: 'Kim of the money team helps you now.' };
const promise = { by: '2026-07-09', about: 'The bill', askedBy: { kind: 'person' } };
const number = '01632 960 777';

function transfer(body: object) {
  return office.asStaff(adviser, 'transfer-case', {
    params: { caseId },
    body: { team: elsewhere, ...said, ...body },
  });
}

const accepted = { answer: 'accepted', worker: 'worker-2' };
const notTaken = { answer: 'not-taken', callBack: { ...promise, number } };

async function newest() {
  return await office.ports.cases.last(caseId);
}

async function queueOf(name: string) {
  return (await office.ports.tasks.ofTeam(name, 10)).tasks;
}

describe('A call that is passed on', () => {
  test('takes the case with it to whoever accepts, and counts as a hand-off', async () => {
    expect(await transfer(accepted)).toMatchObject({ accepted: true });
    expect(await newest()).toMatchObject({
      type: 'case-transferred',
      body: { ...said, isHandOff: true, from: { team, worker: 'worker-1' } },
      after: { team: elsewhere, allocatedTo: 'worker-2', handOffs: 1 },
    });
  });

  test('may go to another worker of the same team', async () => {
    await transfer(accepted);
    expect(await transfer({ ...accepted, worker: 'worker-3' })).toMatchObject({ accepted: true });
    expect(await newest()).toMatchObject({ after: { allocatedTo: 'worker-3', handOffs: 2 } });
  });

  test('takes with it what the team before had promised', async () => {
    const body = { ...promise, number };
    await office.asStaff(adviser, 'request-call-back', { params: { caseId }, body });
    await transfer(accepted);
    expect(await queueOf(team)).toEqual([]);
    expect(await queueOf(elsewhere)).toMatchObject([{ claimedBy: 'worker-2' }]);
  });

  test('is owed by the team that was asked where nobody takes it', async () => {
    expect(await transfer(notTaken)).toMatchObject({ accepted: true });
    const { type, body, after } = (await newest()) ?? {};
    expect(type).toBe('transfer-not-taken');
    expect(body).toMatchObject({ about: 'The bill', number, transfer: { team: elsewhere } });
    expect(after).toMatchObject({ team, allocatedTo: 'worker-1', handOffs: 0 });
    const [callBack] = after?.callBacks ?? [];
    expect(await queueOf(elsewhere)).toMatchObject([
      { step: 'call-back', taskId: callBack?.id, claimedBy: null, due: '2026-07-09' },
    ]);
    const params = { caseId, callBackId: callBack?.id ?? '' };
    const read = await office.asStaff(adviser, 'read-call-back', { params });
    expect(read).toMatchObject({ value: { body: { number, about: 'The bill' } } });
  });

  test('is refused to a team that there is not, and to the worker who has the case', async () => {
    const nobody = await transfer({ ...accepted, team: 'nobody' });
    expect(nobody).toMatchObject({ refusal: { kind: 'invalid-input', pointer: '/team' } });
    await transfer(accepted);
    expect(await transfer(accepted)).toMatchObject({ refusal: { kind: 'already-recorded' } });
  });

  test('points to what is wrong with the call that is owed instead', async () => {
    const late = await transfer({
      ...notTaken,
      callBack: { ...promise, number, by: '2026-07-01' },
    });
    expect(late).toMatchObject({ refusal: { pointer: '/callBack/by' } });
    const noNumber = await transfer({ ...notTaken, callBack: promise });
    expect(noNumber).toMatchObject({ refusal: { pointer: '/callBack/number' } });
  });

  test('is refused on a closed case', async () => {
    const last = await newest();
    if (last?.after.status !== 'open') throw new Error('the case is open');
    await office.ports.cases.append(last, {
      id: 'closing',
      aggregateId: caseId,
      type: 'case-closed',
      at: '2026-07-08T10:00:00.000Z',
      actor: adviser,
      request: null,
      body: {},
      after: toClosed(last.after, '2026-07-08', 'nfa-other-reason'),
    });
    expect(await transfer(accepted)).toMatchObject({ refusal: { kind: 'case-closed' } });
  });
});
