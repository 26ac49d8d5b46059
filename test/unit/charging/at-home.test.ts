import { describe, expect, test } from 'vitest';
import type { LocalKnobs } from '#shared/domain/charging/local/local-knobs.ts';
import { IncomeKind } from '#shared/domain/charging/means/income-kinds.ts';
import {
  type Asked,
  capital,
  care,
  chargeOf,
  expense,
  income,
  noPremiums,
  outcomeOf,
  somebody,
  sumOfLines,
} from './a-charge.ts';

const guarantee = 11_060;
const pension = 30_000;

describe('Income', () => {
  test.each([
    ['week', 30_000, 30_000],
    ['four-weeks', 120_000, 30_000],
    ['calendar-month', 130_000, 30_000],
    ['year', 1_560_000, 30_000],
    // 60,001 twelfths: 13,846.38...
    ['calendar-month', 60_001, 13_846],
  ] as const)('every %s of %i pence is %i pence a week', (every, pence, weekly) => {
    const charge = chargeOf({ incomes: [income('private-pension', pence, { every })] });
    expect(charge.weeklyPence).toBe(weekly - guarantee);
  });

  test('counts after income tax', () => {
    const incomes = [income('private-pension', 35_000, { taxPence: 5000 })];
    expect(chargeOf({ incomes }).weeklyPence).toBe(pension - guarantee);
  });

  test('with more tax than income is refused', () => {
    const incomes = [income('private-pension', 100, { taxPence: 101 })];
    expect(outcomeOf({ incomes })).toMatchObject({
      accepted: false,
      refusal: { kind: 'invalid-input', pointer: '/incomes/0/taxPence' },
    });
  });

  const counted = [
    'state-pension',
    'private-pension',
    'universal-credit',
    'employment-and-support-allowance',
    'jobseekers-allowance',
    'income-support',
    'guarantee-credit',
    'carers-allowance',
    'other-benefit',
    'attendance-allowance',
    'dla-care',
    'pip-daily-living',
    'constant-attendance-allowance',
    'rental-income',
    'other',
  ];
  test.each(IncomeKind.options.filter((kind) => kind !== 'savings-credit'))('%s', (kind) => {
    const charge = chargeOf({ incomes: [income(kind, pension)] });
    expect(charge.weeklyPence).toBe(counted.includes(kind) ? pension - guarantee : 0);
  });

  test('is kept exact until the end, and a fraction of a penny is the person’s', () => {
    // Three times 100/52 of a penny is 5.77 pence, although each alone shows as one.
    const thirds = [1, 2, 3].map((place) =>
      income('private-pension', 100, { id: `${place}`, every: 'year' }),
    );
    const charge = chargeOf({ incomes: [income('state-pension', guarantee), ...thirds] });
    expect(charge.weeklyPence).toBe(5);
    expect(sumOfLines(charge)).toBe(5);
    expect(charge.lines.map(({ label }) => label)).toContain(
      'Fractions of a penny in the lines above, together',
    );
  });
});

describe('Savings credit', () => {
  const pensioner = somebody({ ageGroup: 'pension-age' });
  const couple = somebody({
    ageGroup: 'pension-age',
    household: { kind: 'couple', partnerAgeGroup: '25-to-pension-age' },
  });
  const rows: [string, Asked['person'], number, Partial<Asked>, LocalKnobs, number][] = [
    ['counts above a part that is left out', pensioner, 725, {}, {}, 30],
    ['does not count where it is less than that part', pensioner, 600, {}, {}, 0],
    ['has a larger part left out for one of a couple', couple, 1100, {}, {}, 60],
    [
      'is left out where the council says so',
      pensioner,
      725,
      {},
      { ignoresSavingsCredit: true },
      0,
    ],
    [
      'counts beside the whole disregard',
      pensioner,
      725,
      { hasWholeSavingsDisregard: true },
      {},
      725 - 695,
    ],
  ];
  test.each(rows)('%s', (_, person, pence, changed, knobs, counts) => {
    const pensions = [income('state-pension', pension)];
    const without = chargeOf({ person, incomes: pensions }).weeklyPence;
    const incomes = [...pensions, income('savings-credit', pence)];
    expect(chargeOf({ person, incomes, ...changed }, knobs).weeklyPence - without).toBe(counts);
  });

  test('that is not received at all can still leave the whole disregard', () => {
    const asked = { person: pensioner, incomes: [income('state-pension', pension)] };
    const whole = chargeOf({ ...asked, hasWholeSavingsDisregard: true });
    const local = { ignoresSavingsCredit: true };
    expect(chargeOf({ ...asked, hasWholeSavingsDisregard: true }, local)).toEqual(whole);
    expect(chargeOf(asked).weeklyPence - whole.weeklyPence).toBe(695);
    expect(sumOfLines(whole)).toBe(whole.weeklyPence);
  });
});

describe('The night’s part of a benefit', () => {
  const knobs: LocalKnobs = { nightCareDisregard: { benefits: ['attendance-allowance'] } };
  const higher = { isHigherRate: true };
  const rows: [string, Partial<Asked>, LocalKnobs, number][] = [
    [
      'is left out at the higher rate',
      { incomes: [income('attendance-allowance', 10_855, higher)] },
      knobs,
      3590,
    ],
    [
      'is not left out without the council’s rule',
      { incomes: [income('attendance-allowance', 10_855, higher)] },
      {},
      0,
    ],
    [
      'is not left out at the lower rate',
      { incomes: [income('attendance-allowance', 7265)] },
      knobs,
      0,
    ],
    [
      'is not left out of a benefit that the rule does not name',
      { incomes: [income('dla-care', 10_855, higher)] },
      knobs,
      0,
    ],
    [
      'is never more than the benefit',
      { incomes: [income('attendance-allowance', 1000, higher)] },
      knobs,
      1000,
    ],
    [
      'is not left out where there is care at night',
      { incomes: [income('attendance-allowance', 10_855, higher)], hasNightCare: true },
      knobs,
      0,
    ],
  ];
  test.each(rows)('%s', (_, asked, local, leftOut) => {
    const incomes = [income('state-pension', 20_000), ...(asked.incomes ?? [])];
    const all = incomes.reduce((sum, { pence }) => sum + pence, 0);
    const charge = chargeOf({ ...asked, incomes }, local);
    expect(charge.weeklyPence).toBe(all - guarantee - leftOut);
  });
});

describe('Housing costs', () => {
  const cost = { id: 'a', evidence: 'Bill' };
  test.each([
    [{ ...cost, kind: 'rent', pence: 10_000, every: 'week' }, 10_000],
    [{ ...cost, kind: 'rent', pence: 10_000, every: 'week', metByBenefitPence: 8000 }, 2000],
    [
      { ...cost, kind: 'council-tax', pence: 104_000, every: 'year', metByBenefitPence: 52_000 },
      1000,
    ],
    [{ ...cost, kind: 'mortgage', pence: 13_000, every: 'calendar-month' }, 3000],
    [{ ...cost, kind: 'service-charge', pence: 400, every: 'four-weeks' }, 100],
    [{ ...cost, kind: 'ground-rent', pence: 5200, every: 'year' }, 100],
    // 1/52 of a penny less is charged, and what is charged has no fraction.
    [{ ...cost, kind: 'ground-rent', pence: 5201, every: 'year' }, 101],
  ] as const)('%j take %i pence off', (housing, off) => {
    const charge = chargeOf({
      incomes: [income('state-pension', pension)],
      housingCosts: [housing],
    });
    expect(charge.weeklyPence).toBe(pension - guarantee - off);
    expect(sumOfLines(charge)).toBe(charge.weeklyPence);
  });

  test('of which a benefit pays more than they are is refused', () => {
    const housing = {
      ...cost,
      kind: 'rent',
      pence: 1,
      every: 'week',
      metByBenefitPence: 2,
    } as const;
    expect(outcomeOf({ housingCosts: [housing] })).toMatchObject({
      accepted: false,
      refusal: { pointer: '/housingCosts/0/metByBenefitPence' },
    });
  });
});

describe('Expenses of disability', () => {
  const withBenefit = [income('state-pension', pension), income('pip-daily-living', 7265)];
  const without = [income('state-pension', pension + 7265)];
  const before = pension + 7265 - guarantee;
  test.each<[string, Asked['incomes'], number[], LocalKnobs, number]>([
    ['are taken off where a benefit for disability counts', withBenefit, [1260], {}, 1260],
    ['are not where none does', without, [1260], {}, 0],
    [
      'are all the same where the council says so',
      without,
      [1260],
      { allowsExpensesWithoutBenefit: true },
      1260,
    ],
    ['are a standard sum', withBenefit, [], { standardExpensesWeeklyPence: 1000 }, 1000],
    [
      'are what is claimed above the standard sum',
      withBenefit,
      [1260],
      { standardExpensesWeeklyPence: 1000 },
      1260,
    ],
    [
      'are never less than the standard sum',
      withBenefit,
      [400],
      { standardExpensesWeeklyPence: 1000 },
      1000,
    ],
    [
      'are no standard sum without a benefit',
      without,
      [],
      { standardExpensesWeeklyPence: 1000 },
      0,
    ],
  ])('%s', (_, incomes, amounts, knobs, off) => {
    const charge = chargeOf({ incomes, disabilityExpenses: amounts.map(expense) }, knobs);
    expect(charge.weeklyPence).toBe(before - off);
    expect(sumOfLines(charge)).toBe(charge.weeklyPence);
  });

  test('still count after their review day, and are named', () => {
    const old = { ...expense(1260), reviewOn: '2024-09-30' };
    const charge = chargeOf({ incomes: withBenefit, disabilityExpenses: [old] });
    expect(charge).toMatchObject({ weeklyPence: before - 1260, expensesToReview: ['Laundry'] });
  });
});

describe('The minimum income guarantee', () => {
  const { disability, enhancedDisability, carer } = {
    disability: { ...noPremiums, disability: true },
    enhancedDisability: { ...noPremiums, enhancedDisability: true },
    carer: { ...noPremiums, carer: true },
  };
  const coupleWith = (partnerAgeGroup: 'pension-age' | '25-to-pension-age') => ({
    household: { kind: 'couple', partnerAgeGroup } as const,
  });
  test.each<[string, Partial<Asked['person']>, number]>([
    ['single, 18 to 24', { ageGroup: '18-to-24' }, 8765],
    ['single, 25 or over', {}, 11_060],
    ['single, of pension-credit age', { ageGroup: 'pension-age' }, 22_870],
    [
      'a lone parent of 20, one child',
      { ageGroup: '18-to-24', household: { kind: 'lone-parent' }, children: 1 },
      11_060 + 10_125,
    ],
    [
      'a lone parent of pension-credit age',
      { ageGroup: 'pension-age', household: { kind: 'lone-parent' } },
      22_870,
    ],
    ['one of a couple', coupleWith('25-to-pension-age'), 8685],
    ['one of a couple, the partner of pension-credit age', coupleWith('pension-age'), 17_460],
    [
      'one of a couple, of pension-credit age',
      { ageGroup: 'pension-age', ...coupleWith('25-to-pension-age') },
      17_460,
    ],
    ['with three children', { children: 3 }, 11_060 + 3 * 10_125],
    ['with the disability premium', { premiums: disability }, 11_060 + 4880],
    ['with the enhanced disability premium', { premiums: enhancedDisability }, 11_060 + 2385],
    ['with the carer premium', { premiums: carer }, 11_060 + 5235],
    [
      'of a couple, with the disability premium',
      { premiums: disability, ...coupleWith('25-to-pension-age') },
      8685 + 3480,
    ],
    [
      'of pension-credit age, the partner younger, with the disability premium',
      { ageGroup: 'pension-age', premiums: disability, ...coupleWith('25-to-pension-age') },
      17_460 + 3480,
    ],
    [
      'of a couple, with the enhanced premium',
      { premiums: enhancedDisability, ...coupleWith('pension-age') },
      17_460 + 1715,
    ],
    [
      'of pension-credit age, no disability premium',
      { ageGroup: 'pension-age', premiums: disability },
      22_870,
    ],
    [
      'of pension-credit age, with the carer premium',
      { ageGroup: 'pension-age', premiums: carer },
      22_870 + 5235,
    ],
  ])('%s: %j', (_, changed, kept) => {
    const charge = chargeOf({
      person: somebody(changed),
      care: care(90_000),
      incomes: [income('private-pension', 80_000)],
    });
    expect(charge.weeklyPence).toBe(80_000 - kept);
    expect(sumOfLines(charge)).toBe(charge.weeklyPence);
  });

  test.each<[string, LocalKnobs['guarantee'], number]>([
    ['an amount', { amounts: { 'guarantee-single-25-to-pension-age': 16_425 } }, 16_425],
    ['a percentage', { percent: 125 }, 13_825],
    ['a sum on top', { extraWeeklyPence: 500 }, 11_560],
    ['an amount of others', { amounts: { 'guarantee-single-pension-age': 30_000 } }, 11_060],
  ])('may be raised by %s', (_, guaranteeKnob, kept) => {
    const charge = chargeOf(
      { incomes: [income('private-pension', pension)] },
      guaranteeKnob ? { guarantee: guaranteeKnob } : {},
    );
    expect(charge.weeklyPence).toBe(pension - kept);
    expect(sumOfLines(charge)).toBe(charge.weeklyPence);
  });

  test.each([1, 11_059, 11_060])('is never lowered to %i pence', (pence) => {
    const asked = { incomes: [income('private-pension', pension)] };
    const knobs = { guarantee: { amounts: { 'guarantee-single-25-to-pension-age': pence } } };
    expect(chargeOf(asked, knobs)).toEqual(chargeOf(asked));
  });
});

describe('What the council asks for of what is left over', () => {
  const left = pension - guarantee;
  test.each<[string, LocalKnobs, number]>([
    ['all of it', {}, left],
    ['a percentage', { disposableIncomePercent: 75 }, 14_205],
    ['a percentage, less a fraction of a penny', { disposableIncomePercent: 33 }, 6250],
    ['at most a sum', { weeklyMaximumPence: 10_000 }, 10_000],
    ['that sum exactly', { weeklyMaximumPence: left }, left],
    ['nothing below a minimum', { minimumCollectedPence: left + 1 }, 0],
    ['the minimum itself', { minimumCollectedPence: left }, left],
    [
      'a percentage before the most',
      { disposableIncomePercent: 50, weeklyMaximumPence: 9000 },
      9000,
    ],
    [
      'a percentage before the least',
      { disposableIncomePercent: 50, minimumCollectedPence: 9471 },
      0,
    ],
  ])('%s', (_, knobs, weeklyPence) => {
    const charge = chargeOf({ incomes: [income('private-pension', pension)] }, knobs);
    expect(charge.weeklyPence).toBe(weeklyPence);
    expect(sumOfLines(charge)).toBe(weeklyPence);
  });

  test('is nothing where less is left than the law leaves', () => {
    const charge = chargeOf({ incomes: [income('private-pension', guarantee - 1)] });
    expect(charge.weeklyPence).toBe(0);
    expect(sumOfLines(charge)).toBe(0);
  });

  test('is never more than the care costs', () => {
    const charge = chargeOf({ care: care(1234), incomes: [income('private-pension', pension)] });
    expect(charge).toMatchObject({ weeklyPence: 1234, councilWeeklyPence: 0 });
    expect(sumOfLines(charge)).toBe(1234);
  });

  test('counts what capital is taken to bring', () => {
    const charge = chargeOf({
      incomes: [income('private-pension', pension)],
      capital: [capital('savings', 1_500_000)],
    });
    expect(charge.weeklyPence).toBe(left + 300);
  });
});
