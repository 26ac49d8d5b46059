import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineCostPence, PlanLine } from '#shared/domain/plan/plan-line.ts';
import { costsByCentre, planTotals } from '#shared/domain/plan/plan-totals.ts';
import { careLine, dayLine, flooringLine, plan } from './a-plan.ts';

const nothing = { weeklyPence: 0, fourWeeklyPence: 0, oneOffPence: 0 };

describe('What a plan costs', () => {
  it('is told weekly, four-weekly and once, in all and by part', () => {
    expect(planTotals(plan.lines)).toEqual({
      all: { weeklyPence: 24_000, fourWeeklyPence: 96_000, oneOffPence: 85_000 },
      budget: { weeklyPence: 24_000, fourWeeklyPence: 96_000, oneOffPence: 85_000 },
      byFunder: {
        council: { weeklyPence: 24_000, fourWeeklyPence: 96_000, oneOffPence: 85_000 },
        s117: nothing,
        nhs: nothing,
      },
      byPart: {
        payment: { weeklyPence: 15_000, fourWeeklyPence: 60_000, oneOffPence: 85_000 },
        managed: { weeklyPence: 9000, fourWeeklyPence: 36_000, oneOffPence: 0 },
      },
    });
  });

  it('of a week at 620.00 is 2,480.00 in four weeks, as Cheshire paid', () => {
    const line = PlanLine.parse({
      ...careLine,
      unitsHundredths: 100,
      unitPence: 62_000,
      weeklyPence: 62_000,
    });
    expect(planTotals([line]).budget.fourWeeklyPence).toBe(248_000);
  });

  it('leaves what the NHS pays out of the personal budget', () => {
    const nhs = PlanLine.parse({ ...dayLine, funding: { funder: 'nhs', body: 'Board' } });
    const totals = planTotals([careLine, nhs]);
    expect(totals.all.weeklyPence).toBe(24_000);
    expect(totals.budget.weeklyPence).toBe(15_000);
    expect(totals.byFunder.nhs.weeklyPence).toBe(9000);
    expect(Object.keys(totals.byPart)).toEqual(['payment']);
  });

  it('counts after-care under section 117 in the budget, marked as such', () => {
    const after = PlanLine.parse({ ...dayLine, funding: { ...dayLine.funding, funder: 's117' } });
    const totals = planTotals([careLine, after]);
    expect(totals.budget.weeklyPence).toBe(24_000);
    expect(totals.byFunder.s117.weeklyPence).toBe(9000);
    expect(totals.byFunder.council.weeklyPence).toBe(15_000);
  });

  it('leaves free reablement out of the budget (SI 2014/2840)', () => {
    const totals = planTotals([careLine, { ...dayLine, component: 'Reablement' }]);
    expect(totals.budget.weeklyPence).toBe(15_000);
    expect(totals.byPart['managed']).toBeUndefined();
    expect(totals.byFunder.council.weeklyPence).toBe(24_000);
  });

  it('of no lines is nothing', () => {
    expect(planTotals([])).toMatchObject({ all: nothing, budget: nothing, byPart: {} });
  });

  it('adds up: the parts make the budget and the funders make the whole', () => {
    const line = fc
      .record({
        partId: fc.constantFrom('a', 'b', 'c'),
        funder: fc.constantFrom('council', 's117', 'nhs'),
        weeklyPence: fc.nat(1_000_000),
      })
      .map(({ partId, funder, weeklyPence }) =>
        PlanLine.parse({
          ...careLine,
          weeklyPence,
          funding:
            funder === 'nhs'
              ? { funder, body: 'Board' }
              : { funder, partId, costCentre: 'physical-disability' },
        }),
      );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const { all, budget, byFunder, byPart } = planTotals(lines);
        const sum = (costs: readonly { weeklyPence: number }[]) =>
          costs.reduce((total, cost) => total + cost.weeklyPence, 0);
        expect(sum(Object.values(byPart))).toBe(budget.weeklyPence);
        expect(sum(Object.values(byFunder))).toBe(all.weeklyPence);
        expect(byFunder.council.weeklyPence + byFunder.s117.weeklyPence).toBe(budget.weeklyPence);
      }),
    );
  });
});

describe('What a line costs', () => {
  it.each([
    ['ten hours', 1000, 1500, 15_000],
    ['three quarters of an hour', 75, 1500, 1125],
    ['a visit every four weeks', 25, 4001, 1001],
    ['nothing where it is given free', 100, 0, 0],
  ])('is units times unit cost: %s', (_, unitsHundredths, unitPence, cost) => {
    expect(lineCostPence({ ...careLine, unitsHundredths, unitPence })).toBe(cost);
    expect(lineCostPence({ ...flooringLine, unitsHundredths, unitPence })).toBe(cost);
  });
});

describe('What a cost centre bears', () => {
  const free = PlanLine.parse({ ...careLine, unitPence: 0, weeklyPence: 0 });
  const elsewhere = (line: PlanLine): PlanLine => ({
    ...line,
    funding: { funder: 'council', partId: 'payment', costCentre: 'older-people' },
  });

  it.each([
    ['by the week', [careLine, dayLine], { 'physical-disability': 24_000 }],
    ['by the week, whatever is bought once beside it', [careLine, elsewhere(flooringLine)], 'week'],
    ['once, where nothing is bought by the week', [elsewhere(flooringLine)], 'once'],
    ['once, where what is given by the week is free', [free, elsewhere(flooringLine)], 'once'],
  ])('is %s', (_, lines, expected) => {
    const named = { week: { 'physical-disability': 15_000 }, once: { 'older-people': 85_000 } };
    const costs = typeof expected === 'string' ? Object(named)[expected] : expected;
    expect(costsByCentre(lines)).toEqual(costs);
  });
});
