import { beforeEach, describe, expect, test } from 'vitest';
import { endedWrittenAtHome } from '#functions/cases/tasks/written-at-home-task.ts';
import { turnBudgetKey } from '#functions/personal-budget/authorise-budget.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { toClosed } from '#shared/domain/case/ending/close.ts';
import { bodyOf, kindOf, refusalOf } from '#test/support/assessment-desk.ts';
import { Office, type Staff } from '#test/support/office.ts';
import {
  agreement,
  authorised,
  budgetGiven,
  checksOf,
  managedPlan,
  plan,
  startedFrom,
} from '#test/support/plan-states.ts';
import {
  caseId,
  daughter,
  letDaughter,
  me,
  openPlanning,
  type PlanningDesk,
  worker,
} from '#test/support/planning-desk.ts';

const params = { caseId };
const signer: Staff = { id: 'practitioner-2', role: 'practitioner' };
const manager: Staff = { id: 'manager-1', role: 'budget-manager' };
const tooEarly = { lineId: 'care', reason: 'Seven in the morning is too early.' };
const said = { reason: 'I want to choose who helps me.', lines: [tooEarly] };
const steps = ['Met on 9 July and moved the mornings to nine.'];
const disagreed = {
  ...agreement,
  on: '2026-07-08',
  outcome: 'disagreed',
  disagreement: 'The helper.',
};

let desk: PlanningDesk;
beforeEach(async () => {
  desk = await openPlanning();
  await write(plan);
});

const write = (body: object, ifMatch?: number) =>
  desk.office.asStaff(worker, 'write-support-plan', { params, body, ifMatch });
const disagree = (body: object = said, ifMatch = 2, headers = {}) =>
  desk.office.asResident(me, 'disagree-with-my-plan', { params, body, ifMatch, headers });
const agree = () => desk.office.asResident(me, 'agree-to-my-plan', { params, ifMatch: 2 });
const record = (body: object) =>
  desk.office.asStaff(worker, 'record-plan-agreement', { params, body, ifMatch: 2 });
const readMine = async (headers = {}) =>
  desk.office.asResident(me, 'read-my-plan', { params, headers });
const sheetOf = async () => Object(bodyOf(await readMine()));
const queue = async () =>
  (await desk.office.ports.tasks.ofTeam(budgetGiven().team, 10)).tasks.map(({ step, due }) => ({
    step,
    due,
  }));
const open = { stepsTaken: [], agreedOn: null };
const asked = { step: 'answer-disagreement', due: '2026-07-15' };

describe('a person who does not agree with their plan', () => {
  test('says so from home, of the whole and of a line, and whoever plans with them is asked', async () => {
    expect((await disagree()).accepted).toBe(true);
    expect(await desk.last()).toMatchObject({
      type: 'plan-disagreed',
      actor: { id: me, role: 'resident' },
      body: { planVersion: 2, ...said, rule: 'Care Act 2014 s25(5), s25(9)' },
    });
    expect(await queue()).toEqual([asked]);
    const sheet = await sheetOf();
    expect(sheet.disagreement).toEqual({ on: '2026-07-08', ...said, ...open });
    expect(sheet.standing).toContain('You have told us that you do not agree');
  });

  test('is asked once, and answered alike when the same request comes again', async () => {
    const key = { 'idempotency-key': 'the-same-request-1' };
    const first = await disagree(said, 2, key);
    expect(await disagree(said, 2, key)).toEqual(first);
    expect(kindOf(await disagree())).toBe('already-recorded');
    expect(await queue()).toHaveLength(1);
  });

  test.each([
    ['an older version than the newest', said, 1, 'version-stale', undefined],
    ['a plan without a word of what', {}, 2, 'answer-missing', '/reason'],
    [
      'a line that is not there',
      { lines: [{ ...tooEarly, lineId: 'x' }] },
      2,
      'not-found',
      '/lines/0/lineId',
    ],
  ])('is refused %s by name, and nothing is written', async (...row) => {
    const [, body, ifMatch, kind, pointer] = row;
    const before = await desk.events();
    const { kind: refused, pointer: at } = refusalOf(await disagree(body, ifMatch)) ?? {};
    expect([refused, at]).toEqual([kind, pointer]);
    expect(await desk.events()).toBe(before);
    expect(await queue()).toEqual([]);
  });

  test('is the person, and nobody who may write with them', async () => {
    await desk.nameWriters(letDaughter);
    const body = said;
    const sent = { params, body, ifMatch: 2 };
    const refused = await desk.office.asResident(daughter, 'disagree-with-my-plan', sent);
    expect(kindOf(refused)).toBe('not-found');
  });

  test('may say so whatever is recorded of their capacity, and does not sign', async () => {
    const capacity = { 'support-plan': { hasCapacity: false, event: 1 } };
    desk = await openPlanning({ ...budgetGiven(), capacity });
    await write(plan);
    expect(kindOf(await agree())).toBe('capacity-check-needed');
    expect((await disagree()).accepted).toBe(true);
  });
});

describe('what was disagreed with', () => {
  test('goes on to sign-off with the steps that a worker records, and the person’s own words', async () => {
    await disagree();
    expect(kindOf(await record({ ...disagreed, stepsTaken: [] }))).toBe('agreement-missing');
    expect((await record({ ...disagreed, stepsTaken: steps })).accepted).toBe(true);
    expect(await queue()).toEqual([]);
    expect((await sheetOf()).disagreement).toEqual({
      on: '2026-07-08',
      ...said,
      stepsTaken: steps,
      agreedOn: null,
    });
    const page = await readMine({ accept: 'text/html' });
    const source = page.accepted ? page.value.html?.source : '';
    expect(source).toContain('Help to wash and dress: Seven in the morning is too early.');
    expect(source).toContain('Met on 9 July');
    const key = checksOf('2026-07-08');
    const turned = await desk.office.asStaff(signer, 'authorise-plan', {
      params,
      body: key,
      ifMatch: 2,
    });
    expect(turned.accepted).toBe(true);
  });

  test('may be agreed with after all', async () => {
    await disagree();
    expect((await agree()).accepted).toBe(true);
    expect(await queue()).toEqual([]);
    expect(await sheetOf()).toMatchObject({
      standing: expect.stringContaining('You agree with this plan'),
      disagreement: { reason: said.reason, agreedOn: '2026-07-08' },
    });
    const page = await readMine({ accept: 'text/html' });
    const source = page.accepted ? page.value.html?.source : '';
    expect(source).toContain('You agreed with the plan on 8 July 2026.');
    expect(source).not.toContain('do not agree with');
    const refused = refusalOf(await disagree());
    expect(refused).toMatchObject({
      kind: 'wrong-stage',
      detail: expect.stringContaining('Call us'),
    });
  });

  test('is answered by a new version, with which the person may disagree again', async () => {
    await disagree();
    expect((await write({ ...plan, outcomesWanted: ['To sleep until nine'] }, 2)).accepted).toBe(
      true,
    );
    expect(await queue()).toEqual([]);
    expect((await sheetOf()).disagreement).toBeNull();
    expect(kindOf(await disagree(said, 2))).toBe('version-stale');
    expect((await disagree(said, 4)).accepted).toBe(true);
  });

  test('is no task any more once the case has ended', async () => {
    await disagree();
    const { after, sequence } = await desk.last();
    expect(after.planDisagreement).toBe(sequence);
    if (after.status === 'closed') throw new Error('the case is open');
    const closed = toClosed(after, '2026-07-08', 'nfa-other');
    expect(closed.planDisagreement).toBeUndefined();
    expect(endedWrittenAtHome(caseId, after, closed)).toHaveLength(1);
  });
});

describe('a plan that was sent back', () => {
  const comment = 'The night cover is dearer than the offer: ask for another quote.';
  const toPerson = 'We are asking for a second price for the nights.';
  const sentBack = async (personId = me) => Object(bodyOf(await desk.readAs(personId))).sentBack;
  const sentBackToStaff = async () => Object(bodyOf(await desk.read())).sentBack;
  const back = (words: object) =>
    desk.office.asStaff(signer, 'authorise-plan', {
      params,
      body: { verdict: 'returned', comment, ...words },
      ifMatch: 2,
    });

  test('by the person shows their words to whoever writes it, and to others at home only that', async () => {
    await desk.nameWriters(letDaughter);
    await disagree();
    const shown = { by: 'person', on: '2026-07-08', comment: said.reason, lines: said.lines };
    expect(await sentBackToStaff()).toEqual(shown);
    expect(await sentBack()).toEqual(shown);
    expect(await sentBack(daughter)).toMatchObject({
      by: 'person',
      comment: expect.stringContaining('do not agree'),
      lines: [],
    });
  });

  test.each([
    ['what is meant for them', { toPerson }, toPerson],
    ['whom to ask', {}, 'Something has to be changed first. Call us, and we tell you what.'],
  ])('by the first key shows its comment to staff, and to the person %s', async (...row) => {
    const [, words, told] = row;
    await agree();
    expect((await back(words)).accepted).toBe(true);
    expect(await sentBackToStaff()).toMatchObject({ by: 'practitioner', comment });
    expect(await sentBack()).toMatchObject({ by: 'practitioner', comment: told });
    expect(refusalOf(await agree())?.detail).toBe(
      'Your plan is being changed. You will be asked about the new one.',
    );
    await write({ ...plan, outcomesWanted: ['To sleep'] }, 2);
    expect(await sentBackToStaff()).toBeNull();
  });

  test('by the second key shows the comment of the second', async () => {
    await agree();
    const key = checksOf('2026-07-08');
    await desk.office.asStaff(signer, 'authorise-plan', { params, body: key, ifMatch: 2 });
    const { council, table } = desk.office.ports;
    const finance = new Office([turnBudgetKey], council, table);
    const returned = await finance.asStaff(manager, 'authorise-budget', {
      params,
      body: { verdict: 'returned', comment, toPerson },
      ifMatch: 2,
    });
    expect(returned.accepted).toBe(true);
    expect(await sentBackToStaff()).toMatchObject({ by: 'budget-manager', comment });
    expect(await sentBack()).toMatchObject({ by: 'budget-manager', comment: toPerson });
  });
});

describe('two versions of a plan', () => {
  const compare = (query = {}) => desk.office.asResident(me, 'compare-my-plans', { params, query });

  test('stand side by side for the person, with what is another', async () => {
    expect(refusalOf(await compare())?.detail).toContain('one plan so far');
    await write({ ...managedPlan, outcomesWanted: ['To see my garden'] }, 2);
    expect(bodyOf(await compare())).toMatchObject({
      from: { version: 2, standing: 'This is an earlier plan.', budget: { weeklyPence: 24_000 } },
      to: { version: 3, lines: [{ id: 'day' }, {}] },
      changes: { parts: expect.arrayContaining(['What you want']), since: '2026-07-08' },
    });
    const stranger = await desk.office.asResident('person000009', 'compare-my-plans', { params });
    expect(kindOf(stranger)).toBe('not-found');
    expect(kindOf(await compare({ from: '1' }))).toBe('not-found');
  });
});

describe('the plan that is carried out', () => {
  const startWith = async (after: CaseState) =>
    desk.office.ports.cases.append(await desk.last(), {
      id: 'started',
      aggregateId: caseId,
      type: 'support-started',
      at: '2026-07-08T11:00:00.000Z',
      actor: { id: 'practitioner-1', role: 'practitioner' },
      request: null,
      body: {},
      after,
    });
  const readLive = () => desk.office.asResident(me, 'read-my-live-plan', { params });

  test('still says what the person did not agree with, while another is written', async () => {
    await disagree();
    await record({ ...disagreed, stepsTaken: steps });
    const ready = authorised(managedPlan);
    if (ready.status === 'closed' || !ready.plan) throw new Error('the plan is ready');
    const answered = { ...ready.plan, version: 2, agreed: 'disagreed', saidAtHome: 3 } as const;
    const records = { ...ready.records, 'plan-agreement': 4 };
    const begun = startedFrom({ ...ready, plan: answered, records }, '2026-07-20');
    await startWith({ ...begun, plan: { ...answered, version: 9 } });
    const { disagreement } = Object(bodyOf(await readLive()));
    expect(disagreement).toMatchObject({ reason: said.reason, stepsTaken: steps });
  });

  test('is read beside the newest while that is being written', async () => {
    expect(kindOf(await readLive())).toBe('not-found');
    await write({ ...plan, outcomesWanted: ['To see my garden'] }, 2);
    const last = await desk.last();
    const live = {
      planVersion: 2,
      startedOn: '2026-07-08',
      weeklyPence: 24_000,
      parts: [],
      practitionerKeyBy: 'practitioner-1',
      budgetKeyBy: 'manager-1',
    };
    await startWith({ ...last.after, live });
    const mine = Object(bodyOf(await readLive()));
    expect(mine).toMatchObject({ version: 2, outcomesWanted: ['To be at home'], changes: null });
    expect(mine.standing).toContain('goes on until the new one starts');
    expect((await sheetOf()).standing).toContain('The plan that you have now goes on');
    const byStaff = await desk.office.asStaff(worker, 'read-live-plan', { params });
    expect(bodyOf(byStaff)).toEqual(mine);
  });
});
