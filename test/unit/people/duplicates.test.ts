import { beforeEach, describe, expect, test } from 'vitest';
import { casesOfPerson } from '#shared/stores/people/person-store.ts';
import type { Office } from '#test/support/office.ts';
import {
  adviser,
  bodyOf,
  duty,
  follow,
  itemsOf,
  manager,
  marigold,
  openRegistry,
  reason,
  register,
  takeContact,
  told,
} from './registry.ts';

const { nhsNumber: _number, ...unnumbered } = marigold;
const moved = { ...unnumbered, postcode: 'ZZ2 2ZZ', phone: '01632 960 123' };

let office: Office;
let one: string;
let other: string;
beforeEach(async () => {
  office = openRegistry();
  one = await register(office, marigold);
  other = await register(office, moved);
  await follow(office);
});

const read = async (operation: string, personId: string) =>
  bodyOf(await office.asStaff(adviser, operation, { params: { personId } }));

async function flagged(personId: string): Promise<string[]> {
  const { duplicates } = await read('read-duplicates', personId);
  return Object(duplicates).map((each: { personId: string }) => each.personId);
}

const decide = (body: object, ifMatch = 1, by: typeof duty | typeof manager = duty) =>
  office.asStaff(by, 'decide-duplicate', {
    params: { personId: one, otherId: other },
    body: { reason, ...body },
    ifMatch,
  });
const merging = { decision: 'merge', survivor: '', otherVersion: 1 };
const merge = (more: object = {}) => decide({ ...merging, survivor: one, ...more });
const reverse = (personId = other) =>
  office.asStaff(manager, 'reverse-merge', { params: { personId }, body: { reason } });

describe('possible duplicates', () => {
  test('are flagged on both records', async () => {
    expect(await flagged(one)).toEqual([other]);
    expect(await flagged(other)).toEqual([one]);
  });

  test('are flagged once, however often the stream brings it', async () => {
    const before = itemsOf(office).length;
    await follow(office);
    expect(itemsOf(office)).toHaveLength(before);
  });

  test('are compared field by field', async () => {
    expect(await read('read-duplicates', one)).toMatchObject({
      version: 1,
      duplicates: [
        {
          personId: other,
          version: 1,
          agree: ['name', 'date-of-birth'],
          fields: [
            { field: 'givenName', likeness: 'same' },
            { field: 'familyName', likeness: 'same' },
            { field: 'dateOfBirth', likeness: 'same' },
            { field: 'nhsNumber', likeness: 'missing', this: '9434765919', other: null },
            { field: 'postcode', likeness: 'different', this: 'ZZ1 1ZZ', other: 'ZZ2 2ZZ' },
            { field: 'phone', likeness: 'missing', this: null, other: '01632 960 123' },
          ],
        },
      ],
    });
  });

  test('are flagged no more once the details are corrected', async () => {
    const details = { ...moved, givenName: 'Edwin', dateOfBirth: '1960-01-01' };
    const body = { details, kind: 'corrected', reason };
    const params = { personId: other };
    await office.asStaff(adviser, 'change-details', { params, body, ifMatch: 1 });
    await follow(office);
    expect([await flagged(one), await flagged(other)]).toEqual([[], []]);
  });

  test('that are not are flagged no more, until somebody asks to look again', async () => {
    expect(told(await decide({ decision: 'look-again' }))).toBe('already-recorded');
    await decide({ decision: 'not-a-duplicate' });
    await follow(office);
    expect([await flagged(one), await flagged(other)]).toEqual([[], []]);
    expect(told(await decide({ decision: 'look-again' }))).toMatchObject({ personId: one });
    await follow(office);
    expect(await flagged(other)).toEqual([one]);
  });
});

describe('a merge', () => {
  test('leaves one record that is found by what either knew', async () => {
    expect(told(await merge())).toMatchObject({ personId: one });
    const search = { by: 'name-and-postcode', ...moved };
    const { dateOfBirth: _birth, phone: _phone, ...body } = search;
    const found = bodyOf(await office.asStaff(adviser, 'search-people', { body }));
    expect(found['people']).toMatchObject([]);
    expect(await read('read-person', one)).toMatchObject({
      details: { nhsNumber: '9434765919', postcode: 'ZZ1 1ZZ', phone: '01632 960 123' },
      merged: [other],
      possibleDuplicates: [],
    });
    expect(await read('read-person', other)).toMatchObject({ mergedInto: one });
    const byId = { by: 'person-id', personId: other };
    const sought = bodyOf(await office.asStaff(adviser, 'search-people', { body: byId }));
    expect(sought['people']).toMatchObject([{ personId: one }]);
  });

  test('keeps the values that were chosen, and hands the NHS number over', async () => {
    const keepFromOther = ['nhsNumber'];
    expect(told(await merge({ survivor: other, keepFromOther }))).toMatchObject({ personId: one });
    const body = { by: 'nhs-number', nhsNumber: '9434765919' };
    const found = bodyOf(await office.asStaff(adviser, 'search-people', { body }));
    expect(found['people']).toMatchObject([{ personId: other, match: 'exact' }]);
  });

  test('needs both records to have been seen as they are', async () => {
    expect(told(await merge({ otherVersion: 2 }))).toBe('version-stale');
    expect(told(await decide({ ...merging, survivor: one }, 2))).toBe('version-stale');
    expect(told(await merge({ survivor: 'nothing0000000000000' }))).toBe('invalid-input');
  });

  test('makes the other record read-only, and a contact about it goes to the one', async () => {
    await merge();
    const body = { details: moved, kind: 'changed', reason };
    const params = { personId: other };
    const change = await office.asStaff(adviser, 'change-details', { params, body, ifMatch: 2 });
    expect(told(change)).toBe('person-merged');
    const contact = { about: 'adult', by: { kind: 'self' }, whatIsHappening: 'Help.' };
    const taken = { ...contact, channel: 'phone', personId: other };
    const { caseId } = bodyOf(await office.asStaff(adviser, 'take-contact', { body: taken }));
    await follow(office);
    expect(await casesOfPerson(office.ports.table, one)).toContain(caseId);
    expect(told(await decide({ ...merging, survivor: one }, 3))).toBe('person-merged');
  });

  test('brings the cases of both under one, and its reversal gives back what was given', async () => {
    const own = await takeContact(office, moved, one);
    const given = await takeContact(office, moved, other);
    const { records } = await read('read-person', one);
    const seen = Object(records).details;
    const version = Object((await read('read-person', other))['records']).details;
    const body = { decision: 'merge', survivor: one, otherVersion: version };
    expect(told(await decide(body, seen))).toMatchObject({ personId: one });
    await follow(office);
    const casesOf = (id: string) => casesOfPerson(office.ports.table, id);
    expect((await casesOf(one)).sort()).toEqual([own, given].sort());
    expect((await casesOf(other)).sort()).toEqual([own, given].sort());
    const ownerOf = async (id: string) => (await office.ports.cases.last(id))?.after.personId;
    expect(await ownerOf(given)).toBe(one);
    expect(told(await reverse())).toMatchObject({ personId: other });
    await follow(office);
    expect([await casesOf(one), await casesOf(other)]).toEqual([[own], [given]]);
    expect([await ownerOf(own), await ownerOf(given)]).toEqual([one, other]);
  });
});

describe('a merge that is reversed', () => {
  const pointers = () =>
    itemsOf(office)
      .filter(({ pk, sk }) => !/^(EVENT|SUMMARY)/.test(sk) && !pk.startsWith('CASE#'))
      .map(({ pk, sk, personId }) => `${pk} ${sk} ${personId}`)
      .sort();

  test('leaves both records as they were, found as they were', async () => {
    const before = [await read('read-person', one), await read('read-person', other)];
    const found = pointers();
    await merge({ survivor: other, keepFromOther: ['nhsNumber'] });
    expect(pointers()).not.toEqual(found);
    expect(told(await reverse(one))).toMatchObject({ personId: one });
    expect(pointers()).toEqual(found);
    const after = [await read('read-person', one), await read('read-person', other)];
    const plain = (each: Record<string, unknown>) => ({ ...each, records: {} });
    expect(after.map(plain)).toEqual(before.map(plain));
    const { entries } = await read('read-person-history', one);
    expect(Object(entries).map(({ type }: { type: string }) => type)).toEqual([
      'person-registered',
      'possible-duplicate-flagged',
      'merged-into-another',
      'restored-from-merge',
    ]);
  });

  test('has to be merged first', async () => {
    expect(told(await reverse())).toBe('wrong-stage');
  });

  test('is the newest one of the record that goes on', async () => {
    await merge();
    const third = await register(office, { ...unnumbered, postcode: 'ZZ1 1ZZ' });
    const params = { personId: third, otherId: one };
    const body = { decision: 'merge', survivor: one, otherVersion: 3, reason };
    const later = await office.asStaff(duty, 'decide-duplicate', { params, body, ifMatch: 1 });
    expect(told(later)).toMatchObject({ personId: third });
    expect(told(await reverse(other))).toBe('wrong-stage');
    expect(told(await reverse(third))).toMatchObject({ personId: third });
    expect(told(await reverse(other))).toMatchObject({ personId: other });
  });
});
