import { beforeEach, expect, test } from 'vitest';
import { personalBudgetRoutes } from '#functions/personal-budget/routes.ts';
import { supportPlanningRoutes } from '#functions/support-planning/routes.ts';
import { bodyOf, refusalOf } from '#test/support/assessment-desk.ts';
import { councils } from '#test/support/case-states.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { Office, type Staff } from '#test/support/office.ts';
import { agreement, budgetGiven, checksOf, limits, plan } from '#test/support/plan-states.ts';

// A budget in three parts: an assistant whom the person employs, a day centre that the council arranges,
// and company at the weekend out of a fund that an organisation holds.

const caseId = 'case0000000000000001';
const me = 'person000001';
const social: Staff = { id: 'practitioner-1', role: 'practitioner' };
const manager: Staff = { id: 'manager-1', role: 'budget-manager' };
const head: Staff = { id: 'head-1', role: 'head-of-service' };
const administrator: Staff = { id: 'administrator-1', role: 'administrator' };

const [care, flooring, day] = plan.lines;
const weekend = {
  ...day,
  id: 'weekend',
  component: 'Home Support',
  activity: 'Company on Saturdays',
  unit: 'hour',
  unitsHundredths: 350,
  unitPence: 1999,
  weeklyPence: 6997,
  funding: { funder: 'council', partId: 'fund', costCentre: 'physical-disability' },
};
const mixed = {
  ...plan,
  lines: [care, flooring, day, weekend],
  parts: [
    ...plan.parts,
    { id: 'fund', holding: 'third-party', contribution: 'gross', organisation: 'Linkage Trust' },
  ],
};
const orderOf = (partId: string, lineId: string, weeklyPence: number) => ({
  partId,
  lineIds: [lineId],
  provider: { name: 'Riverside' },
  weeklyPence,
  oneOffPence: 0,
  startsOn: '2026-07-20',
  interimCover: 'None is needed.',
});

const holds = { holds: true, reason: 'Talked through at the visit.' };
const directPayment = {
  partId: 'payment',
  conditions: {
    route: 'with-capacity',
    askedFor: holds,
    notProhibited: holds,
    ableToManage: holds,
    appropriate: holds,
  },
};

let table: MemoryTable;
let office: Office;
beforeEach(async () => {
  table = new MemoryTable();
  const routes = [...supportPlanningRoutes, ...personalBudgetRoutes];
  office = new Office(routes, councils.worcestershire, table);
  await office.seed(caseId, budgetGiven());
  const scheme = {
    from: '2026-04-01',
    limits: limits.map(({ from: _from, ...limit }) => limit),
  };
  await accepted('set-delegated-limits', administrator, { body: scheme });
});

async function accepted(operation: string, by: Staff, sent: object = {}) {
  return Object(bodyOf(await office.asStaff(by, operation, { params: { caseId }, ...sent })));
}

async function toBothKeys(): Promise<void> {
  await accepted('write-support-plan', social, { body: mixed });
  const ifMatch = 2;
  office.today = '2026-07-10';
  await accepted('record-plan-agreement', social, { body: agreement, ifMatch });
  await accepted('authorise-plan', social, { body: checksOf(office.today), ifMatch });
  const up = { verdict: 'escalated', reason: 'I leave this one to the head of service.' };
  await accepted('authorise-budget', manager, { body: up, ifMatch });
  await accepted('authorise-budget', head, { body: { verdict: 'authorised' }, ifMatch });
}

test('a budget in three parts is signed off, arranged and started, and adds up to the penny', async () => {
  await toBothKeys();
  const sheet = Object(bodyOf(await office.asResident(me, 'read-my-plan', { params: { caseId } })));
  const sums = sheet.parts.map(({ holding, weeklyPence, oneOffPence }: Record<string, unknown>) => [
    holding,
    weeklyPence,
    oneOffPence,
  ]);
  expect(sums).toEqual([
    ['A direct payment to you', 15_000, 85_000],
    ['The council arranges it for you', 9_000, 0],
    ['Linkage Trust holds it for you', 6_997, 0],
  ]);
  expect(sheet.budget).toMatchObject({
    weeklyPence: 30_997,
    fourWeeklyPence: 123_988,
    oneOffPence: 85_000,
  });

  office.today = '2026-07-13';
  await accepted('request-direct-payment', social, { body: directPayment });
  const orders = [orderOf('managed', 'day', 9_000), orderOf('fund', 'weekend', 6_997)];
  await accepted('arrange-support', social, { body: { orders } });
  office.today = '2026-07-20';
  const started = ['care', 'day', 'weekend'].map((lineId) => ({ lineId, firstDay: office.today }));
  await accepted('start-support', social, { body: { lines: started } });
  const live = (await office.ports.cases.last(caseId))?.after.live;
  expect(live?.weeklyPence).toBe(30_997);
  expect(live?.parts.map((part) => [part.id, part.holding, part.weeklyPence])).toEqual([
    ['payment', 'direct-payment', 15_000],
    ['managed', 'council-managed', 9_000],
    ['fund', 'third-party', 6_997],
  ]);
  expect(live?.parts[0]?.agreementId).toMatch(/^[0-9a-z]{10,}$/);
});

test.each([
  ['a line without an outcome', 'invalid-input', /outcome$/, [{ ...care, outcome: '' }]],
  ['an outcome there is not', 'line-without-outcome', /outcome$/, [{ ...care, outcome: 'SWIM' }]],
  ['a prohibited purchase', 'purchase-prohibited', /purchase$/, [{ ...care, purchase: 'illegal' }]],
  [
    'what the NHS provides',
    'purchase-prohibited',
    /purchase$/,
    [{ ...care, purchase: 'nhs-healthcare' }],
  ],
  ['a housing duty', 'purchase-prohibited', /purchase$/, [{ ...care, purchase: 'housing-duty' }]],
  ['a line in a part that is not there', 'plan-incomplete', /partId$/, [weekend]],
  [
    'a cost that is not its units',
    'line-cost-differs',
    /weeklyPence$/,
    [{ ...care, weeklyPence: 1 }],
  ],
] as const)(
  '%s is refused with its place, and nothing is written',
  async (_what, kind, at, changed) => {
    const before = [...table.items];
    const lines = [...changed, ...mixed.lines.slice(1, 3)];
    const body = { ...plan, lines };
    const reply = await office.asStaff(social, 'write-support-plan', { params: { caseId }, body });
    const refusal = refusalOf(reply);
    expect(refusal?.kind).toBe(kind);
    expect(
      refusal?.errors?.some(({ pointer }) => at.test(pointer)) ?? at.test(refusal?.pointer ?? ''),
    ).toBe(true);
    expect(table.items).toEqual(before);
  },
);
