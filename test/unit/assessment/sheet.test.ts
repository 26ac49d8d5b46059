import { beforeEach, expect, test } from 'vitest';
import { assessmentRoutes } from '#functions/assessment/routes.ts';
import { letterFor } from '#functions/letters/letters-by-event.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import { assessmentOf, referred } from '#test/support/case-states.ts';
import {
  askedFirst,
  findingsOf,
  heldOn,
  ownWords,
  scoresOf100Points,
  wholeAnswers,
} from '#test/support/form-answers.ts';
import { Office } from '#test/support/office.ts';

const caseId = 'case0000000000000001';
const params = { caseId };
const worker = { id: 'practitioner-1', role: 'practitioner' } as const;
const me = 'person000001';
const today = '2026-07-08';

let office: Office;
beforeEach(async () => {
  office = new Office(assessmentRoutes);
  office.today = today;
  await office.seed(caseId, referred());
});

function answered(reply: Reply) {
  if (!reply.accepted) throw new Error(`refused: ${JSON.stringify(reply.refusal)}`);
  return reply.value;
}

async function selfAssessed(): Promise<void> {
  const answers = {
    ...ownWords,
    ...findingsOf(['CA-HYGIENE', 'CA-CLOTHING']),
    'well-being-impact': 'I do not go out unwashed.',
    ...scoresOf100Points,
    washing: 'some-help',
  };
  const body = { answers, isFinished: true };
  answered(await office.asResident(me, 'save-my-assessment-draft', { params, body }));
  const ours = {
    ...heldOn(today),
    ...askedFirst(today, true),
    washing: 'much-help',
    employment: 'unknown',
  };
  answered(
    await office.asStaff(worker, 'save-assessment-draft', { params, body: { answers: ours } }),
  );
  const completion = {
    read: { practitioner: 1, person: 1 },
    selfAssessment: {
      confirmedByName: 'Rowan Pebblewick',
      isAccurateAndComplete: true,
      howConfirmed: 'We read every answer together at his table.',
    },
  };
  answered(await office.asStaff(worker, 'complete-assessment-draft', { params, body: completion }));
}

test('a self-assessment shows who wrote what, who confirmed it, and both accounts side by side', async () => {
  await selfAssessed();
  const sheet = answered(await office.asResident(me, 'read-my-assessment', { params })).body;
  expect(sheet).toMatchObject({
    assessedBy: 'Rowan Pebblewick',
    rule: 'Care Act 2014 s9',
    confirmed: { by: 'Rowan Pebblewick', on: today },
    differences: [
      {
        about: 'Washing and bathing',
        weSay: [expect.stringMatching(/^\S/)],
        youSay: [expect.stringMatching(/^\S/)],
      },
    ],
  });
  expect(Object(sheet).sections[0].lines[0]).toEqual({
    about: 'How things are',
    words: ['I want my own front door.'],
    isByPerson: true,
  });
  const home = Object(sheet).sections.find(
    ({ title }: { title: string }) => title === 'Your home and work',
  );
  expect(home.lines).toEqual([{ about: 'Do you work?', words: ['Unknown'], isByPerson: false }]);
});

test.each([
  ['is in nothing that the person gets', undefined, []],
  ['is read by the person where the carer lets them', true, ['What the carer says']],
])('what a carer says %s', async (_what, shares, expected) => {
  const said = {
    joint: true,
    'joint-carer-name': 'Mabel Lanternby',
    'joint-both-agree': true,
    'carer-says': 'I am afraid of him.',
    ...(shares && { 'joint-carer-shares': shares }),
  };
  const body = { answers: { ...wholeAnswers(today), ...said } };
  answered(await office.asStaff(worker, 'save-assessment-draft', { params, body }));
  const read = { practitioner: 1, person: null };
  answered(await office.asStaff(worker, 'complete-assessment-draft', { params, body: { read } }));
  const sheet = answered(await office.asResident(me, 'read-my-assessment', { params })).body;
  const titles = Object(sheet).sections.map(({ title }: { title: string }) => title);
  expect(titles.filter((title: string) => title.includes('carer'))).toEqual(expected);
  expect(JSON.stringify(sheet).includes('afraid')).toBe(shares === true);
});

test('an assessment without a form is shown too, also as a page that loads nothing', async () => {
  const body = assessmentOf(['CA-HYGIENE', 'CA-CLOTHING'], {
    ownAccount: 'I manage <b>most</b> days.',
  });
  answered(await office.asStaff(worker, 'assess-needs', { params, body }));
  const reply = await office.asStaff(worker, 'read-assessment', {
    params,
    headers: { accept: 'text/html' },
  });
  const page = answered(reply).html;
  expect(page?.source).toContain('I manage &lt;b&gt;most&lt;/b&gt; days.');
  expect(page?.source).toContain('You cannot do this well enough: you need help or prompting');
  expect(page?.source).not.toMatch(/<script|src=|href=/);
  expect(page?.contentSecurityPolicy).toContain("default-src 'none'");
});

test('there is nothing to show before needs are assessed, and of nobody else’s case', async () => {
  const none = await office.asStaff(worker, 'read-assessment', { params });
  expect(none).toMatchObject({ refusal: { kind: 'not-found' } });
  await selfAssessed();
  const other = await office.asResident('person000002', 'read-my-assessment', { params });
  expect(other).toMatchObject({ refusal: { kind: 'not-found', detail: 'There is no such case.' } });
});

const wife = {
  to: 'other',
  name: 'Mabel Lanternby',
  relationship: 'wife',
  how: 'post',
  askedBy: 'person',
  askedOn: today,
};

async function give(copies: readonly object[], givenOn = today): Promise<Reply> {
  const last = await office.ports.cases.last(caseId);
  return office.asStaff(worker, 'give-assessment-copies', {
    params,
    body: { givenOn, copies },
    ifMatch: last?.after.records.assessment,
  });
}

test('copies go to the person as a letter in their own way, and to others whom they name', async () => {
  await selfAssessed();
  answered(await give([{ to: 'person', how: 'letter' }, wife]));
  const event = await office.ports.cases.last(caseId);
  if (!event) throw new Error('no case');
  expect(event).toMatchObject({
    type: 'assessment-copied',
    body: { rule: 'Care Act 2014 s12(3), s12(4)', copies: [{ to: 'person' }, wife] },
  });
  expect(letterFor(event)).toBe('assessment-copy');
  expect(Object(event.body).explanation).toContain('You told us: I want my own front door.');
});

test('no letter follows a copy that was handed over', async () => {
  await selfAssessed();
  answered(await give([{ to: 'person', how: 'in-person' }]));
  const event = await office.ports.cases.last(caseId);
  expect(event && letterFor(event)).toBeUndefined();
});

test('nobody gets a copy before it was asked for, or of an assessment that there is not', async () => {
  expect(await give([wife])).toMatchObject({ refusal: { kind: 'wrong-stage' } });
  await selfAssessed();
  office.today = '2026-07-10';
  const early = await give([{ ...wife, askedOn: '2026-07-10' }], '2026-07-09');
  expect(early).toMatchObject({ refusal: { pointer: '/copies/0/askedOn' } });
  expect(await give([wife], '2026-07-11')).toMatchObject({ refusal: { pointer: '/givenOn' } });
  const unasked = await give([{ ...wife, askedBy: 'nobody' }]);
  expect(unasked).toMatchObject({ refusal: { kind: 'invalid-input' } });
});
