import { describe, expect, test } from 'vitest';
import { activateAgreement } from '#shared/domain/agreement/activate-agreement.ts';
import { commitmentOf } from '#shared/domain/cost-centre/commitment.ts';
import type { BudgetPartState, LivePlan } from '#shared/domain/plan/plan-state.ts';
import { firstBoughtPence, withBoughtOnce } from '#shared/domain/plan/versions/bought-once.ts';
import { at } from '#test/support/case-states.ts';
import { agreementState } from '#test/support/pay-office.ts';
import { plan, started } from '#test/support/plan-states.ts';

const agreementId = 'agreement0001';
const floor = plan.lines.filter(({ kind }) => kind === 'one-off');
const ramp = floor.map((line) => ({ ...line, id: 'ramp' }));

/** Written again from a live plan of version 4, which bought the floor through this part. */
const direct: BudgetPartState = {
  id: plan.parts[0]?.id ?? '',
  holding: 'direct-payment',
  weeklyPence: 15_000,
  oneOffPence: 85_000,
  chargeableWeeklyPence: 15_000,
  contribution: 'net',
  payee: { kind: 'self' },
  agreementId,
};
const first = withBoughtOnce(direct, floor, { version: 4, live: null });

function liveWith(part: BudgetPartState): LivePlan {
  return {
    planVersion: 4,
    startedOn: '2026-07-20',
    weeklyPence: 15_000,
    parts: [{ ...part, startedOn: '2026-07-20' }],
    practitionerKeyBy: 'practitioner-1',
    budgetKeyBy: 'manager-1',
  };
}
const rewritten = (part: BudgetPartState, lines: typeof plan.lines, before = first) =>
  withBoughtOnce(part, lines, { version: 9, live: liveWith(before) });

describe('what a plan buys once', () => {
  test('has a key of the plan that held it first', () => {
    expect(first.boughtOnce).toMatchObject([{ id: 'plan-4-1', since: 4, pence: 85_000 }]);
    expect(firstBoughtPence(first, 4)).toBe(85_000);
  });

  test('keeps its key when its line is copied, and costs nothing more', () => {
    const again = rewritten(direct, [...floor, ...ramp]);
    expect(again.boughtOnce).toMatchObject([
      { id: 'plan-4-1', since: 4 },
      { id: 'plan-9-2', since: 9 },
    ]);
    expect(firstBoughtPence(again, 9)).toBe(85_000);
  });

  test("was another payee's to buy, and is not the new payee's too, in any later plan", () => {
    const elsewhere = rewritten({ ...direct, agreementId: null }, floor);
    expect(elsewhere.boughtOnce).toMatchObject([{ id: 'plan-4-1', isElsewhere: true }]);
    const later = rewritten({ ...direct, agreementId: null }, floor, elsewhere);
    expect(later.boughtOnce).toMatchObject([{ id: 'plan-4-1', isElsewhere: true }]);
  });

  test('counts as bought where the live plan is older than its keys', () => {
    expect(rewritten(direct, floor, direct).boughtOnce).toMatchObject([{ since: 4 }]);
  });
});

describe('the agreement that pays for it', () => {
  const state = started();
  const agreement = { ...agreementState, signedOn: '2026-07-01', isBankChecked: true };
  const oneOffsOf = (part: BudgetPartState, planVersion: number | null) => {
    const live = { ...liveWith(part), planVersion: 9 };
    const about = { agreementId, state: { ...state, live }, provisionalWeeklyPence: 0 };
    const decided = activateAgreement({ ...agreement, planVersion }, about, at('2026-07-20'));
    if (!decided.accepted) throw new Error(decided.refusal.detail);
    return decided.value.oneOffs.map(({ id }) => id);
  };

  test.each<[string, number | null, readonly string[]]>([
    ['that was paid under the first plan hands over what is new', 4, ['plan-9-2']],
    ['that was never paid hands over all', null, ['plan-4-1', 'plan-9-2']],
  ])('%s', (_, planVersion, expected) => {
    const again = rewritten(direct, [...floor, ...ramp]);
    expect(oneOffsOf(again, planVersion)).toEqual(expected);
  });

  test('of another payee hands nothing over that was bought before', () => {
    const elsewhere = rewritten({ ...direct, agreementId: null }, floor);
    expect(oneOffsOf({ ...elsewhere, agreementId }, null)).toEqual([]);
  });
});

test('a cost centre is committed to what is bought once one time', () => {
  const costs = { 'older-people': 15_000 };
  const again = { ...rewritten(direct, [...floor, ...ramp]), costs };
  const after = { ...started(), live: { ...liveWith(again), planVersion: 9 } };
  const committed = commitmentOf({ sequence: 10, type: 'support-started', after });
  // The centre of its own line bears it, and not that of the care by the week.
  expect(committed?.costs).toEqual([
    { costCentre: 'older-people', on: '2026-07-20', weeklyPence: 15_000, oncePence: 0 },
    { costCentre: 'physical-disability', on: '2026-07-20', weeklyPence: 0, oncePence: 85_000 },
  ]);
});
