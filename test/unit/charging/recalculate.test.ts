import { describe, expect, test } from 'vitest';
import { ChargeInput } from '#shared/domain/charging/input/charge-input.ts';
import {
  DifferenceStatement,
  type PastCharges,
  recalculateCharges,
} from '#shared/domain/charging/recalculate.ts';
import { type Asked, book, capital, income, plain } from './a-charge.ts';

const known = (changed: Partial<Asked>) => ChargeInput.parse({ ...plain, ...changed });
const pensionOf = (pence: number) => known({ incomes: [income('private-pension', pence)] });

function recalculated(past: PastCharges): DifferenceStatement {
  const outcome = recalculateCharges(past, { book, knobs: {} });
  if (!outcome.accepted) throw new Error(outcome.refusal.detail);
  return DifferenceStatement.parse(outcome.value);
}

describe('Charges of the past', () => {
  test('replace a provisional charge from the first day, week by week', () => {
    const statement = recalculated({
      from: '2024-06-03',
      until: '2024-06-23',
      facts: [{ from: '2024-06-03', input: pensionOf(21_060) }],
      charged: [{ from: '2024-06-03', weeklyPence: 4000 }],
    });
    expect(statement).toMatchObject({
      chargedPence: 12_000,
      duePence: 30_000,
      differencePence: 18_000,
      summary: expect.stringContaining('£180.00 more is due'),
    });
    expect(statement.weeks).toHaveLength(3);
    expect(statement.weeks[1]).toEqual({
      from: '2024-06-10',
      to: '2024-06-16',
      chargedPence: 4000,
      duePence: 10_000,
      differencePence: 6000,
      rateVersion: 'rates-2024-25',
    });
  });

  test('count a change within a week by its days', () => {
    const statement = recalculated({
      from: '2024-06-03',
      until: '2024-06-09',
      facts: [
        { from: '2024-06-03', input: pensionOf(11_760) },
        { from: '2024-06-06', input: pensionOf(12_460) },
      ],
      charged: [],
    });
    // Three days of 7.00 a week and four of 14.00.
    expect(statement.duePence).toBe(300 + 800);
  });

  test('change with the rates on 6 April, in the middle of a week', () => {
    const statement = recalculated({
      from: '2025-04-02',
      until: '2025-04-08',
      facts: [{ from: '2025-04-02', input: pensionOf(20_000) }],
      charged: [{ from: '2025-04-02', weeklyPence: 8940 }],
    });
    // 190 pence a week less for three days is 81.43; the fraction is the person's.
    expect(statement).toMatchObject({
      differencePence: -82,
      weeks: [{ rateVersion: 'rates-2025-26' }],
    });
  });

  test('change when the 12 weeks of the home are over', () => {
    const input = known({
      setting: { kind: 'care-home', permanentSince: '2024-07-01' },
      capital: [capital('main-home', 9_000_000)],
      incomes: [income('state-pension', 20_000)],
    });
    const statement = recalculated({
      from: '2024-09-16',
      until: '2024-09-29',
      facts: [{ from: '2024-09-16', input }],
      charged: [{ from: '2024-09-16', weeklyPence: 16_985 }],
    });
    expect(statement.weeks.map(({ duePence }) => duePence)).toEqual([16_985, 50_000]);
  });

  test('end with a part of a week where the time does', () => {
    const statement = recalculated({
      from: '2024-06-03',
      until: '2024-06-12',
      facts: [{ from: '2024-01-01', input: pensionOf(11_760) }],
      charged: [{ from: '2024-06-03', weeklyPence: 1400 }],
    });
    expect(statement.weeks.map(({ to, duePence }) => [to, duePence])).toEqual([
      ['2024-06-09', 700],
      ['2024-06-12', 300],
    ]);
    expect(statement.summary).toBe('You were asked for £10.00 too much. It is yours to have back.');
  });

  test('that were right make no difference', () => {
    const statement = recalculated({
      from: '2024-06-03',
      until: '2024-06-03',
      facts: [{ from: '2024-06-03', input: pensionOf(11_760) }],
      charged: [{ from: '2024-06-03', weeklyPence: 700 }],
    });
    expect(statement).toMatchObject({ duePence: 100, summary: 'You have paid what was due.' });
  });

  test.each([
    ['ends before it begins', '2024-06-10', '2024-06-09', '2024-06-03', 'invalid-input'],
    ['begins before anything is known', '2024-06-02', '2024-06-09', '2024-06-03', 'invalid-input'],
    ['begins before the Care Act', '2015-03-31', '2015-04-09', '2015-01-01', 'scheme-not-in-force'],
  ])('of a time that %s are refused', (_, from, until, knownFrom, kind) => {
    const facts = [{ from: knownFrom, input: pensionOf(20_000) }];
    const outcome = recalculateCharges({ from, until, facts, charged: [] }, { book, knobs: {} });
    expect(outcome).toMatchObject({ accepted: false, refusal: { kind } });
  });
});
