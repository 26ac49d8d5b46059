import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areNamesSimilar, nameKey } from '#shared/domain/person/names.ts';

const name = (givenName: string, familyName: string) => ({ givenName, familyName });

describe('a name is found', () => {
  test.each([
    ['in capitals', name('MARIGOLD', 'quillfeather'), name('Marigold', 'Quillfeather')],
    ['without its marks', name('Zoe', 'Gunduz'), name('Zoë', 'Gündüz')],
    ['without its apostrophe', name('Niamh', 'ONeill'), name('Niamh', 'O’Neill')],
    ['with another apostrophe', name('Niamh', "O'Neill"), name('Niamh', 'O‘Neill')],
    ['without its hyphen', name('Anne Marie', 'Lee'), name('Anne-Marie', 'Lee')],
    ['with the family name first', name('Nguyen', 'Thi Lan'), name('Thi Lan', 'Nguyen')],
    ['in plain letters', name('Lukasz', 'Strasse'), name('Łukasz', 'Straße')],
    ['with spaces to spare', name('  Mary  Ann ', ' Shaw'), name('Mary Ann', 'Shaw')],
  ])('%s', (_how, typed, kept) => {
    expect(nameKey(typed)).toBe(nameKey(kept));
  });

  test('but another name is not', () => {
    expect(nameKey(name('Ann', 'Lee'))).not.toBe(nameKey(name('Anne', 'Lee')));
  });
});

const word = fc.stringMatching(/^[A-Za-zÀ-ÿ'’-]{1,12}$/);

test('a normalised name is the same when it is normalised again, in any case and order', () => {
  fc.assert(
    fc.property(word, word, (given, family) => {
      const key = nameKey(name(given, family));
      expect(nameKey(name(key, ''))).toBe(key);
      expect(nameKey(name(family, given))).toBe(key);
      expect(nameKey(name(given.normalize('NFD'), family.normalize('NFC')))).toBe(key);
    }),
  );
});

describe('a name that is similar', () => {
  test.each([
    ['sound', name('Catherine', 'Smyth'), name('Cathryn', 'Smith'), true],
    ['sound', name('Smith', 'Cathryn'), name('Catherine', 'Smyth'), true],
    ['sound', name('Robert', 'Ashcraft'), name('Rob', 'Ashcroft'), true],
    ['sound', name('Robert', 'Tymczak'), name('Rob', 'Timson'), false],
    ['sound', name('Jane', 'Smith'), name('Carol', 'Smith'), false],
    ['first-letter', name('Robert', 'Tymczak'), name('Rob', 'Timson'), true],
    ['first-letter', name('Robert', 'Tymczak'), name('Bob', 'Timson'), false],
    ['none', name('Catherine', 'Smyth'), name('Cathryn', 'Smith'), false],
  ] as const)('by %s: %o and %o: %s', (likeness, a, b, isSimilar) => {
    expect(areNamesSimilar(a, b, likeness)).toBe(isSimilar);
    expect(areNamesSimilar(b, a, likeness)).toBe(isSimilar);
  });
});
