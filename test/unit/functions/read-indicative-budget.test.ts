import { expect, test } from 'vitest';
import { assessmentRoutes } from '#functions/assessment/routes.ts';
import { IndicativeBudgetSheet } from '#shared/contracts/allocation/indicative-budget-page.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import { newPerson } from '#shared/domain/person/person-state.ts';
import { assessed, councils } from '#test/support/case-states.ts';
import { Office } from '#test/support/office.ts';

const caseId = 'case0000000001';
const params = { caseId };
const by = { id: 'practitioner-1', role: 'practitioner' } as const;
const kindOf = (reply: Reply) => reply.accepted || reply.refusal.kind;

function answers() {
  const asked = councils.worcestershire.ras.questionnaires.find(
    ({ subject }) => subject === 'adult',
  );
  const questions = asked?.domains.flatMap((domain) => domain.questions) ?? [];
  return Object.fromEntries(questions.map(({ id, answers: to }) => [id, to.at(-1)?.id]));
}

async function officeWithBudget() {
  const office = new Office(assessmentRoutes);
  const state = assessed();
  await office.seed(caseId, state);
  await office.ports.people.append(undefined, {
    id: 'known',
    aggregateId: state.personId,
    type: 'person-registered',
    at: '2026-07-01T09:00:00.000Z',
    actor: { id: 'adviser-1', role: 'adviser' },
    request: null,
    body: {},
    after: newPerson({ givenName: 'Ada', familyName: 'Example' }),
  });
  const before = await office.asStaff(by, 'read-indicative-budget', { params });
  expect(kindOf(before)).toBe('not-found');
  const body = { answers: answers() };
  expect(kindOf(await office.asStaff(by, 'indicate-budget', { params, body }))).toBe(true);
  return { office, personId: state.personId };
}

test('the indicative budget is read as it was worked, on the day on which it was', async () => {
  const { office } = await officeWithBudget();
  office.today = '2026-08-01';
  const read = await office.asStaff(by, 'read-indicative-budget', { params });
  const statement = IndicativeBudgetSheet.parse(read.accepted && read.value.body);
  expect(statement).toMatchObject({ on: '2026-07-08', carer: null, secondOpinion: null });
  const shares = statement.budget.domains.map(({ weeklyPence }) => weeklyPence);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBe(statement.budget.grossWeeklyPence);
});

test('the person reads their own, and nobody else does', async () => {
  const { office, personId } = await officeWithBudget();
  const staffs = await office.asStaff(by, 'read-indicative-budget', { params });
  const own = await office.asResident(personId, 'read-my-indicative-budget', { params });
  expect(own).toEqual(staffs);
  const other = await office.asResident('somebody-else', 'read-my-indicative-budget', { params });
  expect(kindOf(other)).toBe('not-found');
});

test('it says whose it is, and how and until when it is looked at again, and names the Ombudsman', async () => {
  const { office } = await officeWithBudget();
  const sent = { params, headers: { accept: 'text/html' } };
  const page = await office.asStaff(by, 'read-indicative-budget', sent);
  const source = page.accepted ? Object(page.value.html).source : '';
  expect(source).toContain('For <strong>Ada Example</strong>');
  expect(source).toContain('you will have our answer within 20 working days');
  expect(source).toContain('Local Government and Social Care Ombudsman');
});

test('a browser gets it as a page, in large print too', async () => {
  const { office, personId } = await officeWithBudget();
  for (const [size, points] of [
    ['standard', '12pt'],
    ['large', '18pt'],
  ] as const) {
    const sent = { params, query: { size }, headers: { accept: 'text/html' } };
    const page = await office.asResident(personId, 'read-my-indicative-budget', sent);
    expect(page).toMatchObject({ value: { status: 200 } });
    const source = page.accepted ? Object(page.value.html).source : '';
    expect(source).toContain('<h1>Your indicative budget</h1>');
    expect(source).toContain(`html{font:${points}`);
  }
});

test('one that was set aside is not shown any more', async () => {
  const office = new Office(assessmentRoutes);
  const state = assessed();
  await office.seed(caseId, {
    ...state,
    allocation: null,
    records: { ...state.records, allocation: 1 },
  });
  const read = await office.asStaff(by, 'read-indicative-budget', { params });
  expect(kindOf(read)).toBe('not-found');
});
