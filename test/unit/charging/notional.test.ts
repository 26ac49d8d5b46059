import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/domain/calendar/civil-date.ts';
import { type Asked, capital, chargeOf, income, outcomeOf, sumOfLines } from './a-charge.ts';

const pension = income('private-pension', 30_000);
const kept = 11_060;
const base = 30_000 - kept;

describe('Income that a person is treated as having', () => {
  test.each([
    ['given-up', 'reg 17(1)'],
    ['not-claimed', 'reg 17(2)'],
    ['paid-to-somebody-else', 'reg 17(2)'],
  ] as const)('counts where it was %s', (notional, law) => {
    const charge = chargeOf({ incomes: [pension, income('other', 1000, { notional })] });
    expect(charge.weeklyPence).toBe(base + 1000);
    expect(charge.lines.some((line) => line.law.endsWith(`SI 2014/2672 ${law}`))).toBe(true);
  });

  test('is left out where it would be if they had it', () => {
    const given = income('child-maintenance', 1000, { notional: 'given-up' });
    expect(chargeOf({ incomes: [pension, given] }).weeklyPence).toBe(base);
  });
});

describe('Capital that was given up', () => {
  const given = (countedFrom: string, valuePence = 1_600_000) =>
    capital('notional', valuePence, { countedFrom });
  const on = '2024-10-01';
  // 16,000 pounds is seven steps above the lower limit: 7 pounds a week more.
  test.each<[string, string, number, number]>([
    ['on its first day', '2024-10-01', 700, 1_600_000],
    ['on the last day of its first week', '2024-09-25', 700, 1_600_000],
    ['after a week', '2024-09-24', 700, 1_600_000 - 700],
    ['after 35 weeks', '2024-01-30', 700, 1_600_000 - 24_500],
    // 250 pounds have gone after 36 weeks, of 7 pounds each: the next step down.
    ['after 36 weeks', '2024-01-23', 600, 1_600_000 - 25_200],
  ])('counts for what has not gone yet %s', (_, countedFrom, tariff, capitalPence) => {
    const asked = { on, incomes: [pension], capital: [given(countedFrom)] };
    const charge = chargeOf(asked);
    expect(charge.weeklyPence - tariff).toBe(
      chargeOf({ on: '2024-10-01', incomes: [pension] }).weeklyPence,
    );
    expect(charge.capitalPence).toBe(capitalPence);
    expect(sumOfLines(charge)).toBe(charge.weeklyPence);
  });

  test('goes down by all that it costs while it is over the limit, and is then means', () => {
    const asked: Partial<Asked> = { incomes: [pension] };
    const counted = (weeks: string) => chargeOf({ ...asked, capital: [given(weeks, 2_400_000)] });
    // 50,000 pence of care less 18,940 of own charge: 31,060 a week, so three weeks reach 23,068.20.
    expect(counted('2024-09-17').basis).toBe('full-cost');
    expect(counted('2024-09-10')).toMatchObject({
      basis: 'means-tested',
      capitalPence: 2_400_000 - 3 * 31_060,
      weeklyPence: base + 3600,
    });
  });

  test('costs nothing and goes down by nothing below the lower limit', () => {
    const charge = chargeOf({ incomes: [pension], capital: [given('2024-04-09', 1_000_000)] });
    expect(charge).toMatchObject({ weeklyPence: base, capitalPence: 1_000_000 });
  });

  test('is taken off one after the other, and real capital is not', () => {
    const both = [
      capital('savings', 1_500_000),
      capital('notional', 300, { id: 'a', countedFrom: '2024-09-24' }),
      capital('notional', 100_000, { id: 'b', countedFrom: '2024-09-24' }),
    ];
    // With them 1,750.03 above the limit: 8 pounds; without, 3 pounds; 5 pounds are taken off.
    const charge = chargeOf({ incomes: [pension], capital: both });
    expect(charge.capitalPence).toBe(1_500_000 + 100_300 - 500);
    const counted = charge.lines.filter(({ section }) => section === 'capital');
    expect(counted.map(({ countedPence }) => countedPence)).toEqual([1_500_000, 0, 99_800]);
    expect(counted[2]?.law).toBe('SI 2014/2672 reg 22(1), reg 23');
  });

  test('never costs less than having none, and never grows', () => {
    const weeksAgo = (weeks: number) => addDays(on, -7 * weeks);
    const some = {
      value: fc.integer({ min: 0, max: 3_000_000 }),
      weeks: fc.integer({ min: 0, max: 60 }),
    };
    fc.assert(
      fc.property(
        some.value,
        some.weeks,
        fc.integer({ min: 0, max: 2_000_000 }),
        (value, weeks, own) => {
          const savings = capital('savings', own);
          const without = chargeOf({ incomes: [pension], capital: [savings] });
          const chargeAfter = (passed: number) =>
            chargeOf({ incomes: [pension], capital: [savings, given(weeksAgo(passed), value)] });
          const [sooner, later] = [chargeAfter(weeks), chargeAfter(weeks + 1)];
          expect(later.weeklyPence).toBeGreaterThanOrEqual(without.weeklyPence);
          expect(later.weeklyPence).toBeLessThanOrEqual(sooner.weeklyPence);
          expect(later.capitalPence ?? 0).toBeLessThanOrEqual(sooner.capitalPence ?? 0);
          expect(later.capitalPence ?? 0).toBeGreaterThanOrEqual(own);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('is refused where a week of it has no rates, or it counts for too long', () => {
    const refused = (countedFrom: string) =>
      outcomeOf({ incomes: [pension], capital: [given(countedFrom)] });
    expect(refused('2022-01-03')).toMatchObject({ refusal: { kind: 'rate-missing' } });
    expect(refused('2003-01-01')).toMatchObject({
      refusal: { kind: 'invalid-input', pointer: '/on' },
    });
  });
});
