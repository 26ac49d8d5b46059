import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EnteredPence,
  formatPounds,
  fromPoundsText,
  Pence,
  percentageOf,
  SignedPence,
  scalePence,
  sumPence,
} from '#shared/domain/money/pence.ts';

describe('An amount of money', () => {
  it.each([
    [0, true, true],
    [62000, true, true],
    [-1, false, true],
    [0.5, false, false],
    [Number.MAX_SAFE_INTEGER, true, true],
    [Number.MAX_SAFE_INTEGER + 1, false, false],
    ['620', false, false],
    [Number.NaN, false, false],
  ])('%s is whole pence: %s, and may be a difference: %s', (value, isPence, isSigned) => {
    expect(Pence.safeParse(value).success).toBe(isPence);
    expect(SignedPence.safeParse(value).success).toBe(isSigned);
  });

  it('is keyed in up to ten million pounds and no further', () => {
    expect(EnteredPence.safeParse(1_000_000_000).success).toBe(true);
    expect(EnteredPence.safeParse(1_000_000_001).success).toBe(false);
    expect(EnteredPence.safeParse(-1).success).toBe(false);
  });

  it.each([
    ['620.00', 62000],
    ['620', 62000],
    ['£2,480.00', 248000],
    ['0.01', 1],
    ['0', 0],
    ['1,234,567.89', 123456789],
  ])('written %s is %i pence', (text, pence) => {
    expect(fromPoundsText(text)).toEqual({ accepted: true, value: pence });
  });

  it.each([
    '',
    '620.5',
    '620.000',
    '-620.00',
    '62,0.00',
    '1,23.00',
    '.50',
    '6 20',
    '1e3',
    '٣',
    '1234567890',
  ])('is refused when it is written %j', (text) => {
    expect(fromPoundsText(text)).toMatchObject({
      accepted: false,
      refusal: { kind: 'invalid-input' },
    });
  });

  it.each([
    [62000, '£620.00'],
    [248000, '£2,480.00'],
    [0, '£0.00'],
    [5, '£0.05'],
    [-500, '-£5.00'],
    [123456789, '£1,234,567.89'],
    [99999, '£999.99'],
    [100000, '£1,000.00'],
  ])('of %i pence is read as %s', (pence, text) => {
    expect(formatPounds(pence)).toBe(text);
  });

  it('is the same amount when it is written and read again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (pence) => {
        expect(fromPoundsText(formatPounds(pence))).toEqual({ accepted: true, value: pence });
      }),
    );
  });
});

describe('A sum of money', () => {
  it('is exact, and nothing for no amounts', () => {
    expect(sumPence([])).toBe(0);
    expect(sumPence([10, 20, -5])).toBe(25);
  });

  it('is never given when it is too large to be exact', () => {
    expect(sumPence([Number.MAX_SAFE_INTEGER - 1, 1])).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => sumPence([Number.MAX_SAFE_INTEGER, 1])).toThrow('too large');
  });
});

describe('A share of an amount', () => {
  it.each([
    [100, 1, 3, 'down', 33],
    [100, 1, 3, 'up', 34],
    [99, 1, 3, 'down', 33],
    [99, 1, 3, 'up', 33],
    [-100, 1, 3, 'down', -34],
    [-100, 1, 3, 'up', -33],
    [Number.MAX_SAFE_INTEGER, 7, 7, 'down', Number.MAX_SAFE_INTEGER],
  ] as const)('%i times %i over %i rounded %s is %i', (pence, times, over, rounding, share) => {
    expect(scalePence(pence, { times, over }, rounding)).toBe(share);
  });

  it.each([
    [62000, 25, 'down', 15500],
    [333, 10, 'down', 33],
    [333, 10, 'up', 34],
    [29, 100, 'down', 29],
    [115, 110, 'up', 127],
  ] as const)('of %i at %i per cent rounded %s is %i', (pence, percent, rounding, share) => {
    expect(percentageOf(pence, percent, rounding)).toBe(share);
  });

  it('and the rest of the amount, rounded the other way, add up to the whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.integer({ min: 0, max: 100 }),
        (pence, percent) => {
          const share = percentageOf(pence, percent, 'down');
          expect(share + percentageOf(pence, 100 - percent, 'up')).toBe(pence);
        },
      ),
    );
  });

  it.each([0, -7])('over %i is a fault', (over) => {
    expect(() => scalePence(100, { times: 1, over }, 'down')).toThrow('above 0');
  });

  it('of a fraction that is not of whole numbers is a fault', () => {
    expect(() => scalePence(100, { times: 0.5, over: 1 }, 'down')).toThrow();
  });
});
