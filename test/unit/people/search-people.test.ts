import { beforeEach, describe, expect, test } from 'vitest';
import type { Office } from '#test/support/office.ts';
import {
  adviser,
  bodyOf,
  itemsOf,
  marigold,
  openRegistry,
  reason,
  register,
  told,
} from './registry.ts';

let office: Office;
beforeEach(() => {
  office = openRegistry();
});

async function search(body: object) {
  const found = bodyOf(await office.asStaff(adviser, 'search-people', { body }));
  return Object(found['people']).map((each: Record<string, unknown>) => [
    each['personId'],
    each['match'],
  ]);
}

const names = { givenName: 'Marigold', familyName: 'Quillfeather' };
const birth = { dateOfBirth: '1944-03-09' };

describe('a person is found', () => {
  test.each([
    { by: 'nhs-number', nhsNumber: '9434765919' },
    { by: 'name-and-birth', ...names, ...birth },
    { by: 'name-and-birth', givenName: 'QUILLFEATHER', familyName: 'marigold', ...birth },
    { by: 'name-and-postcode', ...names, postcode: 'zz1 1zz' },
    { by: 'birth-and-postcode', ...birth, postcode: 'ZZ1 1ZZ' },
    { by: 'uprn', uprn: '100012345678' },
  ])('exactly by %o', async (asked) => {
    const personId = await register(office, { ...marigold, uprn: '100012345678' });
    expect(await search(asked)).toEqual([[personId, 'exact']]);
  });

  test('by the id of the record', async () => {
    const personId = await register(office, marigold);
    expect(await search({ by: 'person-id', personId })).toEqual([[personId, 'exact']]);
  });

  test('by a name that sounds alike, after those of that very name', async () => {
    const similar = await register(office, { ...birth, ...names, familyName: 'Quilfether' });
    const exact = await register(office, marigold);
    expect(await search({ by: 'name-and-birth', ...names, ...birth })).toEqual([
      [exact, 'exact'],
      [similar, 'possible'],
    ]);
  });

  test('among any number of namesakes', async () => {
    for (let day = 10; day < 28; day += 1) {
      for (const month of ['01', '02', '03', '05']) {
        await register(office, { ...names, dateOfBirth: `1960-${month}-${day}` });
      }
    }
    const personId = await register(office, marigold);
    expect(await search({ by: 'name-and-birth', ...names, ...birth })).toEqual([
      [personId, 'exact'],
    ]);
  });

  test('by what is known now and by former names, and not by what was corrected', async () => {
    const personId = await register(office, marigold);
    const params = { personId };
    const married = { ...marigold, familyName: 'Shaw' };
    const change = { details: married, kind: 'changed', reason };
    await office.asStaff(adviser, 'change-details', { params, body: change, ifMatch: 1 });
    const moved = { ...bodyOf(await office.asStaff(adviser, 'read-person', { params })) };
    const details = { ...Object(moved['details']), dateOfBirth: '1951-07-20' };
    const correction = { details, kind: 'corrected', reason };
    await office.asStaff(adviser, 'change-details', { params, body: correction, ifMatch: 2 });
    const bornOn = { dateOfBirth: '1951-07-20' };
    for (const name of [names, { ...names, familyName: 'Shaw' }]) {
      expect(await search({ by: 'name-and-birth', ...name, ...bornOn })).toEqual([
        [personId, 'exact'],
      ]);
    }
    expect(await search({ by: 'birth-and-postcode', ...birth, postcode: 'ZZ1 1ZZ' })).toEqual([]);
  });
});

test('a search says that there are more than it shows', async () => {
  for (let person = 0; person < 26; person += 1) await register(office, { ...names, ...birth });
  const body = { by: 'name-and-birth', ...names, ...birth };
  const found = bodyOf(await office.asStaff(adviser, 'search-people', { body }));
  expect(found).toMatchObject({ isCut: true, people: { length: 25 } });
});

test('an NHS number whose check digit is wrong finds nobody and is said to be wrong', async () => {
  const body = { by: 'nhs-number', nhsNumber: '943 476 5918' };
  expect(told(await office.asStaff(adviser, 'search-people', { body }))).toBe('invalid-input');
});

test('no key holds anything of anybody', async () => {
  await register(office, { ...marigold, uprn: '100012345678' });
  const keys = JSON.stringify(itemsOf(office).map(({ pk, sk }) => [pk, sk]));
  expect(keys).not.toMatch(/marigold|quillfeather|1944|9434765919|ZZ1|100012345678/i);
});

describe('an NHS number', () => {
  test('is one record’s: another is refused with the record that has it', async () => {
    const personId = await register(office, marigold);
    const body = { details: { ...marigold, givenName: 'Mary' }, reason };
    const second = await office.asStaff(adviser, 'register-person', { body });
    expect(told(second)).toBe('nhs-number-taken');
    expect(JSON.stringify(second)).toContain(personId);
    const other = await register(office, names);
    const change = { details: { ...names, nhsNumber: '9434765919' }, kind: 'corrected', reason };
    const params = { personId: other };
    const changed = await office.asStaff(adviser, 'change-details', {
      params,
      body: change,
      ifMatch: 1,
    });
    expect(told(changed)).toBe('nhs-number-taken');
  });

  test('is free again once the record that had it is corrected', async () => {
    const personId = await register(office, marigold);
    const { nhsNumber: _wrong, ...details } = marigold;
    const body = { details, kind: 'corrected', reason };
    await office.asStaff(adviser, 'change-details', { params: { personId }, body, ifMatch: 1 });
    const other = await register(office, { ...names, nhsNumber: '9434765919' });
    expect(await search({ by: 'nhs-number', nhsNumber: '9434765919' })).toEqual([[other, 'exact']]);
  });
});

test('details are changed by whoever has seen them, and the history says who did what', async () => {
  const personId = await register(office, marigold);
  const params = { personId };
  const details = { ...marigold, phone: '01632 960 123' };
  const body = { details, kind: 'changed', reason };
  const change = (ifMatch: number | undefined) =>
    office.asStaff(adviser, 'change-details', { params, body, ifMatch });
  expect(told(await change(undefined))).toBe('version-missing');
  expect(told(await change(3))).toBe('version-stale');
  expect(told(await change(1))).toMatchObject({ event: 2, records: { details: 2 } });
  expect(told(await change(2))).toBe('already-recorded');
  const history = bodyOf(await office.asStaff(adviser, 'read-person-history', { params }));
  expect(history['entries']).toMatchObject([
    { event: 1, type: 'person-registered', by: adviser, reason },
    {
      event: 2,
      type: 'details-changed',
      by: adviser,
      changed: [{ field: 'phone', from: null, to: '01632 960 123' }],
    },
  ]);
});
