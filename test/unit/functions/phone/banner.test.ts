import { beforeEach, describe, expect, test } from 'vitest';
import { appointmentRoutes } from '#functions/appointments/routes.ts';
import { contactRoutes } from '#functions/contact/routes.ts';
import { FrontDesk } from '#test/support/front-desk.ts';

const adviser = { id: 'adviser-1', role: 'adviser' } as const;
const caseId = 'case00000001';

let desk: FrontDesk;
beforeEach(async () => {
  desk = new FrontDesk([...contactRoutes, ...appointmentRoutes]);
  await desk.know();
  await desk.contact({ caseId });
});

async function banner(): Promise<Record<string, unknown>> {
  const params = { personId: desk.personId };
  const reply = await desk.asStaff(adviser, 'read-banner', { params });
  if (!reply.accepted) throw new Error(reply.refusal.detail);
  return Object(reply.value.body);
}

async function send(operation: string, body: object, others = {}, to = caseId) {
  const reply = await desk.asStaff(adviser, operation, { params: { caseId: to, ...others }, body });
  if (!reply.accepted) throw new Error(JSON.stringify(reply.refusal));
  await desk.streamed(to);
  return Object(reply.value.body);
}

const triage = {
  verdict: 'advice',
  advice: 'A falls class meets on Tuesdays.',
  appearanceOfNeed: { isPresent: false, reason: 'He manages.' },
  toldHowToAskForAssessment: true,
};
const callBack = {
  by: '2026-07-09',
  about: 'The bath',
  askedBy: { kind: 'person' },
  number: '01632 960 777',
};
const visit = {
  kind: 'home-visit',
  on: '2026-07-10',
  from: '10:00',
  to: '11:00',
  purpose: 'assessment',
  worker: 'worker-1',
  interpreter: { standing: 'needed', language: 'Polish' },
  loneWorking: 'The duty desk is called at noon.',
};

describe('The banner', () => {
  test('shows the open case from the moment at which it is opened', async () => {
    expect(await banner()).toEqual({
      personId: desk.personId,
      name: 'Ada Example',
      dateOfBirth: '1941-05-09',
      alerts: [],
      warnings: [],
      accessNeeds: null,
      safeContact: null,
      openCases: [
        {
          caseId,
          kind: 'adult',
          progress: {
            stage: 'contact',
            nextSteps: ['triage-contact'],
            dues: { 'triage-contact': '2026-07-09' },
          },
          team: desk.ports.council.teams.find(({ kind }) => kind === 'front-door')?.id,
          worker: null,
          priority: null,
        },
      ],
      lastContacts: [{ caseId, on: '2026-07-08', channel: 'phone', outcome: null }],
      callBacks: [],
      appointments: [],
    });
  });

  test('shows the last three contacts, each with what came of it', async () => {
    await send('triage-contact', triage);
    for (const [day, next] of [1, 2, 3].entries()) {
      desk.today = `2026-07-1${day}`;
      await desk.contact({ caseId: `case0000001${next}` });
    }
    const { lastContacts, openCases } = await banner();
    expect(lastContacts).toMatchObject([{ on: '2026-07-12' }, {}, { on: '2026-07-10' }]);
    expect(openCases).toHaveLength(3);
  });

  test('names the outcome of a contact that ended in advice, whose case is open no more', async () => {
    await send('triage-contact', triage);
    expect(await banner()).toMatchObject({
      openCases: [],
      lastContacts: [{ caseId, outcome: 'nfa-information-and-advice' }],
    });
  });

  test('shows calls that are owed and visits to come, and alerts to what is wrong with them', async () => {
    await send('request-call-back', callBack);
    const { appointmentId } = await send('book-appointment', visit);
    desk.today = '2026-07-10';
    expect(await banner()).toMatchObject({
      alerts: [
        { kind: 'call-back-late', caseId, on: '2026-07-09' },
        { kind: 'interpreter-not-booked', caseId, on: '2026-07-10' },
      ],
      callBacks: [{ caseId, by: '2026-07-09', tries: 0 }],
      appointments: [{ caseId, on: '2026-07-10', from: '10:00', interpreter: 'needed' }],
    });
    const booking = { language: 'Polish', provider: 'Words', reference: 'W-1' };
    const interpreter = { standing: 'booked', ...booking };
    await send('arrange-interpreter', { interpreter }, { appointmentId });
    expect(await banner()).toMatchObject({ alerts: [{ kind: 'call-back-late' }] });
  });

  test('shows neither a number nor what anybody said', async () => {
    await send('request-call-back', callBack);
    await send('book-appointment', { ...visit, note: 'The key is under the pot.' });
    const shown = JSON.stringify(await banner());
    expect(shown).not.toContain('960');
    expect(shown).not.toContain('pot');
    expect(shown).not.toContain('The bath');
  });

  test('says first what is urgent and that nobody may call', async () => {
    const safeContact = { mayCall: false, mayText: false, mayLeaveMessage: false };
    desk.today = '2026-07-09';
    const urgent = { caseId: 'case00000002', isUrgent: true };
    await desk.contact({ ...urgent, body: { safeContact } });
    expect(await banner()).toMatchObject({
      alerts: [
        { kind: 'urgent', caseId: urgent.caseId },
        { kind: 'do-not-call', caseId: urgent.caseId },
      ],
    });
  });

  test('says how it is safe to reach them, also where a later contact said nothing of it', async () => {
    const safeContact = { mayCall: false, mayText: false, mayLeaveMessage: false, mayWrite: false };
    await desk.contact({ caseId: 'case00000002', body: { safeContact } });
    desk.today = '2026-07-20';
    await desk.contact({ caseId: 'case00000003' });
    expect(await banner()).toMatchObject({
      alerts: [{ kind: 'do-not-call' }],
      safeContact: { ...safeContact, toldAt: expect.stringContaining('2026-07-08') },
    });
  });

  test('is not misled by what the stream brings again, or late', async () => {
    await send('request-call-back', callBack);
    await send('triage-contact', triage);
    await desk.streamed(caseId);
    expect(await banner()).toMatchObject({ openCases: [], callBacks: [{ by: '2026-07-09' }] });
  });

  test('is refused for somebody who is not known', async () => {
    const params = { personId: 'person000009' };
    const reply = await desk.asStaff(adviser, 'read-banner', { params });
    expect(reply).toMatchObject({ refusal: { kind: 'not-found' } });
  });
});

test('a call to a number of a contact who said that nobody may call is not promised', async () => {
  const person = { phone: '01632 960 700' };
  const safeContact = { mayCall: false, mayText: true, mayLeaveMessage: false };
  await desk.contact({ caseId: 'case00000003', body: { person, safeContact } });
  const { number: _, ...toKnownNumber } = callBack;
  const ask = (to: string) =>
    desk.asStaff(adviser, 'request-call-back', { params: { caseId: to }, body: toKnownNumber });
  expect(await ask('case00000003')).toMatchObject({ refusal: { pointer: '/number' } });
  // What was told stands for the cases to come, until somebody tells otherwise.
  await desk.contact({ caseId: 'case00000004' });
  expect(await ask('case00000004')).toMatchObject({ refusal: { pointer: '/number' } });
  await desk.contact({
    caseId: 'case00000005',
    body: { safeContact: { ...safeContact, mayCall: true } },
  });
  expect(await ask('case00000005')).toMatchObject({ accepted: true });
  const last = await desk.ports.cases.last('case00000005');
  expect(last?.body).toMatchObject({ number: '01632 960 700', mayLeaveMessage: false });
});
