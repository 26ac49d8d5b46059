import { beforeEach, describe, expect, test } from 'vitest';
import { assessmentRoutes } from '#functions/assessment/routes.ts';
import { CaseAnswer } from '#shared/contracts/case-answer.ts';
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
import { councils, lackingCapacityFor, referred } from '#test/support/case-states.ts';
import {
  askedFirst,
  carerAnswers,
  facsAnswers,
  findingsOf,
  heldOn,
  ownWords,
  scoresOf100Points,
  wholeAnswers,
} from '#test/support/form-answers.ts';
import { Office } from '#test/support/office.ts';

const other = { id: 'practitioner-2', role: 'practitioner' } as const;
const params = { caseId };
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

describe('completing a draft', () => {
  const both = { practitioner: 1, person: null };

  test('records the assessment, its answers and the version of the form', async () => {
    await desk.save(wholeAnswers(today));
    const answer = CaseAnswer.parse(bodyOf(await desk.complete({ read: both })));
    expect(answer.openSteps).toEqual(['decide-eligibility']);
    expect(await desk.recorded()).toMatchObject({
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
    await desk.save({ ...fewer, deafblind: true });
    expect(refusalOf(await desk.complete({ read: both }))).toMatchObject({
      kind: 'answer-missing',
      errors: [
        { pointer: '/answers/trained-for-deafblind' },
        { pointer: '/answers/own-account' },
        { pointer: '/answers/washing' },
      ],
    });
  });

  test('names the part of an answer that is not finished', async () => {
    await desk.save({ ...wholeAnswers(today), present: [{ name: 'Mabel Lanternby' }] });
    expect(refusalOf(await desk.complete({ read: both }))?.errors).toEqual([
      { pointer: '/answers/present/0/relationship', detail: 'This is needed.' },
    ]);
    await desk.save({ present: [], 'support-personal-care': { shareMet: 'all' } }, 1);
    expect(
      refusalOf(await desk.complete({ read: { practitioner: 2, person: null } }))?.errors,
    ).toEqual([{ pointer: '/answers/present', detail: 'Give at least one.' }]);
  });

  test('is refused once a side was saved that nobody has read', async () => {
    await desk.save(wholeAnswers(today));
    await desk.saveMine({ washing: 'alone' });
    expect(refusalOf(await desk.complete({ read: both }))).toMatchObject({
      kind: 'version-stale',
      pointer: '/read/person',
    });
    expect((await desk.complete({ read: { practitioner: 1, person: 1 } })).accepted).toBe(true);
  });

  test('keeps what the person answered otherwise, and their own words before ours', async () => {
    const mine = { washing: 'some-help', 'own-account': 'I wash at the sink.', dressing: 'alone' };
    await desk.saveMine(mine);
    await desk.save({ ...wholeAnswers(today), dressing: 'alone' });
    await desk.complete({ read: { practitioner: 1, person: 1 } });
    expect(await desk.recorded()).toMatchObject({
      ownAccount: 'I wash at the sink.',
      form: { writtenByPerson: ['own-account'], personSays: { washing: 'some-help' } },
      scores: { answers: { washing: 'full-help' } },
    });
    expect(await desk.recorded()).not.toHaveProperty('form.personSays.dressing');
  });

  test('may be done again, corrected, until eligibility is decided', async () => {
    await desk.save(wholeAnswers(today));
    const first = CaseAnswer.parse(bodyOf(await desk.complete({ read: both })));
    await desk.save({ washing: 'alone' }, 1);
    const again = { read: { practitioner: 2, person: null } };
    expect(kindOf(await desk.complete(again))).toBe('version-missing');
    expect((await desk.complete(again, first.records.assessment)).accepted).toBe(true);
    expect(await desk.recorded()).toMatchObject({ scores: { answers: { washing: 'alone' } } });
  });

  test('is refused while the duty to find an advocate is not met', async () => {
    await desk.save({ ...wholeAnswers(today), 'difficulty-in': ['retain'] });
    expect(kindOf(await desk.complete({ read: both }))).toBe('advocate-needed');
    await desk.save({ 'advocate-urgency': 'He must leave hospital today.' }, 1);
    expect((await desk.complete({ read: { practitioner: 2, person: null } })).accepted).toBe(true);
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
  const mine = {
    ...ownWords,
    ...findingsOf(['CA-HYGIENE', 'CA-CLOTHING']),
    ...scoresOf100Points,
    'well-being-impact': 'I do not go out unwashed.',
  };

  test('is what the person answered, confirmed by a worker who is named', async () => {
    await desk.saveMine(mine, undefined, true);
    await desk.save({ ...heldOn(today), ...askedFirst(today, true), washing: 'much-help' });
    bodyOf(await desk.complete(confirmed));
    expect(await desk.recorded()).toMatchObject({
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
    await desk.saveMine(mine);
    await desk.save(heldOn(today));
    expect(refusalOf(await desk.complete(confirmed))?.pointer).toBe('/selfAssessment');
  });

  test('must be carried out where the person wishes it, and not where they do not', async () => {
    await desk.saveMine(mine, undefined, true);
    await desk.save({ ...wholeAnswers(today), ...askedFirst(today, true) });
    const { read: both, selfAssessment } = confirmed;
    expect(refusalOf(await desk.complete({ read: both }))?.detail).toContain('wishes to assess');
    await desk.save({ 'self-assessment-wish': false }, 1);
    const newer = { practitioner: 2, person: 1 };
    const unwished = await desk.complete({ read: newer, selfAssessment });
    expect(refusalOf(unwished)?.detail).toContain('does not wish');
    expect((await desk.complete({ read: newer })).accepted).toBe(true);
  });

  test('may be written down for somebody without a screen, under the name of who wrote it', async () => {
    const body = { side: 'person', answers: mine, isFinished: true };
    bodyOf(await desk.office.asStaff(other, 'save-assessment-draft', { params, body }));
    await desk.save({ ...heldOn(today), ...askedFirst(today, true) });
    expect(bodyOf(await desk.read())).toMatchObject({
      person: { by: { id: 'practitioner-2', role: 'practitioner' }, isFinished: true },
    });
    bodyOf(await desk.complete(confirmed));
    const forThem = { side: 'person', answers: { 'chc-reason': 'None.' } };
    const reply = await desk.office.asStaff(other, 'save-assessment-draft', {
      params,
      body: forThem,
      ifMatch: 1,
    });
    expect(kindOf(reply)).toBe('answer-unknown');
  });

  test('is not for somebody who lacks capacity for it, whose account is kept all the same', async () => {
    const id = 'case0000000000000002';
    await desk.office.seed(id, lackingCapacityFor('assessment', referred()));
    const at = { params: { caseId: id } };
    const body = { answers: mine, isFinished: true };
    bodyOf(await desk.office.asResident(me, 'save-my-assessment-draft', { ...at, body }));
    const ours = { ...at, body: { answers: heldOn(today) } };
    bodyOf(await desk.office.asStaff(worker, 'save-assessment-draft', ours));
    const reply = await desk.office.asStaff(worker, 'complete-assessment-draft', {
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
    await desk.save({ ...wholeAnswers(today), ...joint, ...said, 'joint-both-agree': false });
    expect(
      refusalOf(await desk.complete({ read: { practitioner: 1, person: null } })),
    ).toMatchObject({
      errors: [
        {
          pointer: '/answers/joint-both-agree',
          detail: 'Both must agree to be assessed together.',
        },
      ],
    });
    await desk.save({ joint: false }, 1);
    const unheard = await desk.complete({ read: { practitioner: 2, person: null } });
    expect(refusalOf(unheard)?.errors?.map(({ pointer }) => pointer)).toEqual([
      '/answers/carer-says',
      '/answers/carer-can-go-on',
    ]);
  });

  test('never lets what the carer says into the person’s findings or score', async () => {
    const budgetOf = async (id: string, answers: object) => {
      const at = { params: { caseId: id } };
      await desk.office.seed(id, referred());
      bodyOf(
        await desk.office.asStaff(worker, 'save-assessment-draft', { ...at, body: { answers } }),
      );
      const body = { read: { practitioner: 1, person: null } };
      bodyOf(await desk.office.asStaff(worker, 'complete-assessment-draft', { ...at, body }));
      bodyOf(await desk.office.asStaff(worker, 'indicate-budget', { ...at, body: {} }));
      const last = await desk.office.ports.cases.last(id);
      const assessed = await desk.office.ports.cases.at(id, last?.after.records.assessment ?? 0);
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

test('a carer is assessed in a case of their own, by their own form, criteria and questionnaire', async () => {
  const at = { params: { caseId: 'case0000000000000007' } };
  await desk.office.seed(at.params.caseId, referred('assess', '2026-07-01', 'carer'));
  const send = (operation: string, body: unknown) =>
    desk.office.asStaff(worker, operation, { ...at, body });
  const strange = await send('save-assessment-draft', { answers: { washing: 'alone' } });
  expect(refusalOf(strange)?.errors).toEqual([
    {
      pointer: '/answers/washing',
      detail: 'The form carer-assessment-2015-04-01 does not ask this.',
    },
  ]);
  bodyOf(await send('save-assessment-draft', { answers: carerAnswers(today) }));
  const read = { practitioner: 1, person: null };
  bodyOf(await send('complete-assessment-draft', { read }));
  bodyOf(await send('indicate-budget', {}));
  const last = await desk.office.ports.cases.last(at.params.caseId);
  expect(last?.body).toMatchObject({
    allocation: { subject: 'carer', points: 40, questionnaireVersion: 'carer-2008-04-01' },
  });
  const assessed = await desk.office.ports.cases.at(at.params.caseId, 2);
  expect(assessed?.body).toMatchObject({
    rule: 'Care Act 2014 s10',
    scheme: 'care-act-2014-carer',
    needs: { by: 'carer-outcomes', outcomes: { 'CARER-RECREATION': { achieved: false } } },
  });
});
