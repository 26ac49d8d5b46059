import { describe, expect, test } from 'vitest';
import { comparePlans, PlanToCompare } from '#shared/domain/plan/versions/compare-plans.ts';
import { PlanCopies, sharePlan } from '#shared/domain/plan/versions/share-plan.ts';
import { DraftPlan, totalDraft } from '#shared/domain/plan/versions/total-draft.ts';
import { at, changeOf } from '#test/support/case-states.ts';
import { agreed, budgetGiven, plan, written } from '#test/support/plan-states.ts';

const [care, flooring, day] = plan.lines;
if (!care || !flooring || !day || care.kind !== 'weekly') throw new Error('the plan has its lines');
const more = { ...care, unitsHundredths: 1200, weeklyPence: 18_000 };
const other = { ...day, id: 'evenings' };

const version = (number: number, lines: readonly unknown[], weeklyPence = 20_000) => ({
  version: number,
  plan: PlanToCompare.parse({
    ...plan,
    lines,
    checkedAgainst: { indicativeBudget: { weeklyPence, givenOn: '2026-07-07' } },
  }),
});

describe('two versions of a plan side by side', () => {
  const compared = comparePlans(version(5, plan.lines), version(8, [more, flooring, other]));

  test('say which lines were added, removed and changed, and leave out the others', () => {
    expect(compared.lines).toEqual([
      { change: 'removed', before: day },
      { change: 'changed', before: care, after: more, fields: ['unitsHundredths', 'weeklyPence'] },
      { change: 'added', after: other },
    ]);
  });

  test('say what each costs a week and in four weeks against the indicative amount', () => {
    expect(compared.from).toMatchObject({
      version: 5,
      budget: { weeklyPence: 24_000, fourWeeklyPence: 96_000, oneOffPence: 85_000 },
      againstIndicative: { differenceWeeklyPence: 4000, differenceFourWeeklyPence: 16_000 },
    });
    expect(compared.to.budget.weeklyPence).toBe(27_000);
    expect(compared.difference).toEqual({
      weeklyPence: 3000,
      fourWeeklyPence: 12_000,
      oneOffPence: 0,
    });
  });

  test('that say the same in another order differ in nothing', () => {
    const turned = comparePlans(version(5, plan.lines), version(8, plan.lines.toReversed()));
    expect(turned.lines).toEqual([]);
    expect(turned.difference).toEqual({ weeklyPence: 0, fourWeeklyPence: 0, oneOffPence: 0 });
    expect(turned.sections).toEqual([]);
  });

  test('show what else is another, and what one of them leaves out', () => {
    const risks = [{ risk: 'A fall', howManaged: 'The hoist' }];
    const { contingency, ...without } = plan;
    const changed = { version: 8, plan: PlanToCompare.parse({ ...without, risks }) };
    expect(comparePlans(version(5, plan.lines), changed).sections).toEqual([
      { section: 'contingency', before: contingency, after: null },
      { section: 'risks', before: plan.risks, after: risks },
    ]);
  });
});

describe('a plan as it is being written', () => {
  const draft = DraftPlan.parse({
    lines: plan.lines.map(({ id, kind, component, unitsHundredths, unitPence, funding }) => ({
      id,
      kind,
      component,
      unitsHundredths,
      unitPence,
      funding: {
        funder: funding.funder,
        ...('partId' in funding && { partId: funding.partId }),
      },
    })),
  });

  test('costs what the plan costs that is then recorded', () => {
    const state = budgetGiven();
    const totals = totalDraft(state, draft);
    if (!totals.accepted) throw new Error('refused');
    const recorded = written(plan, state);
    expect(totals.value.totals.budget).toEqual({
      weeklyPence: recorded.plan?.weeklyPence,
      fourWeeklyPence: 96_000,
      oneOffPence: recorded.plan?.oneOffPence,
    });
    expect(totals.value.againstIndicative?.indicativeWeeklyPence).toBe(
      state.allocation?.weeklyPence,
    );
    expect(totals.value.lines).toContainEqual({ id: 'care', pence: 15_000 });
  });

  test('without a line costs nothing, and is compared with the indicative amount all the same', () => {
    const state = budgetGiven();
    const indicative = state.allocation?.weeklyPence ?? 0;
    expect(totalDraft(state, { lines: [] })).toMatchObject({
      value: { againstIndicative: { differenceWeeklyPence: -indicative } },
    });
  });
});

describe('the proof that a plan was shared', () => {
  const copies = PlanCopies.parse({
    givenOn: '2026-07-10',
    format: 'plain',
    language: 'English',
    copies: [
      { to: 'person', how: 'in-person' },
      { to: 'carer', name: 'Ann Example', how: 'post', askedBy: 'person' },
    ],
  });
  const share = (input: Partial<PlanCopies>, state = agreed()) =>
    sharePlan(state, { ...copies, ...input }, { writtenOn: '2026-07-08' }, at('2026-07-10'));

  test('names who got which version, when and in what format', () => {
    const state = agreed();
    const { body, next, type } = changeOf(share({}, state));
    expect(type).toBe('plan-copied');
    expect(body).toMatchObject({ ...copies, planVersion: state.plan?.version });
    expect(next.records['plan-copies']).toBeGreaterThan(state.records.plan ?? 0);
  });

  test.each<[string, ReturnType<typeof share>, string]>([
    ['a plan that nobody was asked to agree with', share({}, written()), 'wrong-stage'],
    ['a day before the plan', share({ givenOn: '2026-07-07' }), 'invalid-input'],
    ['a day to come', share({ givenOn: '2026-07-11' }), 'invalid-input'],
  ])('is refused for %s', (_what, decision, kind) => {
    expect(decision).toMatchObject({ refusal: { kind } });
  });
});
