import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LocalKnobs } from '#shared/domain/charging/local/local-knobs.ts';
import { IncomeKind } from '#shared/domain/charging/means/income-kinds.ts';
import { Frequency } from '#shared/domain/money/weekly-amounts.ts';
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

const amount = fc.integer({ min: 0, max: 60_000 });
const incomes = fc.array(
  fc.record({
    kind: fc.constantFrom(...IncomeKind.options),
    pence: fc.integer({ min: 0, max: 400_000 }),
    every: fc.constantFrom(...Frequency.options),
    isHigherRate: fc.boolean(),
  }),
  { maxLength: 6 },
);
const ageGroup = fc.constantFrom(
  '18-to-24' as const,
  '25-to-pension-age' as const,
  'pension-age' as const,
);
const settings: fc.Arbitrary<Asked['setting']> = fc.constantFrom(
  { kind: 'home' },
  { kind: 'care-home', permanentSince: '2024-09-01' },
  { kind: 'care-home-for-a-time', expectedWeeks: 10 },
);
const asked = fc
  .record({
    ageGroup,
    partnerAgeGroup: fc.option(ageGroup),
    children: fc.integer({ min: 0, max: 3 }),
    premiums: fc.record({
      disability: fc.boolean(),
      enhancedDisability: fc.boolean(),
      carer: fc.boolean(),
    }),
    setting: settings,
    cost: amount,
    savings: fc.integer({ min: 0, max: 2_500_000 }),
    incomes,
    expenses: amount,
  })
  .map(
    (made): Partial<Asked> => ({
      person: somebody({
        ageGroup: made.ageGroup,
        household:
          made.partnerAgeGroup === null
            ? { kind: 'single' }
            : { kind: 'couple', partnerAgeGroup: made.partnerAgeGroup },
        children: made.children,
        premiums: made.premiums,
      }),
      setting: made.setting,
      care: care(made.cost),
      capital: [capital('savings', made.savings)],
      incomes: made.incomes.map(({ kind, pence, every, isHigherRate }, place) =>
        income(kind, pence, { id: `${place}`, every, isHigherRate }),
      ),
      disabilityExpenses: [expense(made.expenses)],
    }),
  );
const knobs: fc.Arbitrary<LocalKnobs> = fc.constantFrom<LocalKnobs>(
  {},
  { disposableIncomePercent: 67 },
  { weeklyMaximumPence: 20_000, minimumCollectedPence: 300 },
  { guarantee: { percent: 117 }, ignoresSavingsCredit: true },
  { standardExpensesWeeklyPence: 1500, allowsExpensesWithoutBenefit: true },
  { nightCareDisregard: { benefits: ['attendance-allowance', 'dla-care', 'pip-daily-living'] } },
);

describe('Whatever is known of somebody, a charge', () => {
  test('is never below nothing, never above the cost of care, and the sum of its lines', () => {
    fc.assert(
      fc.property(asked, knobs, (person, local) => {
        const charge = chargeOf(person, local);
        expect(charge.weeklyPence).toBeGreaterThanOrEqual(0);
        expect(charge.weeklyPence).toBeLessThanOrEqual(charge.costOfCareWeeklyPence);
        expect(charge.weeklyPence + charge.councilWeeklyPence).toBe(charge.costOfCareWeeklyPence);
        expect(sumOfLines(charge)).toBe(charge.weeklyPence);
      }),
    );
  });

  test('never rises when the expenses of disability rise', () => {
    fc.assert(
      fc.property(asked, knobs, amount, amount, (person, local, a, b) => {
        const less = { ...person, disabilityExpenses: [expense(Math.min(a, b))] };
        const more = { ...person, disabilityExpenses: [expense(Math.max(a, b))] };
        expect(chargeOf(more, local).weeklyPence).toBeLessThanOrEqual(
          chargeOf(less, local).weeklyPence,
        );
      }),
    );
  });

  test('never falls when an income that counts rises', () => {
    fc.assert(
      fc.property(asked, knobs, amount, amount, (person, local, a, b) => {
        const withPension = (pence: number) => ({
          ...person,
          incomes: [...(person.incomes ?? []), income('private-pension', pence)],
        });
        expect(chargeOf(withPension(Math.max(a, b)), local).weeklyPence).toBeGreaterThanOrEqual(
          chargeOf(withPension(Math.min(a, b)), local).weeklyPence,
        );
      }),
    );
  });

  test('steps by one pound at each 250 of capital and nowhere else', () => {
    const pension = [income('private-pension', 20_000)];
    const at = (pence: number) =>
      chargeOf({ incomes: pension, capital: [capital('savings', pence)] }).weeklyPence;
    const base = at(0);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 35 }),
        fc.integer({ min: 1, max: 25_000 }),
        (step, into) => {
          const from = 1_425_000 + step * 25_000;
          expect(at(from) - base).toBe(step * 100);
          expect(at(from + into) - base).toBe((step + 1) * 100);
        },
      ),
    );
  });
});
