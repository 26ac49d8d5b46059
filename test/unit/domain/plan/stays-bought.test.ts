import { describe, expect, test } from 'vitest';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { toClosed } from '#shared/domain/case/ending/close.ts';
import { WrittenPlan } from '#shared/domain/plan/plan-input.ts';
import type { CareHomeStay } from '#shared/domain/plan/spending/care-home-stay.ts';
import { withStaysKept } from '#shared/domain/plan/spending/stays-bought.ts';
import { writePlan } from '#shared/domain/plan/write-plan.ts';
import { at } from '#test/support/case-states.ts';
import { authorised, budgetGiven, council, plan, started } from '#test/support/plan-states.ts';

const threeWeeks = { firstNight: '2026-06-29', lastNight: '2026-07-19' };

/** A case while its next plan is written, after a plan that began on 1 June and bought stays. */
function replanning(careHomeStays: CareHomeStay[]): CaseState {
  const { live } = started();
  if (!live) throw new Error('no plan is live');
  const buys = { outcomes: [], once: [], careHomeStays };
  return { ...budgetGiven(), live: { ...live, startedOn: '2026-06-01', weeklyPence: 0, buys } };
}

/** What is refused of a plan from 20 July that buys a stay. */
function refusalsOf(
  state: CaseState,
  firstNight: string,
  lastNight: string,
  budgetFrom = plan.budgetFrom,
) {
  const [care] = plan.lines;
  const stay = { purchase: 'care-home-stay', careHomeStays: [{ firstNight, lastNight }] };
  const lines = [...plan.lines, { ...care, ...stay, id: 'stay' }];
  const difference = { reason: 'Her daughter needs rest.', agreedBy: 'manager-1' };
  const input = WrittenPlan.parse({ ...plan, lines, difference, budgetFrom });
  const about = { settings: council, eighteenth: null };
  const reply = writePlan(state, input, about, at('2026-07-08'));
  return reply.accepted ? [] : reply.refusal.errors?.map(({ pointer }) => pointer);
}

describe('stays in a care home that direct payments have bought', () => {
  test('count with those of the next plan, up to its first day', () => {
    expect(refusalsOf(replanning([]), '2026-07-20', '2026-08-01')).toEqual([]);
    const refused = ['/lines/3/careHomeStays'];
    expect(refusalsOf(replanning([threeWeeks]), '2026-07-20', '2026-08-01')).toEqual(refused);
    expect(refusalsOf(replanning([threeWeeks]), '2026-07-20', '2026-07-26')).toEqual([]);
    const ahead = { firstNight: '2026-07-20', lastNight: '2026-08-09' };
    expect(refusalsOf(replanning([ahead]), '2026-08-10', '2026-08-20')).toEqual([]);
  });

  test.each(['2020-01-01', '2099-01-01'])(
    'count whatever day the next plan says that it begins, be it %s',
    (budgetFrom) => {
      const bought = { firstNight: '2026-06-08', lastNight: '2026-07-05' };
      const refused = ['/lines/3/careHomeStays'];
      expect(refusalsOf(replanning([bought]), '2026-07-20', '2026-08-01', budgetFrom)).toEqual(
        refused,
      );
      expect(refusalsOf(replanning([]), '2026-07-20', '2026-08-01', budgetFrom)).toEqual([]);
    },
  );

  test('count where they were bought beside the plan, whatever plan follows', () => {
    const beside = { ...replanning([]), careHomeStays: [threeWeeks] };
    const refused = ['/lines/3/careHomeStays'];
    expect(refusalsOf(beside, '2026-07-20', '2026-08-01')).toEqual(refused);
  });

  test('go on to count when another plan supersedes theirs, or the case ends', () => {
    const cut = { ...threeWeeks, lastNight: '2026-07-05' };
    const superseded = withStaysKept(replanning([threeWeeks]), '2026-07-06');
    expect(superseded.careHomeStays).toEqual([cut]);
    const state = replanning([threeWeeks]);
    if (state.status !== 'open') throw new Error('the case is open');
    expect(toClosed(state, '2026-07-05', 'nfa-other')).toMatchObject({ careHomeStays: [cut] });
    expect(withStaysKept(authorised(), '2026-07-06').careHomeStays).toBeUndefined();
  });

  test('limit no stay any more after a year', () => {
    expect(withStaysKept(replanning([threeWeeks]), '2027-07-20').careHomeStays).toBeUndefined();
  });
});
