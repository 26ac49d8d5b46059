import { expect, test } from 'vitest';
import * as z from 'zod';
import { assessmentRoutes } from '#functions/assessment/routes.ts';
import { chargingRoutes } from '#functions/charging/routes.ts';
import { takeContact } from '#functions/contact/make-contact.ts';
import { openCaseOf } from '#functions/contact/opening/open-case.ts';
import { decideTriage } from '#functions/contact/triage/triage-contact.ts';
import { makeStores } from '#functions/make-ports.ts';
import type { Ports } from '#functions/ports.ts';
import { CaseAnswer } from '#shared/contracts/case-answer.ts';
import type { Operation, Reply } from '#shared/contracts/operation.ts';
import type { Role } from '#shared/domain/roles.ts';
import { keyedPseudonyms } from '#shared/stores/people/pseudonyms.ts';
import { councils, decisionOf, facsAssessment, metByCouncil } from '#test/support/case-states.ts';
import { MemoryTable } from '#test/support/memory-table.ts';

const operations: readonly Operation<Ports>[] = [
  takeContact,
  decideTriage,
  ...assessmentRoutes,
  ...chargingRoutes,
];

/** One council's staff at their desks, on a day that the test names. */
function desk(council: Ports['council'], day: string) {
  let calls = 0;
  const ports: Ports = {
    ...makeStores(new MemoryTable()),
    council,
    system: { now: () => `${day}T12:00:00.000Z`, newId: () => `id-${++calls}` },
    pseudonyms: keyedPseudonyms(async () => 'a key of the tests'),
  };
  async function send(id: string, body: unknown, at: { caseId?: string; ifMatch?: number } = {}) {
    const operation = operations.find((candidate) => candidate.id === id);
    if (!operation) throw new Error(`no operation ${id}`);
    const [role] = operation.roles;
    if (!role) throw new Error(`no role for ${id}`);
    return operation.run(requestOf({ role, body, ...at }, ++calls), ports);
  }
  return { ports, send };
}

interface Sent {
  readonly role: Role;
  readonly body: unknown;
  readonly caseId?: string;
  readonly ifMatch?: number;
}

function requestOf({ role, body, caseId, ifMatch }: Sent, call: number) {
  return {
    caller: { kind: 'staff', id: `a-${role}`, roles: [role], teams: [] },
    actingAs: role,
    params: caseId === undefined ? {} : { caseId },
    query: {},
    body,
    headers: {
      'idempotency-key': `request-number-${String(call).padStart(4, '0')}`,
      ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
    },
  } as const;
}

function answered(reply: Reply) {
  if (!reply.accepted) throw new Error(`refused: ${JSON.stringify(reply.refusal)}`);
  return CaseAnswer.parse(reply.value.body);
}

/** A man with multiple sclerosis, whose wife calls: triage has sent the case on to an assessment. */
async function referredCase(day = '2008-06-20') {
  const { ports, send } = desk(councils.cheshire, day);
  const contact = await send('take-contact', {
    about: 'adult',
    channel: 'phone',
    by: { kind: 'carer', relationship: 'wife', personKnows: true, personAgrees: true },
    person: { givenName: 'A', familyName: 'Man' },
    whatIsHappening: 'The care package broke down.',
  });
  if (!contact.accepted) throw new Error('contact refused');
  const { caseId } = z.looseObject({ caseId: z.string() }).parse(contact.value.body);
  const made = await contactOf(ports);
  await openCaseOf(made, ports);
  await send(
    'triage-contact',
    {
      verdict: 'assess',
      appearanceOfNeed: { isPresent: true, reason: 'He cannot bear weight.' },
      toldHowToAskForAssessment: true,
      referral: { team: 'west-chester', reason: 'Lives in Chester.' },
    },
    { caseId },
  );
  return { caseId, ports, send };
}

async function contactOf({ table, contacts }: Ports) {
  if (!(table instanceof MemoryTable)) throw new Error('the table is in memory');
  const item = table.items.find(
    ({ pk, sk }) => pk.startsWith('CONTACT#') && sk.startsWith('EVENT#'),
  );
  if (!item) throw new Error('no contact was kept');
  return contacts.read(item);
}

const facsDecision = {
  ...decisionOf(metByCouncil),
  decidedOn: '2008-06-20',
  test: {
    scheme: 'facs',
    indicators: [{ code: 'FACS-CRITICAL-ROUTINES', evidence: 'Seen at the first visit.' }],
  },
};

/** 136 points for everything, less 36 for what he does alone. */
function hundredPoints() {
  const alone = ['communicating', 'deciding', 'caring', 'medicines', 'work'];
  const asked = councils.cheshire.ras.questionnaires.find(({ subject }) => subject === 'adult');
  const questions = asked?.domains.flatMap((domain) => domain.questions) ?? [];
  return Object.fromEntries(
    questions.map(({ id, answers }) => [id, answers.at(alone.includes(id) ? 0 : -1)?.id]),
  );
}

test('one day in 2008 leads from the first visit to a budget of 620.00 a week, told up front', async () => {
  const { caseId, ports, send } = await referredCase();
  const indicators = [{ code: 'FACS-CRITICAL-ROUTINES', evidence: 'Seen at the visit.' }];
  answered(
    await send(
      'screen-eligibility',
      { at: 'first-visit', on: '2008-06-20', indicators },
      { caseId },
    ),
  );
  const assessed = answered(await send('assess-needs', facsAssessment('2008-06-20'), { caseId }));
  expect(assessed.openSteps).toEqual(['decide-eligibility']);
  const ifMatch = assessed.records.assessment ?? 0;
  const decided = answered(await send('decide-eligibility', facsDecision, { caseId, ifMatch }));
  expect(decided.stage).toBe('support-planning');
  answered(
    await send(
      'assess-finances',
      {
        status: 'assessed',
        assessedOn: '2008-06-20',
        appliesFrom: '2008-06-20',
        method: 'manual-fairer-charging',
        decidedOn: '2008-06-20',
        decidedBy: { id: 'a-finance-officer', name: 'A Finance Officer' },
        weeklyContributionPence: 0,
      },
      { caseId },
    ),
  );
  const told = answered(await send('indicate-budget', { answers: hundredPoints() }, { caseId }));
  const state = (await ports.cases.last(caseId))?.after;
  expect(state?.allocation).toMatchObject({ weeklyPence: 62_000, givenOn: null });
  const given = { givenOn: '2008-06-20', to: 'person', how: 'in-person', format: 'plain' };
  const version = told.records.allocation ?? 0;
  answered(await send('give-indicative-budget', given, { caseId, ifMatch: version }));
  expect((await ports.cases.last(caseId))?.after.allocation?.givenOn).toBe('2008-06-20');
});

test('nobody decides on an assessment that they have not seen', async () => {
  const { caseId, send } = await referredCase();
  await send('assess-needs', facsAssessment('2008-06-20'), { caseId });
  expect(await send('decide-eligibility', facsDecision, { caseId })).toMatchObject({
    refusal: { kind: 'version-missing' },
  });
  expect(await send('decide-eligibility', facsDecision, { caseId, ifMatch: 1 })).toMatchObject({
    refusal: { kind: 'version-stale' },
  });
});

test('nobody decides before needs are assessed', async () => {
  const { caseId, send } = await referredCase();
  expect(await send('decide-eligibility', facsDecision, { caseId })).toMatchObject({
    refusal: { kind: 'wrong-stage' },
  });
});

test('a council that knows only FACS decides nothing after it ended in law', async () => {
  const { caseId, send } = await referredCase('2015-04-01');
  const indicators = [{ code: 'FACS-LOW-ROUTINES', evidence: 'Told on the phone.' }];
  const screening = { at: 'referral', on: '2015-04-01', indicators };
  for (const [id, body] of [
    ['screen-eligibility', screening],
    ['assess-needs', facsAssessment('2015-04-01')],
    ['decide-eligibility', { ...facsDecision, decidedOn: '2015-04-01' }],
  ] as const) {
    expect(await send(id, body, { caseId })).toMatchObject({
      refusal: { kind: 'scheme-not-in-force' },
    });
  }
});
