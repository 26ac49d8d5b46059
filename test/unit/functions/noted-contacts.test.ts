import { beforeEach, describe, expect, test } from 'vitest';
import { caseAllocation } from '#functions/cases/tasks/allocate-case.ts';
import { noteContactOf } from '#functions/contact/note-contact.ts';
import { openCaseOf } from '#functions/contact/opening/open-case.ts';
import { contactRoutes } from '#functions/contact/routes.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import { toClosed } from '#shared/domain/case/ending/close.ts';
import { readWorkings } from '#shared/stores/cases/execution-store.ts';
import { referred } from '#test/support/case-states.ts';
import { Office } from '#test/support/office.ts';

const adviser = { id: 'adviser-1', role: 'adviser' } as const;
const worker = { id: 'worker-1', role: 'practitioner' } as const;
const manager = { id: 'manager-1', role: 'team-manager' } as const;
const target = 'case00000001';
const fromCaseId = 'case00000002';
const { team, personId } = referred();

let office: Office;
beforeEach(async () => {
  office = new Office([...contactRoutes, caseAllocation]);
  await office.seed(target, { ...referred(), allocatedTo: worker.id });
});

/** A contact about somebody, with the case that it opens. */
async function contactMade(about: { personId: string; isUrgent?: boolean }): Promise<void> {
  const { contacts, system } = office.ports;
  const body = {
    about: 'adult',
    by: { kind: 'family', personKnows: true, personAgrees: true },
    person: { givenName: 'Ada', familyName: 'Example' },
    whatIsHappening: 'Her daughter asks when somebody comes.',
  };
  const made = await contacts.append(undefined, {
    id: 'contact00002',
    aggregateId: 'contact00002',
    type: 'contact-made',
    at: system.now(),
    actor: adviser,
    request: null,
    body,
    after: {
      caseId: fromCaseId,
      about: 'adult',
      channel: 'phone',
      isUrgent: false,
      receipt: null,
      ...about,
    },
  });
  if (!made.appended) throw new Error('no contact');
  await openCaseOf(made.event, office.ports);
}

function triageTo(openCaseId: string): Promise<Reply> {
  return office.asStaff(adviser, 'triage-contact', {
    params: { caseId: fromCaseId },
    body: {
      verdict: 'open-case',
      openCaseId,
      appearanceOfNeed: { isPresent: true, reason: 'Her needs are being assessed already.' },
      toldHowToAskForAssessment: true,
    },
  });
}

/** What the stream brings after the triage. */
async function streamed(): Promise<void> {
  const triaged = await office.ports.cases.last(fromCaseId);
  if (!triaged) throw new Error('no case of the contact');
  await noteContactOf(triaged, office.ports);
}

function answered(from: string): Promise<Reply> {
  return office.asStaff(worker, 'answer-noted-contact', {
    params: { caseId: target, fromCaseId: from },
    body: { whatWasDone: 'Called her daughter back.' },
  });
}

async function queueOf(name: string) {
  return (await office.ports.tasks.ofTeam(name, 10)).tasks;
}

async function timeline() {
  return (await office.ports.cases.page(target, 1, 10)).events;
}

describe('a contact about somebody whose case is open', () => {
  beforeEach(() => contactMade({ personId }));

  test('is noted there once, with one task for its worker, however often the stream repeats', async () => {
    expect(await triageTo(target)).toMatchObject({ accepted: true });
    await streamed();
    await streamed();
    expect(await timeline()).toMatchObject([
      {
        type: 'contact-noted',
        body: { fromCaseId, contactId: 'contact00002', channel: 'phone', isUrgent: false },
        after: { contactsNoted: [fromCaseId] },
      },
    ]);
    expect(await queueOf(team)).toEqual([
      {
        owner: 'case',
        aggregateId: target,
        step: 'answer-contact',
        taskId: fromCaseId,
        team,
        due: '2026-07-09',
        claimedBy: worker.id,
        isUrgent: false,
        isOverdue: false,
        openedAt: '2026-07-08T10:00:00.000Z',
      },
    ]);
  });

  test('disturbs no machine: what the machines left is read without it', async () => {
    await triageTo(target);
    await streamed();
    const workings = await readWorkings(office.ports.table, 'case', target);
    expect(workings).toEqual({ executions: [], waits: [], faults: [] });
  });

  test('leaves the queue when it is answered, and a late repetition brings it back no more', async () => {
    await triageTo(target);
    await streamed();
    expect(await answered(fromCaseId)).toMatchObject({ accepted: true });
    await streamed();
    expect(await queueOf(team)).toEqual([]);
    expect((await timeline()).map(({ type }) => type)).toEqual([
      'contact-noted',
      'noted-contact-answered',
    ]);
    expect(await answered(fromCaseId)).toMatchObject({ refusal: { kind: 'not-found' } });
  });

  test('is not lost when the case closes before the stream arrives', async () => {
    await triageTo(target);
    const last = await office.ports.cases.last(target);
    if (last?.after.status !== 'open') throw new Error('the case is not open');
    const { after } = last;
    await office.ports.cases.append(last, {
      id: 'closing',
      aggregateId: target,
      type: 'case-closed',
      at: '2026-07-08T10:00:00.000Z',
      actor: worker,
      request: null,
      body: {},
      after: toClosed(after, '2026-07-08', 'nfa-other-reason'),
    });
    await streamed();
    expect(await queueOf(team)).toMatchObject([{ step: 'answer-contact' }]);
    expect(await answered(fromCaseId)).toMatchObject({ accepted: true });
    expect(await queueOf(team)).toEqual([]);
  });

  test('goes with the case to another team and worker', async () => {
    await triageTo(target);
    await streamed();
    const [elsewhere] = office.ports.council.teams.filter(({ id }) => id !== team);
    if (!elsewhere) throw new Error('the council has one team only');
    const body = { worker: 'worker-2', team: elsewhere.id, reason: 'She moved.' };
    await office.asStaff(manager, 'allocate-case', { params: { caseId: target }, body });
    expect(await queueOf(team)).toEqual([]);
    expect(await queueOf(elsewhere.id)).toMatchObject([
      { taskId: fromCaseId, claimedBy: 'worker-2' },
    ]);
  });

  test.each([
    ['that nobody knows', 'case00000009'],
    ['that is its own', fromCaseId],
  ])('is not triaged to a case %s', async (_title, openCaseId) => {
    expect(await triageTo(openCaseId)).toMatchObject({
      refusal: { kind: 'invalid-input', pointer: '/openCaseId' },
    });
    expect((await office.ports.cases.last(fromCaseId))?.after.status).toBe('open');
  });
});

test('a contact about somebody else is not triaged to the case, and may not be answered there', async () => {
  await contactMade({ personId: 'person000009' });
  expect(await triageTo(target)).toMatchObject({ refusal: { pointer: '/openCaseId' } });
  expect(await answered(fromCaseId)).toMatchObject({ refusal: { kind: 'not-found' } });
  expect(await timeline()).toEqual([]);
});

test('an urgent contact is due on the day on which it is noted', async () => {
  await contactMade({ personId, isUrgent: true });
  await triageTo(target);
  await streamed();
  expect(await queueOf(team)).toMatchObject([{ due: '2026-07-08', isUrgent: true }]);
});
