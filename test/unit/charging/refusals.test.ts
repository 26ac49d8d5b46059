import { describe, expect, test } from 'vitest';
import { assessCharge } from '#shared/domain/charging/assess-charge.ts';
import { ChargeInput } from '#shared/domain/charging/input/charge-input.ts';
import {
  bookUnder,
  makeRateBook,
  type RateBook,
  ratesOn,
} from '#shared/domain/charging/rates/rate-book.ts';
import {
  type RateYear,
  RateYear as RateYearShape,
} from '#shared/domain/charging/rates/rate-year.ts';
import type { Outcome } from '#shared/domain/outcome.ts';
import { type Asked, book, income, outcomeOf, plain, somebody } from './a-charge.ts';

describe('A charge is refused', () => {
  test.each<[string, Partial<Asked>, string, string]>([
    ['before the Care Act', { on: '2015-03-31' }, 'scheme-not-in-force', 'Fairer Charging'],
    ['in a year without rates', { on: '2027-04-06' }, 'policy-not-in-force', '2027-28'],
    ['without a base amount of the year', { on: '2016-10-01' }, 'rate-missing', 'aged 25'],
    [
      'without the couple’s amount of 2023-24',
      {
        on: '2023-10-01',
        person: somebody({
          household: { kind: 'couple', partnerAgeGroup: '25-to-pension-age' },
        }),
      },
      'rate-missing',
      'The rates of 2023-24 do not have the minimum income guarantee, each of a couple, aged 18',
    ],
    [
      'without the child’s amount of 2026-27',
      { on: '2026-10-01', person: somebody({ children: 1 }) },
      'rate-missing',
      'each child',
    ],
    [
      'without the carer premium of 2026-27',
      {
        on: '2026-10-01',
        person: somebody({
          premiums: { disability: false, enhancedDisability: false, carer: true },
        }),
      },
      'rate-missing',
      'the carer premium',
    ],
    [
      'without the savings credit disregard of 2026-27',
      { on: '2026-10-01', incomes: [income('savings-credit', 500)] },
      'rate-missing',
      'savings credit disregard, single',
    ],
    ['with a top-up', { alsoAsked: ['top-up'] }, 'not-offered-here', 's30'],
    ['with a deferred payment', { alsoAsked: ['deferred-payment'] }, 'not-offered-here', 's34'],
  ])('%s', (_, changed, kind, words) => {
    expect(outcomeOf(changed)).toMatchObject({
      accepted: false,
      refusal: { kind, detail: expect.stringContaining(words) },
    });
  });

  test.each([
    ['-1', -1],
    ['a fraction of a penny', 0.5],
    ['no number', Number.NaN],
  ])('with an amount of %s, also past the schema', (_, pence) => {
    const input = ChargeInput.parse(plain);
    const incomes = [
      { ...ChargeInput.parse({ ...plain, incomes: [income('other', 1)] }).incomes[0], pence },
    ];
    expect(ChargeInput.safeParse({ ...plain, incomes }).success).toBe(false);
    expect(assessCharge(Object.assign(input, { incomes }), book, {})).toMatchObject({
      accepted: false,
      refusal: { kind: 'amount-out-of-range', pointer: '/incomes/0/pence' },
    });
  });
});

describe('The rates', () => {
  const year = (version: string, from: string, until: string): RateYear => ({
    version,
    year: '2030-31',
    from,
    until,
    source: 'Made up',
    amounts: {},
  });

  test('of two years that overlap are refused with both names', () => {
    const years = [
      year('later', '2031-04-05', '2032-04-05'),
      year('earlier', '2030-04-06', '2031-04-05'),
    ];
    expect(makeRateBook(years, book.disregards)).toMatchObject({
      accepted: false,
      refusal: { kind: 'rates-overlap', detail: expect.stringMatching(/earlier.*later/) },
    });
  });

  test('of two years that adjoin are taken', () => {
    const years = [year('a', '2030-04-06', '2031-04-05'), year('b', '2031-04-06', '2032-04-05')];
    expect(makeRateBook(years, book.disregards).accepted).toBe(true);
  });

  test('that were put right are kept for the charges that name them', () => {
    const wrong = { ...year('a', '2030-04-06', '2031-04-05'), replacedBy: 'b' };
    const right = year('b', '2030-04-06', '2031-04-05');
    const next = year('c', '2031-04-06', '2032-04-05');
    const made = makeRateBook([next, right, wrong], book.disregards);
    if (!made.accepted) throw new Error(made.refusal.detail);
    const versionOn = (of: Outcome<RateBook>, day: string) => {
      if (!of.accepted) return of.refusal.kind;
      const rates = ratesOn(of.value, day);
      return rates.accepted ? rates.value.version : rates.refusal.kind;
    };
    expect(versionOn(made, '2030-05-01')).toBe('b');
    expect(versionOn(bookUnder(made.value, 'b'), '2030-05-01')).toBe('b');
    expect(versionOn(bookUnder(made.value, 'a'), '2030-05-01')).toBe('a');
    expect(versionOn(bookUnder(made.value, 'a'), '2031-05-01')).toBe('c');
    expect(versionOn(bookUnder(made.value, 'd'), '2031-05-01')).toBe('policy-not-in-force');
  });

  test('of a year that ends before it begins are no rates', () => {
    expect(RateYearShape.safeParse(year('a', '2031-04-06', '2031-04-05')).success).toBe(false);
  });

  test('that are kept leave no day without a year from the Care Act on', () => {
    const days = book.years.map(({ from, until }) => [from, until]);
    expect(days).toEqual([
      ['2015-04-01', '2022-04-05'],
      ['2022-04-06', '2023-04-05'],
      ['2023-04-06', '2024-04-05'],
      ['2024-04-06', '2025-04-05'],
      ['2025-04-06', '2026-04-05'],
      ['2026-04-06', '2027-04-05'],
    ]);
  });

  test('begin on 6 April', () => {
    const asked = { incomes: [income('private-pension', 30_000)] };
    const charges = ['2025-04-05', '2025-04-06'].map((on) => outcomeOf({ ...asked, on }));
    expect(charges).toMatchObject([
      { value: { weeklyPence: 30_000 - 11_060, rateVersion: 'rates-2024-25' } },
      { value: { weeklyPence: 30_000 - 11_250, rateVersion: 'rates-2025-26' } },
    ]);
  });
});
