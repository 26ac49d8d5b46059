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

const permanent = { kind: 'care-home', permanentSince: '2024-05-01' } as const;

// As councils have printed them, with the answers that they printed.
const examples: readonly (readonly [string, Partial<Asked>, LocalKnobs, number])[] = [
  [
    'Knowsley A, 2024-25, at home',
    {
      person: somebody({
        ageGroup: '18-to-24',
        premiums: { disability: true, enhancedDisability: true, carer: false },
      }),
      care: care(39_195),
      incomes: [
        income('universal-credit', 16_796),
        income('pip-daily-living', 10_855, { isHigherRate: true }),
        income('pip-mobility', 7575),
      ],
      disabilityExpenses: [expense(1260)],
    },
    { nightCareDisregard: { benefits: ['attendance-allowance', 'dla-care', 'pip-daily-living'] } },
    6771,
  ],
  [
    'Leeds, 2024-25, at home',
    {
      person: somebody({ ageGroup: 'pension-age' }),
      care: care(28_750),
      incomes: [income('state-pension', 16_950), income('guarantee-credit', 4865)],
      disabilityExpenses: [expense(930)],
    },
    {},
    0,
  ],
  [
    'an appendix of 2016-17, at home',
    {
      on: '2016-10-01',
      person: somebody({
        ageGroup: 'pension-age',
        household: { kind: 'couple', partnerAgeGroup: 'pension-age' },
      }),
      capital: [capital('savings', 950_000, { holders: 2 })],
      incomes: [
        income('state-pension', 12_200),
        income('private-pension', 6000),
        income('attendance-allowance', 5510),
      ],
      disabilityExpenses: [expense(2500)],
    },
    { guarantee: { amounts: { 'guarantee-couple-pension-age': 14_847 } } },
    6363,
  ],
  [
    'Knowsley C, 2024-25, in a care home',
    {
      person: somebody({ ageGroup: 'pension-age' }),
      setting: permanent,
      care: care(68_537),
      capital: [capital('savings', 1_705_091)],
      incomes: [income('state-pension', 22_755), income('savings-credit', 725)],
    },
    {},
    20_970,
  ],
  [
    'Leeds, 2024-25, in a care home',
    {
      person: somebody({ ageGroup: 'pension-age' }),
      setting: permanent,
      care: care(69_400),
      incomes: [income('state-pension', 20_967), income('private-pension', 2581)],
    },
    {},
    20_533,
  ],
  [
    'Lambeth, 2024-25, in a care home',
    {
      person: somebody({ ageGroup: 'pension-age' }),
      setting: permanent,
      care: care(90_000),
      capital: [capital('savings', 1_525_000)],
      incomes: [income('private-pension', 13_000), income('other-benefit', 4000)],
    },
    {},
    14_385,
  ],
  [
    'a council’s example of tariff income, 15,000 pounds of savings',
    {
      person: somebody({ ageGroup: 'pension-age' }),
      capital: [capital('savings', 1_500_000)],
      incomes: [income('state-pension', 22_870)],
    },
    {},
    300,
  ],
];

describe('A published example', () => {
  test.each(examples)('%s comes out as it was printed', (_, asked, knobs, weeklyPence) => {
    const charge = chargeOf(asked, knobs);
    expect(charge.weeklyPence).toBe(weeklyPence);
    expect(sumOfLines(charge)).toBe(weeklyPence);
    expect(charge.councilWeeklyPence).toBe(charge.costOfCareWeeklyPence - weeklyPence);
  });
});
