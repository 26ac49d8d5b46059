import { beforeEach, describe, expect, it } from 'vitest';
import { chargingRoutes } from '#functions/charging/routes.ts';
import { letterFor } from '#functions/letters/letters-by-event.ts';
import { CaseAnswer } from '#shared/contracts/case-answer.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import { contributionTowards } from '#shared/domain/budget/contribution.ts';
import { ChargeStatement } from '#shared/domain/charging/statement/charge-statement.ts';
import { AssessedCharge } from '#shared/domain/finances/assessed-charge.ts';
import { opened } from '#test/support/case-states.ts';
import { meansOf } from '#test/support/finances.ts';
import { Office } from '#test/support/office.ts';
import { managedPlan, started } from '#test/support/plan-states.ts';

const caseId = 'case00000001';
const officer = { id: 'officer-1', role: 'finance-officer' } as const;
const startedOn = '2026-07-20';

const provisional = {
  assessment: {
    kind: 'incomplete',
    weeklyPence: 1_000,
    toldInWriting: true,
    reviewOn: '2026-09-01',
    missing: 'The statement of her savings account.',
    helpOffered: 'A visit on Thursday.',
  },
} as const;
const ofPlan = { care: { from: 'plan' } } as const;
const overTheLimit = {
  capital: [{ id: 'savings', kind: 'savings', valuePence: 3_000_000, evidence: 'Statement' }],
} as const;

let office: Office;
let version: number | undefined;

beforeEach(async () => {
  office = new Office(chargingRoutes);
  office.today = startedOn;
  version = undefined;
  // Help and a day centre for 180.00 a week, which the first event of the log holds.
  const live = started(startedOn);
  await office.ports.cases.append(undefined, {
    id: 'seed',
    aggregateId: caseId,
    type: 'plan-written',
    at: `${startedOn}T09:00:00.000Z`,
    actor: { id: 'practitioner-1', role: 'practitioner' },
    request: null,
    body: managedPlan,
    after: { ...live, records: { ...live.records, plan: 1 } },
  });
});

/** A finance officer assesses on the office's day, for a charge from the start of support. */
async function assess(leftPence: number, others: object = {}): Promise<Reply> {
  const body = meansOf(leftPence, {
    assessedOn: office.today,
    appliesFrom: startedOn,
    ...others,
  });
  const reply = await office.asStaff(officer, 'assess-finances', {
    params: { caseId },
    body,
    ifMatch: version,
  });
  if (reply.accepted) version = CaseAnswer.parse(reply.value.body).records.finances;
  return reply;
}

async function recorded() {
  const last = await office.ports.cases.last(caseId);
  if (!last) throw new Error('there is no case');
  return { event: last, ...AssessedCharge.parse(last.body) };
}

async function statement(headers = {}) {
  return office.asStaff(officer, 'read-charge-statement', { params: { caseId }, headers });
}

function statementIn(reply: Reply): ChargeStatement {
  if (!reply.accepted) throw new Error(`refused: ${reply.refusal.detail}`);
  return ChargeStatement.parse(reply.value.body);
}

describe('A charge in the case', () => {
  it('is worked for what the plan buys, and the budget follows a dearer plan', async () => {
    await assess(20_000, ofPlan);
    const { charge, planVersion, event } = await recorded();
    expect(charge).toMatchObject({ weeklyPence: 18_000, costOfCareWeeklyPence: 18_000 });
    expect(planVersion).toBe(event.after.records.plan);
    const finances = event.after.finances ?? null;
    expect(contributionTowards(18_000, finances, 0).weeklyPence).toBe(18_000);
    expect(contributionTowards(25_000, finances, 0).weeklyPence).toBe(20_000);
  });

  it('for given lines beside a plan is just what was worked, whatever the plan costs', async () => {
    const nursing = { funder: 'nhs', weeklyPence: 15_000 };
    const line = { id: 'help', label: 'Help', kind: 'care', weeklyPence: 18_000 };
    const care = { from: 'lines', lines: [{ ...line, paidByOthers: [nursing] }] };
    await assess(20_000, { care });
    const { event, charge } = await recorded();
    expect(charge.weeklyPence).toBe(3_000);
    expect(event.after.finances?.weeklyContributionPence).toBe(3_000);
  });

  it('replaces a provisional one from the first day, and tells each week', async () => {
    await assess(0, { ...provisional, ...ofPlan });
    office.today = '2026-08-19';
    await assess(3_000, ofPlan);
    const { difference, asked, event } = await recorded();
    const week = { chargedPence: 1_000, duePence: 3_000, differencePence: 2_000 };
    expect(difference?.weeks.map(({ from }) => from)).toEqual([
      '2026-07-20',
      '2026-07-27',
      '2026-08-03',
      '2026-08-10',
      '2026-08-17',
    ]);
    expect(difference?.weeks[0]).toMatchObject(week);
    // The last week has two days behind it.
    expect(difference).toMatchObject({ chargedPence: 4_285, duePence: 12_857 });
    expect(asked).toEqual([{ from: startedOn, weeklyPence: 3_000, mostWeeklyPence: 3_000 }]);
    expect(letterFor(event)).toBe('charge-changed');
  });

  it('that replaces a provisional one later leaves the days before as they were', async () => {
    await assess(0, { ...provisional, ...ofPlan });
    office.today = '2026-08-17';
    await assess(3_000, { ...ofPlan, appliesFrom: '2026-08-03' });
    const { difference, asked } = await recorded();
    expect(difference).toMatchObject({ from: '2026-08-03', until: '2026-08-16' });
    expect(difference?.differencePence).toBe(4_000);
    expect(asked.map(({ from, weeklyPence }) => [from, weeklyPence])).toEqual([
      ['2026-07-20', 1_000],
      ['2026-08-03', 3_000],
    ]);
  });

  it('ends where the NHS pays from a day that has been, and is given back', async () => {
    await assess(3_000, ofPlan);
    office.today = '2026-09-14';
    const nhs = { funder: 'nhs', weeklyPence: 18_000 };
    const line = { id: 'all', label: 'All care', kind: 'care', weeklyPence: 18_000 };
    const care = { from: 'lines', lines: [{ ...line, paidByOthers: [nhs] }] };
    await assess(3_000, { care, appliesFrom: '2026-08-03' });
    const { charge, difference, event } = await recorded();
    expect(charge).toMatchObject({ basis: 'nothing-chargeable', weeklyPence: 0 });
    expect(difference?.differencePence).toBe(-18_000);
    expect(difference?.summary).toContain('£180.00 too much. It is yours to have back.');
    expect(event.after.finances?.weeklyContributionPence).toBe(0);
  });

  it('does not begin before support does', async () => {
    office.today = '2026-08-03';
    await assess(3_000, { ...ofPlan, appliesFrom: '2026-07-01' });
    const { difference } = await recorded();
    expect(difference).toMatchObject({ from: startedOn, until: '2026-08-02', duePence: 6_000 });
  });

  it('is saved in whole or not at all', async () => {
    const before = await office.ports.cases.last(caseId);
    const children = { ageGroup: 'pension-age', household: { kind: 'single' }, children: 1 };
    const premiums = { disability: false, enhancedDisability: false, carer: false };
    const reply = await assess(3_000, { person: { ...children, premiums } });
    expect(reply).toMatchObject({ refusal: { kind: 'rate-missing' } });
    expect(await office.ports.cases.last(caseId)).toEqual(before);
  });

  it('is looked at by nobody who has not seen the newest one', async () => {
    await assess(3_000);
    version = undefined;
    expect(await assess(3_000)).toMatchObject({ refusal: { kind: 'version-missing' } });
  });
});

describe('A charge statement of a case', () => {
  it('names who worked it out, the rule, the rates and the evidence', async () => {
    await assess(3_000, ofPlan);
    const shown = statementIn(await statement());
    expect(shown).toMatchObject({
      weeklyPence: 3_000,
      rateVersion: 'rates-2026-27',
      assessed: { assessedByName: 'Jonah Farthingale', appliesFrom: startedOn },
    });
    const rows = shown.sections.flatMap((section) => section.rows);
    expect(rows.every(({ law }) => law !== '')).toBe(true);
    expect(rows.find(({ label }) => label === 'State pension')?.evidence).toContain('Letter');
  });

  it('is a page with a table of weeks where something changes for days behind us', async () => {
    await assess(0, { ...provisional, ...ofPlan });
    office.today = '2026-08-17';
    await assess(3_000, ofPlan);
    const page = await statement({ accept: 'text/html,*/*' });
    if (!page.accepted) throw new Error('refused');
    expect(page.value.html?.source).toContain('What changes for 20 July 2026 to 16 August 2026');
    expect(page.value.html?.source).toContain('£80.00 more is due.');
    expect(page.value.html?.source).toContain('our answer within 20 working days');
  });

  it('is the person’s own to read, and nobody else’s', async () => {
    await assess(3_000, ofPlan);
    const mine = (personId: string) =>
      office.asResident(personId, 'read-my-charge-statement', { params: { caseId } });
    expect(statementIn(await mine('person000001')).weeklyPence).toBe(3_000);
    expect(await mine('person000002')).toMatchObject({ refusal: { kind: 'not-found' } });
  });

  it('is not there before anybody has assessed', async () => {
    expect(await statement()).toMatchObject({ refusal: { kind: 'not-found' } });
  });
});

describe('Whoever pays for all of their care', () => {
  const choose = (route: string) =>
    office.asStaff(officer, 'choose-self-funding', {
      params: { caseId },
      body: { route, chosenOn: office.today, how: 'He asked on the phone.' },
      ifMatch: version,
    });

  it('pays what the plan costs, and is told so', async () => {
    await assess(0, { ...ofPlan, ...overTheLimit });
    const { event } = await recorded();
    expect(event.after.finances).toMatchObject({
      weeklyContributionPence: null,
      selfFunding: 'not-chosen',
    });
    const finances = event.after.finances ?? null;
    expect(contributionTowards(21_000, finances, 0)).toEqual({
      weeklyPence: 21_000,
      isProvisional: false,
    });
    expect(letterFor(event)).toBe('charge-full-cost');
  });

  it.each([
    ['asks-council', 'duty', 'Care Act 2014 s18(3)'],
    ['own-arrangements', 'advice', 'Care Act 2014 s4'],
  ])('chooses later who arranges it: %s', async (route, councilsPart, law) => {
    await assess(0, { ...ofPlan, ...overTheLimit });
    expect(await choose(route)).toMatchObject({ accepted: true });
    const { charge, input, event } = await recorded();
    expect(charge.selfFunding).toMatchObject({ route, councilsPart, law });
    expect(input.selfFundingRoute).toBe(route);
    expect(event.after.finances?.selfFunding).toBe(route);
    expect(letterFor(event)).toBe('charge-full-cost');
  });

  it('is somebody for whom nobody may act only where capacity was found to be lacking', async () => {
    await assess(0, { ...ofPlan, ...overTheLimit });
    expect(await choose('nobody-authorised')).toMatchObject({
      refusal: { kind: 'capacity-check-needed', pointer: '/route' },
    });
  });

  it('is nobody whose care the council shares', async () => {
    await assess(3_000, ofPlan);
    expect(await choose('asks-council')).toMatchObject({ refusal: { kind: 'wrong-stage' } });
  });
});

it('before needs are assessed nobody is asked about their money', async () => {
  const fresh = new Office(chargingRoutes);
  await fresh.seed(caseId, opened());
  const reply = await fresh.asStaff(officer, 'assess-finances', {
    params: { caseId },
    body: meansOf(0),
  });
  expect(reply).toMatchObject({ refusal: { kind: 'wrong-stage' } });
});
