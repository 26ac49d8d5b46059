import { describe, expect, test } from 'vitest';
import { careOfPlan } from '#shared/domain/finances/care-of-plan.ts';
import { checkPlan, type PlanContext } from '#shared/domain/plan/check-plan.ts';
import { budgetOf, WrittenPlan } from '#shared/domain/plan/plan-input.ts';
import type { PlanLine } from '#shared/domain/plan/plan-line.ts';
import { plan as written } from '#test/support/plan-states.ts';
import { context, dayLine, plan } from './a-plan.ts';

const givenToCaredFor = { name: 'Ambrose Example', agreedOn: plan.writtenOn };
const isCarers: PlanContext = { ...context, isCarers: true };
const sitting: PlanLine = { ...dayLine, component: 'Carer Sitting Service' };

/** What is wrong with the plan when just that line changes. */
function wrongWith(line: PlanLine, against = isCarers) {
  const lines = plan.lines.map((each) => (each.id === line.id ? line : each));
  return checkPlan({ ...plan, lines }, against);
}

describe('Care for the adult whom a carer looks after', () => {
  test('may stand in the plan of the carer, with that adult’s agreement', () => {
    expect(wrongWith({ ...sitting, givenToCaredFor })).toEqual([]);
  });

  test.each<[string, PlanLine, PlanContext, string]>([
    ['a plan that is no carer’s', { ...dayLine, givenToCaredFor }, context, ''],
    ['a sitter to whom nobody has agreed', sitting, isCarers, ''],
    [
      'an agreement that is still to come',
      { ...sitting, givenToCaredFor: { ...givenToCaredFor, agreedOn: '2199-01-01' } },
      isCarers,
      '/agreedOn',
    ],
  ])('is refused in %s', (_what, line, against, at) => {
    const place = plan.lines.findIndex(({ id }) => id === line.id);
    expect(wrongWith(line, against)).toMatchObject([
      { kind: 'plan-incomplete', pointer: `/lines/${place}/givenToCaredFor${at}` },
    ]);
  });

  test('is charged to the carer neither by what is worked out nor as the full cost', () => {
    const [line] = written.lines.filter(({ kind }) => kind === 'weekly');
    if (!line) throw new Error('the plan has a weekly line');
    const lines = written.lines.map((each) =>
      each.id === line.id ? { ...each, givenToCaredFor } : each,
    );
    expect(careOfPlan({ lines }, '2026-07-20')).toContainEqual(
      expect.objectContaining({ id: line.id, kind: 'replacement-care' }),
    );
    const refused = { status: 'refused', weeklyContributionPence: null } as const;
    const before = budgetOf(written, refused, 0).contributionWeeklyPence;
    const after = budgetOf(WrittenPlan.parse({ ...written, lines }), refused, 0);
    const cost = 'weeklyPence' in line ? line.weeklyPence : 0;
    expect(after.contributionWeeklyPence).toBe(before - cost);
  });
});
