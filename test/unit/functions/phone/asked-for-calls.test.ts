import { beforeEach, describe, expect, test } from 'vitest';
import { appointmentRoutes } from '#functions/appointments/routes.ts';
import { oweCallOf } from '#functions/contact/phone/owe-call.ts';
import { publicContactRoutes } from '#functions/contact/public-routes.ts';
import { contactRoutes } from '#functions/contact/routes.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import { toClosed } from '#shared/domain/case/ending/close.ts';
import { receiptWrite } from '#shared/stores/front-door/receipt-store.ts';
import { FrontDesk } from '#test/support/front-desk.ts';

const adviser = { id: 'adviser-1', role: 'adviser' } as const;
const caseId = 'case00000001';
const contactId = `contact${caseId}`;
const reference = 'ASC-0000-0000-0001';

let desk: FrontDesk;
beforeEach(async () => {
  desk = new FrontDesk([...contactRoutes, ...appointmentRoutes, ...publicContactRoutes]);
  await desk.know();
  await desk.contact({ caseId });
  await desk.ports.table.write([receiptWrite(reference, 'secret', contactId)]);
});

async function queue() {
  const { council, tasks } = desk.ports;
  const team = council.teams.find(({ kind }) => kind === 'front-door')?.id ?? '';
  return (await tasks.ofTeam(team, 10)).tasks;
}

const wish = { wants: 'home-visit', inWords: 'I cannot use the stairs.', number: '01632 960 444' };

function ask(key: string, secret = 'secret', body: object = wish): Promise<Reply> {
  const operation = publicContactRoutes.find(({ id }) => id === 'ask-for-appointment');
  if (!operation) throw new Error('there is no such operation');
  return operation.run(
    {
      caller: { kind: 'public' },
      actingAs: undefined,
      params: { reference },
      query: {},
      body,
      headers: { 'idempotency-key': `key-of-the-asking-${key}`, 'x-receipt-secret': secret },
    },
    desk.ports,
  );
}

/** What the stream brings of the contact after it was made. */
async function streamed(): Promise<void> {
  const { events } = await desk.ports.contacts.page(contactId, 1, 20);
  for (const event of events) await oweCallOf(event, desk.ports);
}

describe('Somebody with a receipt who asks for a visit', () => {
  test('is told by when we call, and the call is owed once', async () => {
    expect(await ask('1')).toMatchObject({ value: { body: { weCallBy: '2026-07-09' } } });
    await streamed();
    await streamed();
    const tasks = await queue();
    expect(tasks).toMatchObject([{ step: 'call-back', due: '2026-07-09', aggregateId: caseId }]);
    const [task] = tasks;
    const callBackId = task && 'taskId' in task ? task.taskId : '';
    const params = { caseId, callBackId };
    expect(await desk.asStaff(adviser, 'read-call-back', { params })).toMatchObject({
      value: {
        body: {
          about: 'Asks for a home visit. I cannot use the stairs.',
          number: '01632 960 444',
          mayLeaveMessage: false,
        },
      },
    });
  });

  test('is answered in another way where they said that a call is not safe', async () => {
    const last = await desk.ports.contacts.last(contactId);
    if (!last) throw new Error('the contact is there');
    await desk.ports.contacts.append(last, {
      id: 'told-of-danger',
      aggregateId: contactId,
      type: last.type,
      at: last.at,
      actor: adviser,
      request: null,
      body: last.body,
      after: { ...last.after, notSafe: ['call', 'message'] },
    });
    const body = { weAnswerBy: '2026-07-09', notByPhone: true };
    const asked = await ask('1', 'secret', { ...wish, mayLeaveMessage: true });
    expect(asked).toMatchObject({ value: { body } });
    await streamed();
    const owed = await desk.ports.cases.last(caseId);
    expect(owed?.after.callBacks).toMatchObject([{ notByPhone: true, mayLeaveMessage: false }]);
    // The queue says so before anybody looks the number up.
    const { tasks } = await desk.ports.tasks.ofTeam(owed?.after.team ?? '', 50);
    expect(tasks).toMatchObject([{ step: 'call-back', flags: ['do-not-call'] }]);
    expect(owed?.body).toMatchObject({ about: expect.stringContaining('It is not safe to call') });
  });

  test('gets the same answer again, and asks no second time by it', async () => {
    const first = await ask('1');
    expect(await ask('1')).toEqual(first);
    const other = await ask('1', 'secret', { wants: 'cancellation' });
    expect(other).toMatchObject({ refusal: { kind: 'idempotency-key-reused' } });
    expect((await desk.ports.contacts.last(contactId))?.sequence).toBe(2);
  });

  test('learns nothing with a wrong secret, and writes nothing', async () => {
    expect(await ask('1', 'wrong')).toMatchObject({ refusal: { kind: 'not-found' } });
    expect((await desk.ports.contacts.last(contactId))?.sequence).toBe(1);
  });

  test('is asked to call after five times', async () => {
    for (const key of ['1', '2', '3', '4', '5']) {
      expect(await ask(key)).toMatchObject({ accepted: true });
    }
    expect(await ask('6')).toMatchObject({ refusal: { kind: 'too-many-open' } });
  });

  test('is called also when the case has ended meanwhile', async () => {
    const last = await desk.ports.cases.last(caseId);
    if (last?.after.status !== 'open') throw new Error('the case is open');
    await desk.ports.cases.append(last, {
      id: 'closing',
      aggregateId: caseId,
      type: 'case-closed',
      at: '2026-07-08T10:00:00.000Z',
      actor: adviser,
      request: null,
      body: {},
      after: toClosed(last.after, '2026-07-08', 'nfa-other-reason'),
    });
    await ask('1');
    await streamed();
    expect(await queue()).toMatchObject([{ step: 'call-back' }]);
  });
});

describe('A resident', () => {
  const visit = {
    kind: 'office',
    place: 'Civic Centre',
    on: '2026-07-10',
    from: '10:00',
    to: '11:00',
    purpose: 'assessment',
    worker: 'worker-1',
    note: 'She may be late.',
    interpreter: { standing: 'not-needed' },
  };
  let appointmentId: string;
  beforeEach(async () => {
    const sent = { params: { caseId }, body: visit };
    const booked = await desk.asStaff(adviser, 'book-appointment', sent);
    appointmentId = booked.accepted ? Object(booked.value.body)['appointmentId'] : '';
    await desk.streamed(caseId);
  });

  test('sees their appointments to come, and no note of ours', async () => {
    expect(await desk.asResident(desk.personId, 'read-my-appointments')).toMatchObject({
      value: {
        body: {
          appointments: [
            {
              appointmentId,
              kind: 'office',
              place: 'Civic Centre',
              on: '2026-07-10',
              from: '10:00',
              to: '11:00',
              purpose: 'assessment',
              interpreter: 'not-needed',
            },
          ],
        },
      },
    });
    desk.today = '2026-07-11';
    expect(await desk.asResident(desk.personId, 'read-my-appointments')).toMatchObject({
      value: { body: { appointments: [] } },
    });
  });

  test('asks for another time, and is called about it', async () => {
    const sent = { params: { appointmentId }, body: { wants: 'other-time' } };
    const asked = await desk.asResident(desk.personId, 'ask-to-change-my-appointment', sent);
    expect(asked).toMatchObject({ value: { body: { caseId, weCallBy: '2026-07-09' } } });
    expect(await queue()).toMatchObject([{ step: 'call-back', due: '2026-07-09' }]);
    const last = await desk.ports.cases.last(caseId);
    expect(last).toMatchObject({ type: 'call-back-requested', body: { appointmentId } });
  });

  test('asks nothing about the appointment of somebody else', async () => {
    const sent = { params: { appointmentId }, body: { wants: 'cancellation' } };
    const asked = await desk.asResident('person000009', 'ask-to-change-my-appointment', sent);
    expect(asked).toMatchObject({ refusal: { kind: 'not-found' } });
    expect(await queue()).toEqual([]);
  });

  test('who has asked ten times calls us', async () => {
    const sent = { params: { appointmentId }, body: { wants: 'other-time' } };
    const asking = () => desk.asResident(desk.personId, 'ask-to-change-my-appointment', sent);
    for (let asks = 0; asks < 10; asks += 1) await asking();
    expect(await asking()).toMatchObject({ refusal: { kind: 'too-many-open' } });
  });
});
