import { expect, test } from 'vitest';
import { budgetOf, WrittenPlan } from '#shared/domain/plan/plan-input.ts';
import type { PlanLine } from '#shared/domain/plan/plan-line.ts';
import { plan as written } from '#test/support/plan-states.ts';

const refused = { status: 'refused', weeklyContributionPence: null } as const;
const able = { status: 'assessed', weeklyContributionPence: 99_000 } as const;

/** The plan with an aid by the week, 20.00, beside the help that it has. */
function withAid(component: PlanLine['component']) {
  const [help] = written.lines.filter(({ kind }) => kind === 'weekly');
  if (help?.kind !== 'weekly') throw new Error('the plan has a weekly line');
  const aid = { ...help, id: 'aid', component, unitPence: 200, weeklyPence: 2_000 };
  return WrittenPlan.parse({ ...written, lines: [...written.lines, aid] });
}

test.each([
  ['who pays the full cost', refused],
  ['whose means reach beyond the cost', able],
])('an aid is in the budget and never charged to a person %s', (_whose, finances) => {
  const { weeklyPence, contributionWeeklyPence } = budgetOf(written, finances, 0);
  expect(budgetOf(withAid('Equipment'), finances, 0)).toMatchObject({
    weeklyPence: weeklyPence + 2_000,
    contributionWeeklyPence,
  });
  const asHelp = budgetOf(withAid('Direct Payment'), finances, 0);
  expect(asHelp.contributionWeeklyPence).toBe(contributionWeeklyPence + 2_000);
});
