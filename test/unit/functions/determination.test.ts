import { expect, test } from 'vitest';
import { DeterminationSheet } from '#functions/assessment/determination/determination-sheet.ts';
import { assessmentRoutes } from '#functions/assessment/routes.ts';
import { letterValues } from '#functions/letters/letter-values.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { newPerson } from '#shared/domain/person/person-state.ts';
import {
  assessed,
  assessmentOf,
  decisionOf,
  metByCouncil,
  referred,
} from '#test/support/case-states.ts';
import { Office } from '#test/support/office.ts';

const caseId = 'case0000000001';
const params = { caseId };
const practitioner = { id: 'practitioner-1', role: 'practitioner' } as const;
const manager = { id: 'manager-1', role: 'team-manager' } as const;
const page = { accept: 'text/html,*/*;q=0.8' };

const one = ['CA-HYGIENE'] as const;
const notEligible = decisionOf(
  { edge: 'not-eligible', writtenAdvice: 'A bath board.\nThe lunch club, on Tuesdays.' },
  { howToComeBack: 'Call us <at any time>.' },
);

async function officeThat(decides: unknown, missing: Parameters<typeof assessmentOf>[0]) {
  const office = new Office(assessmentRoutes);
  office.today = '2026-07-03';
  const state: CaseState = referred();
  await office.seed(caseId, { ...state, receipt: 'ASC-1234-5678-ABCD' });
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
  const body = assessmentOf(missing);
  done(await office.asStaff(practitioner, 'assess-needs', { params, body }));
  const sent = { params, body: decides, ifMatch: 2 };
  done(await office.asStaff(practitioner, 'decide-eligibility', sent));
  return { office, personId: state.personId };
}

function done(reply: Reply) {
  if (!reply.accepted) throw new Error(JSON.stringify(reply.refusal));
  return reply.value;
}

test('the determination names its decider, its reasons, the advice and the Ombudsman', async () => {
  const { office } = await officeThat(notEligible, one);
  const read = done(await office.asStaff(manager, 'read-determination', { params }));
  const sheet = DeterminationSheet.parse(read.body);
  expect(sheet).toMatchObject({
    version: 3,
    person: 'Ada Example',
    reference: 'ASC-1234-5678-ABCD',
    isEligible: false,
    decidedBy: 'A Practitioner',
    writtenAdvice: 'A bath board.\nThe lunch club, on Tuesdays.',
    whatFollows: { edge: 'not-eligible', rule: 'Care Act 2014 s13(5)' },
  });
  expect(sheet.findings).toHaveLength(10);
  expect(sheet.ifYouDisagree.join(' ')).toContain('Local Government and Social Care Ombudsman');
  expect(sheet.ifYouDisagree[0]).toContain('you will have our answer within 20 working days');
});

test('a browser gets it as a page, on which what people wrote is text', async () => {
  const { office } = await officeThat(notEligible, one);
  const { html } = done(
    await office.asStaff(manager, 'read-determination', { params, headers: page }),
  );
  expect(html?.source).toContain('<p>Call us &lt;at any time&gt;.</p>');
  expect(html?.source).toContain('Decided by A Practitioner on 3 July 2026.');
  expect(html?.source).toContain('SI 2015/313 reg 2(2)(b), reg 2(3)(a)');
  expect(html?.source).not.toContain('<script');
  expect(html?.contentSecurityPolicy).toContain("default-src 'none'");
});

test('the letter has the day as people write it', async () => {
  const { office } = await officeThat(notEligible, one);
  const decided = await office.ports.cases.at(caseId, 3);
  if (!decided) throw new Error('eligibility was decided');
  const person = { givenName: 'Ada', familyName: 'Example' };
  const { reason } = letterValues(decided, person, {
    council: office.ports.council,
    language: 'en',
  });
  expect(reason).toContain('Decided by A Practitioner on 3 July 2026.');
});

test('the person reads their own, and nobody else does', async () => {
  const two = ['CA-HYGIENE', 'CA-CLOTHING'] as const;
  const { office, personId } = await officeThat(decisionOf(metByCouncil), two);
  const mine = done(await office.asResident(personId, 'read-my-determination', { params }));
  expect(mine.body).toMatchObject({ isEligible: true, writtenAdvice: null });
  const other = await office.asResident('person-of-none', 'read-my-determination', { params });
  expect(other).toMatchObject({ refusal: { kind: 'not-found' } });
});

test('there is none before eligibility is decided', async () => {
  const office = new Office(assessmentRoutes);
  await office.seed(caseId, assessed());
  const read = await office.asStaff(manager, 'read-determination', { params });
  expect(read).toMatchObject({ refusal: { kind: 'not-found' } });
});
