import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NhsNumber } from '#shared/domain/identity/nhs-number.ts';
import { outwardCode, Postcode } from '#shared/domain/identity/postcode.ts';

describe('An NHS number', () => {
  it.each([
    ['9434765919', '9434765919'],
    ['943 476 5919', '9434765919'],
    ['943-476-5919', '9434765919'],
    ['4010232137', '4010232137'],
    ['1000000400', '1000000400'],
  ])('%s is kept as %s', (text, kept) => {
    expect(NhsNumber.parse(text)).toBe(kept);
  });

  it.each([
    ['9434765918', 'a wrong check digit'],
    ['4943765919', 'digits that changed places'],
    ['943476591', 'nine digits'],
    ['94347659190', 'eleven digits'],
    ['943476591X', 'a letter'],
    ['', 'nothing'],
    ['9 4 3 4 7 6 5 9 1 9 9 9', 'too much'],
  ])('is refused as %j (%s)', (text) => {
    expect(NhsNumber.safeParse(text).success).toBe(false);
  });

  it('with any one digit wrong is refused', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.integer({ min: 1, max: 9 }), (position, change) => {
        const digits = [...'9434765919'];
        digits[position] = String((Number(digits[position]) + change) % 10);
        expect(NhsNumber.safeParse(digits.join('')).success).toBe(false);
      }),
    );
  });

  it('is never issued where the check digit would be ten', () => {
    for (let check = 0; check <= 9; check += 1) {
      expect(NhsNumber.safeParse(`100000001${check}`).success).toBe(false);
    }
  });
});

describe('A postcode', () => {
  it.each([
    ['SE1 2QH', 'SE1 2QH', 'SE1'],
    ['se12qh', 'SE1 2QH', 'SE1'],
    [' cw1  2aa ', 'CW1 2AA', 'CW1'],
    ['EC1A 1BB', 'EC1A 1BB', 'EC1A'],
    ['W1A 0AX', 'W1A 0AX', 'W1A'],
    ['M1 1AE', 'M1 1AE', 'M1'],
    ['CR2 6XH', 'CR2 6XH', 'CR2'],
    ['DN55 1PT', 'DN55 1PT', 'DN55'],
    ['GIR 0AA', 'GIR 0AA', 'GIR'],
  ])('%j is kept as %s, in the district %s', (text, kept, district) => {
    expect(Postcode.parse(text)).toBe(kept);
    expect(outwardCode(Postcode.parse(text))).toBe(district);
  });

  it.each(['', 'SE1', 'SE1 2Q', 'SE1 2QC', '1SE 2QH', 'SEE1 2QH', 'SE1 22H', 'SE123 2QH', '2QH'])(
    'is refused as %j',
    (text) => {
      expect(Postcode.safeParse(text).success).toBe(false);
    },
  );
});
