import { describe, expect, test } from 'vitest';
import type { LocalKnobs } from '#shared/domain/charging/local/local-knobs.ts';
import {
  type Asked,
  care,
  chargeOf,
  expense,
  income,
  outcomeOf,
  somebody,
  sumOfLines,
} from './a-charge.ts';

const permanent = { kind: 'care-home', permanentSince: '2024-05-01' } as const;
const forATime = { kind: 'care-home-for-a-time', expectedWeeks: 20 } as const;
const short = { kind: 'care-home-for-a-time', expectedWeeks: 8, usesHomeRules: true } as const;

const pension = [income('state-pension', 20_000)];
const allowance = 3015;
const rent = { id: 'rent', kind: 'rent', pence: 5000, every: 'week', evidence: 'Lease' } as const;

describe('A permanent resident of a care home', () => {
  test.each<[string, Partial<Asked>, number]>([
    ['keeps the personal expenses allowance', {}, 20_000 - allowance],
    ['has no housing costs taken off', { housingCosts: [rent] }, 20_000 - allowance],
    [
      'has no expenses of disability taken off',
      {
        incomes: [...pension, income('pip-daily-living', 1000)],
        disabilityExpenses: [expense(500)],
      },
      21_000 - allowance,
    ],
    [
      'keeps more where the council says why',
      { higherExpensesAllowance: { weeklyPence: 5000, reason: 'Pays for the home' } },
      15_000,
    ],
    [
      'keeps no less where that is the same',
      { higherExpensesAllowance: { weeklyPence: allowance, reason: 'None' } },
      20_000 - allowance,
    ],
    [
      'keeps the half of a pension that a partner has',
      { incomes: [...pension, income('private-pension', 1001, { isHalfPaidToPartner: true })] },
      20_500 - allowance,
    ],
    [
      'pays no more than the fee less the nursing contribution',
      {
        care: [
          {
            id: 'place',
            label: 'Nursing home',
            kind: 'care',
            weeklyPence: 30_000,
            paidByOthers: [{ funder: 'nhs', weeklyPence: 23_595 }],
          },
        ],
      },
      6405,
    ],
  ])('%s', (_, changed, weeklyPence) => {
    const charge = chargeOf({ setting: permanent, incomes: pension, ...changed });
    expect(charge.weeklyPence).toBe(weeklyPence);
    expect(sumOfLines(charge)).toBe(weeklyPence);
  });

  test('is not spared by what a council asks of people at home', () => {
    const knobs: LocalKnobs = {
      disposableIncomePercent: 50,
      weeklyMaximumPence: 1,
      nightCareDisregard: { benefits: ['attendance-allowance'] },
    };
    const incomes = [...pension, income('attendance-allowance', 10_855, { isHigherRate: true })];
    const charge = chargeOf({ setting: permanent, incomes }, knobs);
    expect(charge.weeklyPence).toBe(30_855 - allowance);
  });

  test('cannot keep less than the law leaves', () => {
    const higherExpensesAllowance = { weeklyPence: allowance - 1, reason: 'None' };
    const charge = chargeOf({ setting: permanent, incomes: pension, higherExpensesAllowance });
    expect(charge).toEqual(chargeOf({ setting: permanent, incomes: pension }));
  });

  test.each<[string, Partial<Asked>]>([
    [
      'half of a state pension',
      {
        setting: permanent,
        incomes: [income('state-pension', 1000, { isHalfPaidToPartner: true })],
      },
    ],
    [
      'half of a pension while still at home',
      { incomes: [income('private-pension', 1000, { isHalfPaidToPartner: true })] },
    ],
  ])('cannot have %s left out for a partner', (_, changed) => {
    expect(outcomeOf(changed)).toMatchObject({
      accepted: false,
      refusal: { kind: 'invalid-input', pointer: '/incomes/0/isHalfPaidToPartner' },
    });
  });
});

describe('Somebody who stays in a care home for a time', () => {
  test('keeps the allowance and what the home costs', () => {
    const charge = chargeOf({ setting: forATime, incomes: pension, housingCosts: [rent] });
    expect(charge.weeklyPence).toBe(20_000 - allowance - 5000);
  });

  test('has benefits for disability left out', () => {
    const incomes = [...pension, income('attendance-allowance', 10_855)];
    expect(chargeOf({ setting: forATime, incomes }).weeklyPence).toBe(20_000 - allowance);
  });

  test('pays as at home for up to 8 weeks where the council chooses so', () => {
    const asked = {
      person: somebody({ premiums: { disability: true, enhancedDisability: false, carer: false } }),
      care: care(90_000),
      incomes: [...pension, income('attendance-allowance', 10_855)],
      housingCosts: [rent],
      disabilityExpenses: [expense(1260)],
    };
    const stay = chargeOf({ ...asked, setting: short });
    expect(stay.weeklyPence).toBe(30_855 - 5000 - 1260 - 11_060 - 4880);
    expect(stay.weeklyPence).toBe(chargeOf({ ...asked, setting: { kind: 'home' } }).weeklyPence);
  });

  test.each<[string, Asked['setting'], string | undefined]>([
    ['8 weeks by the rules for home', short, undefined],
    ['9 weeks by them', { ...short, expectedWeeks: 9 }, '/setting/usesHomeRules'],
    ['52 weeks', { ...forATime, expectedWeeks: 52 }, undefined],
    ['53 weeks', { ...forATime, expectedWeeks: 53 }, '/setting/exceptionalReason'],
    [
      '53 weeks in exceptional circumstances',
      { ...forATime, expectedWeeks: 53, exceptionalReason: 'The new home is late' },
      undefined,
    ],
  ])('for %s', (_, setting, pointer) => {
    const outcome = outcomeOf({ setting, incomes: pension });
    expect(outcome.accepted ? undefined : outcome.refusal.pointer).toBe(pointer);
  });
});
