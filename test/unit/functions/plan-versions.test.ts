import { beforeEach, describe, expect, test } from 'vitest';
import { supportPlanningRoutes } from '#functions/support-planning/routes.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import { Office } from '#test/support/office.ts';
import { budgetGiven, managedPlan, plan } from '#test/support/plan-states.ts';

const caseId = 'case0000000001';
const params = { caseId };
const practitioner = { id: 'practitioner-1', role: 'practitioner' } as const;
let office: Office;

beforeEach(async () => {
  office = new Office(supportPlanningRoutes);
  await office.seed(caseId, budgetGiven());
});

async function write(body: unknown): Promise<number> {
  const ifMatch = (await office.ports.cases.last(caseId))?.after.records.plan;
  const reply = await office.asStaff(practitioner, 'write-support-plan', { params, body, ifMatch });
  return bodyOf(reply).records.plan;
}

function bodyOf(reply: Reply) {
  if (!reply.accepted) throw new Error(JSON.stringify(reply.refusal));
  return Object(reply.value.body);
}

const compare = (query: Record<string, string>) =>
  office.asStaff(practitioner, 'compare-plan-versions', { params, query });

describe('versions of a plan', () => {
  test('are compared by their numbers, the newest where none is named', async () => {
    const first = await write(plan);
    const second = await write(managedPlan);
    const compared = bodyOf(await compare({ from: String(first) }));
    expect([compared.from.version, compared.to.version]).toEqual([first, second]);
    expect(compared.difference).toEqual({
      weeklyPence: -6000,
      fourWeeklyPence: -24_000,
      oneOffPence: -85_000,
    });
    expect(compared.lines.map((line: { change: string }) => line.change)).toEqual([
      'removed',
      'removed',
      'added',
    ]);
  });

  test.each([
    ['an event that is no plan', { from: '1' }],
    ['an event that there is not', { from: '99' }],
    ['the live plan where none is live', {}],
  ])('are not found for %s', async (_what, query) => {
    await write(plan);
    expect(await compare(query)).toMatchObject({ refusal: { kind: 'not-found' } });
  });

  test('stay as they are when a draft is totalled', async () => {
    await write(plan);
    const before = await office.ports.cases.last(caseId);
    const reply = await office.asStaff(practitioner, 'total-plan-draft', {
      params,
      body: { lines: [] },
    });
    expect(bodyOf(reply).totals.budget.weeklyPence).toBe(0);
    expect(await office.ports.cases.last(caseId)).toEqual(before);
  });
});
