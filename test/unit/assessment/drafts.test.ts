import { beforeEach, describe, expect, test } from 'vitest';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { toClosed } from '#shared/domain/case/ending/close.ts';
import { beginRound } from '#shared/domain/journey/workflow.ts';
import { readDraft } from '#shared/stores/cases/assessment-draft-store.ts';
import {
  bodyOf,
  caseId,
  type Desk,
  kindOf,
  me,
  openDesk,
  refusalOf,
  today,
  worker,
} from '#test/support/assessment-desk.ts';
import { eligible, opened, referred } from '#test/support/case-states.ts';
import { wholeAnswers } from '#test/support/form-answers.ts';

const other = { id: 'practitioner-2', role: 'practitioner' } as const;
const params = { caseId };
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

function closed(): CaseState {
  const state = referred();
  if (state.status === 'closed') throw new Error('a referred case is open');
  return toClosed(state, today, 'nfa-other-reason');
}

describe('an account that the person has finished', () => {
  const queue = async () => (await desk.office.ports.tasks.ofTeam(team, 10)).tasks;
  const team = referred().team;

  test('is put before the worker’s team, once', async () => {
    await desk.saveMine({ washing: 'some-help' });
    expect(await queue()).toEqual([]);
    await desk.saveMine({ washing: 'much-help' }, 1, true);
    await desk.saveMine({ washing: 'some-help' }, 2);
    await desk.saveMine({ washing: 'much-help' }, 3, true);
    expect(await queue()).toMatchObject([
      { step: 'read-own-account', aggregateId: caseId, due: '2026-07-15', claimedBy: null },
    ]);
    const last = await desk.office.ports.cases.last(caseId);
    expect(last).toMatchObject({ sequence: 2, type: 'own-account-finished', actor: { id: me } });
    expect(last?.body).toEqual({
      form: 'adult-assessment-2015-04-01',
      version: 2,
      rule: 'Care Act 2014 s9(5); SI 2014/2827 reg 2',
    });
  });

  test('is read once the assessment is recorded, and waits for nobody when the case has ended', async () => {
    await desk.saveMine(
      { 'own-account': 'I manage.', 'what-matters': 'My garden.' },
      undefined,
      true,
    );
    await desk.save(wholeAnswers(today));
    const done = await desk.complete({ read: { practitioner: 1, person: 1 } });
    expect(done.accepted).toBe(true);
    expect(await queue()).toEqual([]);
    const last = await desk.office.ports.cases.last(caseId);
    expect(last?.after.ownAccount).toBeUndefined();
    const open = { ...referred(), ownAccount: 2 };
    expect(open.status === 'open' && toClosed(open, today, 'nfa-other')).not.toHaveProperty(
      'ownAccount',
    );
  });
});

describe('a draft', () => {
  test('is kept answer by answer, and goes on where it was left', async () => {
    await desk.save({ washing: 'some-help', 'own-account': 'I manage.' });
    await desk.save({ dressing: 'alone', washing: null }, 1);
    expect(bodyOf(await desk.read())).toMatchObject({
      form: 'adult-assessment-2015-04-01',
      mayBeSaved: true,
      practitioner: { version: 2, answers: { dressing: 'alone', 'own-account': 'I manage.' } },
      person: null,
    });
    expect(bodyOf(await desk.read())).not.toHaveProperty('practitioner.answers.washing');
  });

  test('keeps half an answer, and refuses a wrong one with its question', async () => {
    expect((await desk.save({ 'ca-hygiene': { achieved: false } })).accepted).toBe(true);
    const wrong = { washing: 'a-lot', 'people-at-home': 31, joint: 'yes', present: [{ age: 4 }] };
    expect(refusalOf(await desk.save(wrong, 1))).toMatchObject({
      kind: 'invalid-input',
      errors: [
        { pointer: '/answers/washing' },
        { pointer: '/answers/people-at-home' },
        { pointer: '/answers/joint' },
        { pointer: '/answers/present/0/age', detail: 'This field is not known.' },
      ],
    });
    expect(refusalOf(await desk.save({ 'shoe-size': 9 }, 1))).toMatchObject({
      kind: 'answer-unknown',
      errors: [{ pointer: '/answers/shoe-size' }],
    });
  });

  test('is not written over from a second window', async () => {
    await desk.save({ washing: 'some-help' });
    expect(kindOf(await desk.save({ washing: 'alone' }))).toBe('version-missing');
    await desk.save({ washing: 'much-help' }, 1);
    expect(kindOf(await desk.save({ washing: 'alone' }, 1))).toBe('version-stale');
    expect(bodyOf(await desk.read())).toMatchObject({
      practitioner: { answers: { washing: 'much-help' } },
    });
  });

  test('saved again with the same answers is one saving', async () => {
    await desk.save({ washing: 'some-help' });
    expect(bodyOf(await desk.save({ washing: 'some-help' }))).toMatchObject({ version: 1 });
    expect(kindOf(await desk.save({ washing: null, dressing: null }, 2))).toBe('version-stale');
  });

  test('saved by two at once keeps one of them and refuses the other', async () => {
    const saved = await Promise.all([
      desk.save({ washing: 'alone' }),
      desk.save({ washing: 'some-help' }),
    ]);
    expect(saved.map(({ accepted }) => accepted).sort()).toEqual([false, true]);
  });

  test('keeps who changed which answer at every saving', async () => {
    await desk.save({ washing: 'some-help', dressing: 'alone' });
    desk.office.today = '2026-07-09';
    await desk.save({ washing: null, dressing: 'some-help' }, 1, other);
    const page = (query: Record<string, string>) =>
      desk.office.asStaff(worker, 'read-assessment-draft-revisions', { params, query });
    expect(bodyOf(await page({}))).toMatchObject({
      revisions: [
        { version: 1, by: { id: 'practitioner-1' }, changed: { washing: 'some-help' } },
        {
          version: 2,
          by: { id: 'practitioner-2' },
          savedAt: '2026-07-09T10:00:00.000Z',
          changed: { washing: null, dressing: 'some-help' },
        },
      ],
    });
    expect(bodyOf(await page({ limit: '1' }))).toMatchObject({ after: 1 });
    expect(bodyOf(await page({ after: '1' }))).toMatchObject({ revisions: [{ version: 2 }] });
    expect(bodyOf(await page({ side: 'person' }))).toEqual({ revisions: [] });
  });

  test('is refused when it grows larger than an assessment can be recorded', async () => {
    const long = 'x'.repeat(4_000);
    const rows = Array.from({ length: 16 }, () => ({ option: 'An option', personsView: long }));
    expect(refusalOf(await desk.save({ options: rows }))).toMatchObject({
      kind: 'answers-too-large',
      pointer: '/answers',
    });
  });

  test('begins with the form of that day and stays on it', async () => {
    const forms = bodyOf(await desk.office.asStaff(worker, 'list-assessment-forms'));
    expect(forms).toMatchObject({
      forms: [
        { version: 'adult-assessment-2015-04-01', subject: 'adult' },
        { version: 'carer-assessment-2015-04-01', subject: 'carer' },
      ],
    });
    const version = 'adult-assessment-2015-04-01';
    const form = await desk.office.asStaff(worker, 'read-assessment-form', { params: { version } });
    expect(bodyOf(form)).toMatchObject({ version, questionnaire: 'adult-2008-04-01' });
    const none = { params: { version: 'adult-assessment-1999-04-01' } };
    expect(kindOf(await desk.office.asStaff(worker, 'read-assessment-form', none))).toBe(
      'not-found',
    );
  });
});

describe('when nothing is being assessed', () => {
  const at = { params: { caseId: 'case0000000000000009' } };
  const saveThere = () =>
    desk.office.asStaff(worker, 'save-assessment-draft', {
      ...at,
      body: { answers: { joint: true } },
    });

  test.each([
    ['before triage', opened, 'wrong-stage'],
    ['once eligibility is decided', eligible, 'wrong-stage'],
    ['once the case has ended', closed, 'case-closed'],
  ])('nothing is saved: %s', async (_when, state, kind) => {
    await desk.office.seed(at.params.caseId, state());
    expect(kindOf(await saveThere())).toBe(kind);
    expect(bodyOf(await desk.office.asStaff(worker, 'read-assessment-draft', at))).toMatchObject({
      mayBeSaved: false,
      practitioner: null,
    });
  });

  test('a reassessment begins anew, and the draft before it stays as it was', async () => {
    await desk.save({ washing: 'full-help' });
    const again = referred();
    const workflow = beginRound(again.workflow, 'journey', ['triage-contact']);
    await desk.office.ports.cases.append(await desk.office.ports.cases.last(caseId), {
      id: 'again',
      aggregateId: caseId,
      type: 'case-reopened',
      at: '2026-07-08T11:00:00.000Z',
      actor: { id: 'practitioner-1', role: 'practitioner' },
      request: null,
      body: {},
      after: { ...again, workflow },
    });
    expect(bodyOf(await desk.read())).toMatchObject({ practitioner: null });
    expect(bodyOf(await desk.save({ washing: 'alone' }))).toMatchObject({ version: 1 });
    const first = await readDraft(desk.office.ports.table, { caseId, round: 1 });
    expect(first.practitioner?.answers).toEqual({ washing: 'full-help' });
  });
});

describe("the person's own account", () => {
  test('stands beside the practitioner’s, and neither writes over the other', async () => {
    await desk.saveMine({ washing: 'some-help', 'own-account': 'I wash at the sink.' });
    await desk.save({ washing: 'full-help' });
    expect(bodyOf(await desk.read())).toMatchObject({
      practitioner: { by: { id: 'practitioner-1', role: 'practitioner' }, version: 1 },
      person: { by: { id: me, role: 'resident' }, answers: { washing: 'some-help' } },
      differing: ['washing'],
    });
    expect(
      bodyOf(await desk.office.asResident(me, 'read-my-assessment-draft', { params })),
    ).toMatchObject({
      mine: { version: 1, answers: { washing: 'some-help' } },
    });
  });

  test('is asked nothing about how the assessment is held, or of what a carer says', async () => {
    const draft = bodyOf(await desk.office.asResident(me, 'read-my-assessment-draft', { params }));
    expect(JSON.stringify(draft)).not.toMatch(/chc-result|assessor-name|carer-says/);
    for (const answers of [{ 'chc-result': 'referred' }, { 'carer-says': 'He sleeps badly.' }]) {
      expect(kindOf(await desk.saveMine(answers))).toBe('answer-unknown');
    }
  });

  test('is seen by nobody else who is signed in', async () => {
    for (const operation of ['read-my-assessment-draft', 'save-my-assessment-draft']) {
      const body = { answers: {}, isFinished: false };
      const reply = await desk.office.asResident('person000002', operation, { params, body });
      expect(kindOf(reply)).toBe('not-found');
    }
  });
});
