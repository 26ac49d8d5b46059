import { describe, expect, test } from 'vitest';
import { usualDuplicates } from '#shared/council/usual-terms.ts';
import {
  agreeingFields,
  comparePeople,
  DuplicateRule,
  describePerson,
  isExactMatch,
  scoreOf,
} from '#shared/domain/person/compare-people.ts';
import { PersonDetails } from '#shared/domain/person/person-details.ts';
import { describeSought, matchOf, PersonSearch } from '#shared/domain/person/search-people.ts';

const rule = DuplicateRule.parse(usualDuplicates);
const marigold = PersonDetails.parse({
  givenName: 'Marigold',
  familyName: 'Quillfeather',
  dateOfBirth: '1944-03-09',
  nhsNumber: '943 476 5919',
  postcode: 'ZZ1 1ZZ',
  phone: '01632 960 123',
});
const like = (change: Readonly<Record<string, unknown>>) =>
  PersonDetails.parse({ ...marigold, ...change });

function likenessTo(change: Readonly<Record<string, unknown>>) {
  return comparePeople(describePerson(marigold), describePerson(like(change)), rule.similarNames);
}

describe('of two records', () => {
  test.each([
    ['name', { familyName: 'Quilfether' }, 'similar'],
    ['name', { familyName: 'Shaw', previousNames: [marigold] }, 'same'],
    ['name', { givenName: 'Daisy', preferredName: 'Marigold' }, 'same'],
    ['name', { givenName: 'Edwin' }, 'different'],
    ['date-of-birth', { dateOfBirth: '1944-09-03' }, 'similar'],
    ['date-of-birth', { dateOfBirth: '1944-03-08' }, 'similar'],
    ['date-of-birth', { dateOfBirth: '1946-03-10' }, 'different'],
    ['date-of-birth', { dateOfBirth: undefined }, 'missing'],
    ['nhs-number', { nhsNumber: '401 023 2137' }, 'different'],
    ['postcode', { postcode: 'ZZ1 2AA' }, 'similar'],
    ['postcode', { postcode: 'ZZ2 1ZZ' }, 'different'],
    ['phone', { phone: '+44 1632 960123' }, 'same'],
    ['email', { email: 'm@quillfeather.example' }, 'missing'],
  ] as const)('the %s with %o is %3$s', (field, change, likeness) => {
    const { previousNames, ...others } = { previousNames: undefined, ...change };
    const names = previousNames && [{ givenName: 'Marigold', familyName: 'Quillfeather' }];
    expect(likenessTo({ ...others, ...(names && { previousNames: names }) })[field]).toBe(likeness);
  });

  test('nobody whose name is not known is a namesake of another', () => {
    const unnamed = { givenName: '(name not known)', familyName: '(name not known)' };
    const [a, b] = [like(unnamed), like(unnamed)].map(describePerson);
    expect(a && b && comparePeople(a, b, 'sound').name).toBe('missing');
  });
});

describe('two records are flagged', () => {
  test.each([
    [
      'for an NHS number',
      { givenName: 'Edwin', familyName: 'Shaw', dateOfBirth: '1960-01-01' },
      true,
    ],
    [
      'for a name and a birth date',
      { nhsNumber: undefined, postcode: undefined, phone: undefined },
      true,
    ],
    [
      'not for a birth date and a postcode',
      { nhsNumber: undefined, givenName: 'Edwin', phone: undefined },
      false,
    ],
    [
      'not for a name alone',
      { nhsNumber: undefined, dateOfBirth: '1960-01-01', postcode: 'AB1 2AB', phone: undefined },
      false,
    ],
    [
      'for a similar name with birth date and postcode',
      { nhsNumber: undefined, familyName: 'Quilfether', phone: undefined },
      true,
    ],
  ])('%s', (_why, change, isFlagged) => {
    expect(scoreOf(likenessTo(change), rule) >= rule.threshold).toBe(isFlagged);
  });

  test('with what agrees, nearly or wholly', () => {
    const agree = agreeingFields(likenessTo({ nhsNumber: undefined, postcode: 'ZZ1 2AA' }));
    expect(agree).toEqual(['name', 'date-of-birth', 'postcode', 'phone']);
  });

  test.each([
    [{}, true],
    [{ postcode: 'AB1 2AB', phone: undefined }, true],
    [{ familyName: 'Quilfether' }, false],
    [{ dateOfBirth: '1944-09-03' }, false],
    [{ nhsNumber: undefined }, false],
  ])('and without anybody looking only where all of three agree: %o', (change, isExact) => {
    expect(isExactMatch(marigold, like(change))).toBe(isExact);
  });
});

describe('a search', () => {
  const found = (search: object, details = marigold) =>
    matchOf(describeSought(PersonSearch.parse(search)), details, rule)?.match;
  const names = { givenName: 'Marigold', familyName: 'Quillfeather' };

  test.each([
    [{ by: 'nhs-number', nhsNumber: '9434765919' }, 'exact'],
    [{ by: 'name-and-birth', ...names, dateOfBirth: '1944-03-09' }, 'exact'],
    [{ by: 'name-and-birth', ...names, dateOfBirth: '1944-09-03' }, 'possible'],
    [{ by: 'name-and-birth', ...names, dateOfBirth: '1990-01-01' }, undefined],
    [{ by: 'name-and-birth', ...names, givenName: 'Edwin', dateOfBirth: '1944-03-09' }, undefined],
    [
      { by: 'name-and-postcode', ...names, familyName: 'Quilfether', postcode: 'zz11zz' },
      'possible',
    ],
    [{ by: 'birth-and-postcode', dateOfBirth: '1944-03-09', postcode: 'ZZ1 1ZZ' }, 'exact'],
    [{ by: 'birth-and-postcode', dateOfBirth: '1944-03-09', postcode: 'ZZ1 9ZZ' }, 'possible'],
  ])('by %o is answered as %s', (search, match) => {
    expect(found(search)).toBe(match);
  });

  test('finds whoever has not told us their birth date, as possible', () => {
    const sought = { by: 'name-and-birth', ...names, dateOfBirth: '1944-03-09' };
    expect(found(sought, like({ dateOfBirth: undefined }))).toBe('possible');
  });
});
