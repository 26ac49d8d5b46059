import { expect, test } from 'vitest';
import { readMyCases } from '#functions/cases/reading/read-my-cases.ts';
import { personalBudgetRoutes } from '#functions/personal-budget/routes.ts';
import { supportPlanningRoutes } from '#functions/support-planning/routes.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import { newPerson } from '#shared/domain/person/person-state.ts';
import { personIndexWrites } from '#shared/stores/people/person-index.ts';
import { personCaseWrite } from '#shared/stores/people/person-store.ts';
import { Office } from '#test/support/office.ts';
import { budgetGiven, limits, plan } from '#test/support/plan-states.ts';

const caseId = 'case0000000001';
const params = { caseId };
const routes = [...supportPlanningRoutes, ...personalBudgetRoutes, readMyCases];
const kindOf = (reply: Reply) => reply.accepted || reply.refusal.kind;

/** A case whose plan has been written and waits for the person. */
async function officeWithPlan() {
  const office = new Office(routes);
  const state = budgetGiven();
  await office.seed(caseId, state);
  await office.ports.table.write([personCaseWrite(state.personId, caseId, '2026-07-01')]);
  const by = { id: 'practitioner-1', role: 'practitioner' } as const;
  const written = await office.asStaff(by, 'write-support-plan', { params, body: plan });
  if (!written.accepted) throw new Error('the plan was refused');
  return { office, personId: state.personId };
}

test('a person sees in plain words where their case stands, and that a plan waits for them', async () => {
  const { office, personId } = await officeWithPlan();
  const mine = await office.asResident(personId, 'read-my-cases');
  expect(mine).toMatchObject({
    value: {
      body: {
        cases: [
          {
            caseId,
            stage: 'support-planning',
            planToAgree: 2,
            inWords: {
              where: 'You and we are planning your support.',
              next: expect.arrayContaining([
                {
                  words: 'Your support plan is being written with you.',
                  by: '2026-08-05',
                  isLate: false,
                },
              ]),
            },
          },
        ],
      },
    },
  });
  const nobodys = await office.asResident('person-of-none', 'read-my-cases');
  expect(nobodys).toMatchObject({ value: { body: { cases: [] } } });
});

test('a person agrees to the version of their own plan that they read, and to nobody else’s', async () => {
  const { office, personId } = await officeWithPlan();
  const other = await office.asResident('somebody-else', 'agree-to-my-plan', {
    params,
    ifMatch: 2,
  });
  expect(kindOf(other)).toBe('not-found');
  const stale = await office.asResident(personId, 'agree-to-my-plan', { params, ifMatch: 1 });
  expect(kindOf(stale)).toBe('version-stale');
  const agreed = await office.asResident(personId, 'agree-to-my-plan', { params, ifMatch: 2 });
  expect(kindOf(agreed)).toBe(true);
  const last = await office.ports.cases.last(caseId);
  expect(last).toMatchObject({
    type: 'plan-agreed',
    actor: { id: personId, role: 'resident' },
    after: { plan: { agreed: 'agreed' } },
  });
});

test('no budget is planned from before the eighteenth birthday that the person told us of', async () => {
  const office = new Office(routes);
  const state = budgetGiven();
  await office.seed(caseId, state);
  const known = newPerson({ givenName: 'A', familyName: 'B', dateOfBirth: '2008-07-21' });
  const { pseudonyms } = office.ports;
  const found = await personIndexWrites(pseudonyms, [{ personId: state.personId, after: known }]);
  const event = {
    id: 'known',
    aggregateId: state.personId,
    type: 'person-registered',
    at: '2026-07-01T09:00:00.000Z',
    actor: { id: 'adviser-1', role: 'adviser' },
    request: null,
    body: {},
    after: known,
  };
  await office.ports.people.append(undefined, event, found);
  const by = { id: 'practitioner-1', role: 'practitioner' } as const;
  const early = await office.asStaff(by, 'write-support-plan', { params, body: plan });
  expect(kindOf(early)).toBe('before-eighteenth-birthday');
  const body = { ...plan, budgetFrom: '2026-07-21' };
  expect(kindOf(await office.asStaff(by, 'write-support-plan', { params, body }))).toBe(true);
});

test('delegated limits are those of the newest scheme that is in force on the day', async () => {
  const office = new Office(routes);
  const by = { id: 'admin-1', role: 'administrator' } as const;
  const [first, top] = limits.map(({ from: _from, ...limit }) => limit);
  const read = (on: string) => office.asStaff(by, 'read-delegated-limits', { query: { on } });
  for (const [from, weeklyPenceMax] of [
    ['2026-04-01', 50_000],
    ['2026-10-01', 60_000],
  ] as const) {
    const body = { from, limits: [{ ...first, weeklyPenceMax }, top] };
    expect(kindOf(await office.asStaff(by, 'set-delegated-limits', { body }))).toBe(true);
  }
  expect(kindOf(await read('2026-03-31'))).toBe('not-found');
  for (const [day, weeklyPenceMax] of [
    ['2026-04-01', 50_000],
    ['2026-09-30', 50_000],
    ['2026-10-01', 60_000],
  ] as const) {
    const reply = await read(day);
    expect(reply).toMatchObject({
      value: { body: { limits: [{ weeklyPenceMax }, { weeklyPenceMax: null }] } },
    });
  }
  expect((await office.ports.policies.last('delegated-limits'))?.sequence).toBe(2);
});
