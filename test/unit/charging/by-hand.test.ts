import { describe, expect, test } from 'vitest';
import type { LocalKnobs } from '#shared/domain/charging/local/local-knobs.ts';
import {
  type Asked,
  capital,
  care,
  chargeOf,
  expense,
  income,
  somebody,
  sumOfLines,
} from './a-charge.ts';

const pensioner = somebody({ ageGroup: 'pension-age' });
const disabled = { disability: true, enhancedDisability: true, carer: false };
const permanent = (since: string) => ({ kind: 'care-home', permanentSince: since }) as const;

// Worked by hand from the rules: each amount is written as it is added or taken off.
const examples: readonly (readonly [string, Partial<Asked>, LocalKnobs, number])[] = [
  [
    '2023-24, at home, aged 40, ESA and PIP, premiums, rent net of benefit',
    {
      on: '2023-06-01',
      person: somebody({ premiums: disabled }),
      incomes: [
        income('employment-and-support-allowance', 17_225),
        income('pip-daily-living', 10_160, { isHigherRate: true }),
        income('pip-mobility', 7100),
      ],
      housingCosts: [
        {
          id: 'rent',
          kind: 'rent',
          pence: 10_000,
          every: 'week',
          metByBenefitPence: 9000,
          evidence: 'Lease',
        },
      ],
      disabilityExpenses: [expense(1500)],
    },
    {},
    17_225 + 10_160 - 1000 - 1500 - (10_365 + 4575 + 2235),
  ],
  [
    '2025-26, at home, aged 80, Attendance Allowance by the four weeks, Council Tax by the year',
    {
      on: '2025-06-01',
      person: pensioner,
      incomes: [
        income('state-pension', 96_520, { every: 'four-weeks' }),
        income('attendance-allowance', 44_140, { every: 'four-weeks' }),
      ],
      housingCosts: [
        { id: 'tax', kind: 'council-tax', pence: 130_000, every: 'year', evidence: 'Bill' },
      ],
    },
    {},
    24_130 + 11_035 - 2500 - 23_260,
  ],
  [
    '2026-27, at home, aged 20, a percentage of what is left, the standard sum beaten by a claim',
    {
      on: '2026-04-06',
      person: somebody({ ageGroup: '18-to-24', premiums: disabled }),
      incomes: [income('universal-credit', 20_000), income('pip-daily-living', 11_000)],
      disabilityExpenses: [expense(2001)],
    },
    { standardExpensesWeeklyPence: 2000, disposableIncomePercent: 80 },
    // 31,000 less 17,210 less 2,001 is 11,789; 80% is 9,431.2, and the fraction is the person's.
    9431,
  ],
  [
    '2024-25, one of a couple of pension-credit age, monthly pension, joint savings over the limit',
    {
      person: somebody({
        ageGroup: 'pension-age',
        household: { kind: 'couple', partnerAgeGroup: '25-to-pension-age' },
        premiums: { disability: true, enhancedDisability: false, carer: false },
      }),
      capital: [capital('savings', 3_000_001, { holders: 2 })],
      incomes: [income('private-pension', 100_000, { every: 'calendar-month' })],
    },
    {},
    // 23,076.92 and 3 steps of tariff above 14,250.00, less 17,460 and a premium of 3,480.
    Math.floor((100_000 * 12) / 52) + 300 - 17_460 - 3480,
  ],
  [
    '2025-26, care home, home left out in the first 12 weeks',
    {
      on: '2025-07-01',
      person: pensioner,
      setting: permanent('2025-04-09'),
      care: care(90_000),
      capital: [capital('main-home', 25_000_000), capital('savings', 1_425_001)],
      incomes: [income('state-pension', 23_025), income('savings-credit', 1500)],
    },
    {},
    23_025 + (1500 - 705) + 100 - 3065,
  ],
  [
    '2025-26, the same on the first day after the 12 weeks',
    {
      on: '2025-07-02',
      person: pensioner,
      setting: permanent('2025-04-09'),
      care: care(90_000),
      capital: [capital('main-home', 25_000_000), capital('savings', 1_425_001)],
      incomes: [income('state-pension', 23_025), income('savings-credit', 1500)],
    },
    {},
    90_000,
  ],
  [
    '2026-27, nursing home, the NHS’s contribution netted, full cost over the limit',
    {
      on: '2026-10-01',
      person: pensioner,
      setting: permanent('2024-01-01'),
      care: [
        {
          id: 'place',
          label: 'Nursing home',
          kind: 'care',
          weeklyPence: 120_000,
          paidByOthers: [{ funder: 'nhs', weeklyPence: 26_780 }],
        },
      ],
      capital: [capital('savings', 2_325_001)],
    },
    {},
    120_000 - 26_780,
  ],
  [
    '2023-24, resident for a time, Attendance Allowance left out, home kept up',
    {
      on: '2023-12-01',
      person: pensioner,
      setting: { kind: 'care-home-for-a-time', expectedWeeks: 30 },
      care: care(80_000),
      capital: [capital('main-home', 20_000_000)],
      incomes: [income('state-pension', 20_385), income('attendance-allowance', 10_160)],
      housingCosts: [
        { id: 'ground', kind: 'ground-rent', pence: 26_000, every: 'year', evidence: 'Lease' },
      ],
    },
    {},
    20_385 - 500 - 2825,
  ],
  [
    '2024-25, a cap, and a sum too small to collect',
    {
      person: pensioner,
      incomes: [income('state-pension', 23_069)],
    },
    { weeklyMaximumPence: 10_000, minimumCollectedPence: 200 },
    0,
  ],
  [
    '2024-25, a higher upper limit at home, tariff up to it',
    {
      person: pensioner,
      capital: [capital('savings', 3_000_000)],
      incomes: [income('state-pension', 22_870)],
    },
    { upperCapitalLimitPence: 3_000_000 },
    6300,
  ],
];

describe('Worked by hand from the rules', () => {
  test.each(examples)('%s', (_, asked, knobs, weeklyPence) => {
    const charge = chargeOf(asked, knobs);
    expect(charge.weeklyPence).toBe(weeklyPence);
    expect(charge.basis === 'full-cost' ? weeklyPence : sumOfLines(charge)).toBe(weeklyPence);
  });
});
