import { beforeEach, describe, expect, test } from 'vitest';
import { assessmentRoutes } from '#functions/assessment/routes.ts';
import { CaseAnswer } from '#shared/contracts/case-answer.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import { councils, lackingCapacityFor, referred } from '#test/support/case-states.ts';
import {
  askedFirst,
  facsAnswers,
  findingsOf,
  heldOn,
  ownWords,
  scoresOf100Points,
  wholeAnswers,
} from '#test/support/form-answers.ts';
import { Office, type Staff } from '#test/support/office.ts';

const caseId = 'case0000000000000001';
const params = { caseId };
const worker = { id: 'practitioner-1', role: 'practitioner' } as const;
const other = { id: 'practitioner-2', role: 'practitioner' } as const;
const me = 'person000001';
const today = '2026-07-08';

let office: Office;
beforeEach(async () => {
  office = new Office(assessmentRoutes);
  office.today = today;
  await office.seed(caseId, referred());
});

const save = (answers: object, ifMatch?: number, by: Staff = worker) =>
  office.asStaff(by, 'save-assessment-draft', { params, body: { answers }, ifMatch });
const saveMine = (answers: object, ifMatch?: number, isFinished = false) =>
  office.asResident(me, 'save-my-assessment-draft', {
    params,
    body: { answers, isFinished },
    ifMatch,
  });
const read = () => office.asStaff(worker, 'read-assessment-draft', { params });
const complete = (body: object, ifMatch?: number) =>
  office.asStaff(worker, 'complete-assessment-draft', { params, body, ifMatch });
const recorded = async () => {
  const last = await office.ports.cases.last(caseId);
  const event = await office.ports.cases.at(caseId, last?.after.records.assessment ?? 0);
  return event?.body;
};

function bodyOf(reply: Reply): unknown {
  if (!reply.accepted) throw new Error(`refused: ${JSON.stringify(reply.refusal)}`);
  return reply.value.body;
}
const refusalOf = (reply: Reply) => (reply.accepted ? undefined : reply.refusal);
const kindOf = (reply: Reply) => refusalOf(reply)?.kind;

describe('a draft', () => {
  test('is kept answer by answer, and goes on where it was left', async () => {
    await save({ washing: 'some-help', 'own-account': 'I manage.' });
    await save({ dressing: 'alone', washing: null }, 1);
    expect(bodyOf(await read())).toMatchObject({
      form: 'adult-assessment-2015-04-01',
      mayBeSaved: true,
      practitioner: { version: 2, answers: { dressing: 'alone', 'own-account': 'I manage.' } },
      person: null,
    });
    expect(bodyOf(await read())).not.toHaveProperty('practitioner.answers.washing');
  });

  test('keeps half an answer, and refuses a wrong one with its question', async () => {
    expect((await save({ 'ca-hygiene': { achieved: false } })).accepted).toBe(true);
    const wrong = { washing: 'a-lot', 'people-at-home': 31, joint: 'yes', present: [{ age: 4 }] };
    expect(refusalOf(await save(wrong, 1))).toMatchObject({
      kind: 'invalid-input',
      errors: [
        { pointer: '/answers/washing' },
        { pointer: '/answers/people-at-home' },
        { pointer: '/answers/joint' },
        { pointer: '/answers/present/0/age', detail: 'This field is not known.' },
      ],
    });
    expect(refusalOf(await save({ 'shoe-size': 9 }, 1))).toMatchObject({
      kind: 'answer-unknown',
      errors: [{ pointer: '/answers/shoe-size' }],
    });
  });

  test('is not written over from a second window', async () => {
    await save({ washing: 'some-help' });
    expect(kindOf(await save({ washing: 'alone' }))).toBe('version-missing');
    await save({ washing: 'much-help' }, 1);
    expect(kindOf(await save({ washing: 'alone' }, 1))).toBe('version-stale');
    expect(bodyOf(await read())).toMatchObject({
      practitioner: { answers: { washing: 'much-help' } },
    });
  });

  test('saved again with the same answers is one saving', async () => {
    await save({ washing: 'some-help' });
    expect(bodyOf(await save({ washing: 'some-help' }))).toMatchObject({ version: 1 });
    expect(kindOf(await save({ washing: null, dressing: null }, 2))).toBe('version-stale');
  });

  test('saved by two at once keeps one of them and refuses the other', async () => {
    const saved = await Promise.all([save({ washing: 'alone' }), save({ washing: 'some-help' })]);
    expect(saved.map(({ accepted }) => accepted).sort()).toEqual([false, true]);
  });

  test('keeps who changed which answer at every saving', async () => {
    await save({ washing: 'some-help', dressing: 'alone' });
    office.today = '2026-07-09';
    await save({ washing: null, dressing: 'some-help' }, 1, other);
    const page = (query: Record<string, string>) =>
      office.asStaff(worker, 'read-assessment-draft-revisions', { params, query });
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
    expect(refusalOf(await save({ options: rows }))).toMatchObject({
      kind: 'answers-too-large',
      pointer: '/answers',
    });
  });

  test('begins with the form of that day and stays on it', async () => {
    const forms = bodyOf(await office.asStaff(worker, 'list-assessment-forms'));
    expect(forms).toMatchObject({
      forms: [
        { version: 'adult-assessment-2015-04-01', subject: 'adult' },
        { version: 'carer-assessment-2015-04-01', subject: 'carer' },
      ],
    });
    const version = 'adult-assessment-2015-04-01';
    const form = await office.asStaff(worker, 'read-assessment-form', { params: { version } });
    expect(bodyOf(form)).toMatchObject({ version, questionnaire: 'adult-2008-04-01' });
    const none = { params: { version: 'adult-assessment-1999-04-01' } };
    expect(kindOf(await office.asStaff(worker, 'read-assessment-form', none))).toBe('not-found');
  });
});

describe("the person's own account", () => {
  test('stands beside the practitioner’s, and neither writes over the other', async () => {
    await saveMine({ washing: 'some-help', 'own-account': 'I wash at the sink.' });
    await save({ washing: 'full-help' });
    expect(bodyOf(await read())).toMatchObject({
      practitioner: { by: { id: 'practitioner-1', role: 'practitioner' }, version: 1 },
      person: { by: { id: me, role: 'resident' }, answers: { washing: 'some-help' } },
      differing: ['washing'],
    });
    expect(
      bodyOf(await office.asResident(me, 'read-my-assessment-draft', { params })),
    ).toMatchObject({
      mine: { version: 1, answers: { washing: 'some-help' } },
    });
  });

  test('is asked nothing about how the assessment is held, or of what a carer says', async () => {
    const draft = bodyOf(await office.asResident(me, 'read-my-assessment-draft', { params }));
    expect(JSON.stringify(draft)).not.toMatch(/chc-result|assessor-name|carer-says/);
    for (const answers of [{ 'chc-result': 'referred' }, { 'carer-says': 'He sleeps badly.' }]) {
      expect(kindOf(await saveMine(answers))).toBe('answer-unknown');
    }
  });

  test('is seen by nobody else who is signed in', async () => {
    for (const operation of ['read-my-assessment-draft', 'save-my-assessment-draft']) {
      const body = { answers: {}, isFinished: false };
      const reply = await office.asResident('person000002', operation, { params, body });
      expect(kindOf(reply)).toBe('not-found');
    }
  });
});

describe('completing a draft', () => {
  const both = { practitioner: 1, person: null };

  test('records the assessment, its answers and the version of the form', async () => {
    await save(wholeAnswers(today));
    const answer = CaseAnswer.parse(bodyOf(await complete({ read: both })));
    expect(answer.openSteps).toEqual(['decide-eligibility']);
    expect(await recorded()).toMatchObject({
      ownAccount: ownWords['own-account'],
      needs: { by: 'adult-outcomes', outcomes: { 'CA-HYGIENE': { achieved: false } } },
      scheme: 'care-act-2014',
      form: {
        version: 'adult-assessment-2015-04-01',
        answers: { washing: 'full-help' },
        writtenByPerson: [],
      },
      scores: { questionnaire: 'adult-2008-04-01', answers: scoresOf100Points },
    });
  });

  test('names every question that must still be answered', async () => {
    const { washing: _w, 'own-account': _o, ...fewer } = wholeAnswers(today);
    await save({ ...fewer, deafblind: true });
    expect(refusalOf(await complete({ read: both }))).toMatchObject({
      kind: 'answer-missing',
      errors: [
        { pointer: '/answers/trained-for-deafblind' },
        { pointer: '/answers/own-account' },
        { pointer: '/answers/washing' },
      ],
    });
  });

  test('names the part of an answer that is not finished', async () => {
    await save({ ...wholeAnswers(today), present: [{ name: 'Mabel Lanternby' }] });
    expect(refusalOf(await complete({ read: both }))?.errors).toEqual([
      { pointer: '/answers/present/0/relationship', detail: 'This is needed.' },
    ]);
    await save({ present: [], 'support-personal-care': { shareMet: 'all' } }, 1);
    expect(refusalOf(await complete({ read: { practitioner: 2, person: null } }))?.errors).toEqual([
      { pointer: '/answers/present', detail: 'Give at least one.' },
    ]);
  });

  test('is refused once a side was saved that nobody has read', async () => {
    await save(wholeAnswers(today));
    await saveMine({ washing: 'alone' });
    expect(refusalOf(await complete({ read: both }))).toMatchObject({
      kind: 'version-stale',
      pointer: '/read/person',
    });
    expect((await complete({ read: { practitioner: 1, person: 1 } })).accepted).toBe(true);
  });

  test('keeps what the person answered otherwise, and their own words before ours', async () => {
    const mine = { washing: 'some-help', 'own-account': 'I wash at the sink.', dressing: 'alone' };
    await saveMine(mine);
    await save({ ...wholeAnswers(today), dressing: 'alone' });
    await complete({ read: { practitioner: 1, person: 1 } });
    expect(await recorded()).toMatchObject({
      ownAccount: 'I wash at the sink.',
      form: { writtenByPerson: ['own-account'], personSays: { washing: 'some-help' } },
      scores: { answers: { washing: 'full-help' } },
    });
    expect(await recorded()).not.toHaveProperty('form.personSays.dressing');
  });

  test('may be done again, corrected, until eligibility is decided', async () => {
    await save(wholeAnswers(today));
    const first = CaseAnswer.parse(bodyOf(await complete({ read: both })));
    await save({ washing: 'alone' }, 1);
    const again = { read: { practitioner: 2, person: null } };
    expect(kindOf(await complete(again))).toBe('version-missing');
    expect((await complete(again, first.records.assessment)).accepted).toBe(true);
    expect(await recorded()).toMatchObject({ scores: { answers: { washing: 'alone' } } });
  });

  test('is refused while the duty to find an advocate is not met', async () => {
    await save({ ...wholeAnswers(today), 'difficulty-in': ['retain'] });
    expect(kindOf(await complete({ read: both }))).toBe('advocate-needed');
    await save({ 'advocate-urgency': 'He must leave hospital today.' }, 1);
    expect((await complete({ read: { practitioner: 2, person: null } })).accepted).toBe(true);
  });
});

describe('a supported self-assessment', () => {
  const confirmed = {
    read: { practitioner: 1, person: 1 },
    selfAssessment: {
      confirmedByName: 'Rowan Pebblewick',
      isAccurateAndComplete: true,
      howConfirmed: 'We went through every answer together.',
    },
  };
  const mine = { ...ownWords, ...findingsOf(['CA-HYGIENE', 'CA-CLOTHING']), ...scoresOf100Points };

  test('is what the person answered, confirmed by a worker who is named', async () => {
    await saveMine(mine, undefined, true);
    await save({ ...heldOn(today), ...askedFirst(today, true), washing: 'much-help' });
    bodyOf(await complete(confirmed));
    expect(await recorded()).toMatchObject({
      selfAssessment: {
        confirmedBy: { id: 'practitioner-1', name: 'Rowan Pebblewick' },
        on: today,
        rule: expect.stringContaining('SI 2014/2827 reg 2'),
      },
      scores: { answers: { dressing: 'full-help', washing: 'much-help' } },
      form: { personSays: { washing: 'full-help' } },
    });
  });

  test('waits until the person says that it is finished', async () => {
    await saveMine(mine);
    await save(heldOn(today));
    expect(refusalOf(await complete(confirmed))?.pointer).toBe('/selfAssessment');
  });

  test('must be carried out where the person wishes it, and not where they do not', async () => {
    await saveMine(mine, undefined, true);
    await save({ ...wholeAnswers(today), ...askedFirst(today, true) });
    const { read: both, selfAssessment } = confirmed;
    expect(refusalOf(await complete({ read: both }))?.detail).toContain('wishes to assess');
    await save({ 'self-assessment-wish': false }, 1);
    const newer = { practitioner: 2, person: 1 };
    const unwished = await complete({ read: newer, selfAssessment });
    expect(refusalOf(unwished)?.detail).toContain('does not wish');
    expect((await complete({ read: newer })).accepted).toBe(true);
  });

  test('may be written down for somebody without a screen, under the name of who wrote it', async () => {
    const body = { side: 'person', answers: mine, isFinished: true };
    bodyOf(await office.asStaff(other, 'save-assessment-draft', { params, body }));
    await save({ ...heldOn(today), ...askedFirst(today, true) });
    expect(bodyOf(await read())).toMatchObject({
      person: { by: { id: 'practitioner-2', role: 'practitioner' }, isFinished: true },
    });
    bodyOf(await complete(confirmed));
    const forThem = { side: 'person', answers: { 'chc-reason': 'None.' } };
    const reply = await office.asStaff(other, 'save-assessment-draft', {
      params,
      body: forThem,
      ifMatch: 1,
    });
    expect(kindOf(reply)).toBe('answer-unknown');
  });

  test('is not for somebody who lacks capacity for it, whose account is kept all the same', async () => {
    const id = 'case0000000000000002';
    await office.seed(id, lackingCapacityFor('assessment', referred()));
    const at = { params: { caseId: id } };
    const body = { answers: mine, isFinished: true };
    bodyOf(await office.asResident(me, 'save-my-assessment-draft', { ...at, body }));
    const ours = { ...at, body: { answers: heldOn(today) } };
    bodyOf(await office.asStaff(worker, 'save-assessment-draft', ours));
    const reply = await office.asStaff(worker, 'complete-assessment-draft', {
      ...at,
      body: confirmed,
    });
    expect(kindOf(reply)).toBe('capacity-check-needed');
  });
});

describe('a joint assessment', () => {
  const joint = { joint: true, 'joint-carer-name': 'Mabel Lanternby' };
  const said = { 'carer-says': 'He needs far more help than he says.', 'carer-can-go-on': 'no' };

  test('hears the carer only where both agree', async () => {
    await save({ ...wholeAnswers(today), ...joint, ...said, 'joint-both-agree': false });
    expect(refusalOf(await complete({ read: { practitioner: 1, person: null } }))).toMatchObject({
      errors: [
        {
          pointer: '/answers/joint-both-agree',
          detail: 'Both must agree to be assessed together.',
        },
      ],
    });
    await save({ joint: false }, 1);
    const unheard = await complete({ read: { practitioner: 2, person: null } });
    expect(refusalOf(unheard)?.errors?.map(({ pointer }) => pointer)).toEqual([
      '/answers/carer-says',
      '/answers/carer-can-go-on',
    ]);
  });

  test('never lets what the carer says into the person’s findings or score', async () => {
    const budgetOf = async (id: string, answers: object) => {
      const at = { params: { caseId: id } };
      await office.seed(id, referred());
      bodyOf(await office.asStaff(worker, 'save-assessment-draft', { ...at, body: { answers } }));
      const body = { read: { practitioner: 1, person: null } };
      bodyOf(await office.asStaff(worker, 'complete-assessment-draft', { ...at, body }));
      bodyOf(await office.asStaff(worker, 'indicate-budget', { ...at, body: {} }));
      const last = await office.ports.cases.last(id);
      const assessed = await office.ports.cases.at(id, last?.after.records.assessment ?? 0);
      return { allocation: Object(last?.body).allocation, needs: Object(assessed?.body).needs };
    };
    const alone = await budgetOf('case0000000000000003', wholeAnswers(today));
    const together = { ...wholeAnswers(today), ...joint, ...said, 'joint-both-agree': true };
    const beside = await budgetOf('case0000000000000004', together);
    expect(beside).toEqual(alone);
    expect(alone.allocation).toMatchObject({ points: 100 });
  });
});

test('Cheshire in 2008: the real form and questionnaire give 100 points and 620.00 a week', async () => {
  const cheshire = new Office(assessmentRoutes, councils.cheshire);
  cheshire.today = '2008-06-20';
  await cheshire.seed(caseId, referred('assess', '2008-06-10'));
  const send = (operation: string, body: unknown) =>
    cheshire.asStaff(worker, operation, { params, body });
  bodyOf(await send('save-assessment-draft', { answers: facsAnswers('2008-06-20') }));
  const completion = { read: { practitioner: 1, person: null } };
  bodyOf(await send('complete-assessment-draft', completion));
  bodyOf(await send('indicate-budget', {}));
  const last = await cheshire.ports.cases.last(caseId);
  expect(last?.body).toMatchObject({
    allocation: { points: 100, grossWeeklyPence: 62_000, questionnaireVersion: 'adult-2008-04-01' },
  });
});
