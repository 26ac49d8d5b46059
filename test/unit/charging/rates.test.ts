import { describe, expect, test } from 'vitest';
import { RateName } from '#shared/domain/charging/rates/rate-names.ts';
import { book } from './a-charge.ts';

const years = ['2023-24', '2024-25', '2025-26', '2026-27'];

/** As the service found them in pounds: `?` where nobody has read it at its source, `-` where there
 * is none. */
const published: Record<RateName, string> = {
  'capital-limit-upper': '23250.00 23250.00 23250.00 23250.00',
  'capital-limit-lower': '14250.00 14250.00 14250.00 14250.00',
  'guarantee-single-18-to-24': '82.15 87.65 89.15 95.40',
  'guarantee-single-25-to-pension-age': '103.65 110.60 112.50 120.40',
  'guarantee-single-pension-age': '214.35 228.70 232.60 241.45',
  'guarantee-couple-18-or-over': '- 86.85 88.35? 94.55?',
  'guarantee-couple-pension-age': '163.60? 174.60 177.60? 184.35?',
  'guarantee-child': '94.90 101.25 103.00? -',
  'disability-premium-single': '45.75 48.80 49.65 51.55?',
  'disability-premium-couple': '- 34.80 35.40? -',
  'enhanced-disability-premium-single': '22.35 23.85 24.25 25.15?',
  'enhanced-disability-premium-couple': '- 17.15 17.45? -',
  'carer-premium': '49.05 52.35 53.25? -',
  'personal-expenses-allowance': '28.25 30.15 30.65 31.80',
  'savings-credit-disregard-single': '6.50 6.95 7.05 -',
  'savings-credit-disregard-couple': '9.75 10.40 10.55? -',
  'night-care-gap': '33.65 35.90 36.50? 37.90?',
};

describe('The rates that are kept', () => {
  test.each(RateName.options)('have %s as it was published', (name) => {
    const kept = years.map((year) => {
      const rate = book.years.find((each) => each.year === year)?.amounts[name];
      if (rate === undefined) return '-';
      return `${(rate.pence / 100).toFixed(2)}${rate.isReadAtSource ? '' : '?'}`;
    });
    expect(kept.join(' ')).toBe(published[name]);
  });

  test('have no weekly amounts of the years before 2022, and so guess none', () => {
    const [first] = book.years;
    expect(Object.keys(first?.amounts ?? {})).toEqual([
      'capital-limit-upper',
      'capital-limit-lower',
    ]);
  });
});
