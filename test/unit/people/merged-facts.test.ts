import { beforeEach, describe, expect, test } from 'vitest';
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
  told,
} from './registry.ts';

const administrator = { id: 'administrator-1', role: 'administrator' } as const;
const { nhsNumber: _number, ...unnumbered } = marigold;

let office: Office;
let one: string;
let other: string;
beforeEach(async () => {
  office = openRegistry();
  one = await register(office, marigold);
  other = await register(office, { ...unnumbered, postcode: 'ZZ2 2ZZ' });
});

const versionOf = async (personId: string) =>
  (await office.ports.people.last(personId))?.after.records.details ?? 0;
async function merge(): Promise<void> {
  const params = { personId: one, otherId: other };
  const otherVersion = await versionOf(other);
  const body = { decision: 'merge', survivor: one, otherVersion, reason };
  const ifMatch = await versionOf(one);
  const merged = await office.asStaff(duty, 'decide-duplicate', { params, body, ifMatch });
  expect(told(merged)).toMatchObject({ personId: one });
  await follow(office);
}
async function reverse(): Promise<void> {
  const params = { personId: other };
  bodyOf(await office.asStaff(manager, 'reverse-merge', { params, body: { reason } }));
  await follow(office);
}

describe('what a person answered to the equality questions', () => {
  const answer = async (personId: string, gender: string) =>
    bodyOf(
      await office.asStaff(adviser, 'record-equality-facts', {
        params: { personId },
        body: { gender },
      }),
    );
  const answers = async (personId: string) => {
    const params = { personId };
    const read = await office.asStaff(administrator, 'read-equality-facts', { params });
    return Object(bodyOf(read)['facts']).answers?.gender;
  };
  const both = async () => [await answers(one), await answers(other)];

  test('goes with the record, and back, and stands in no event', async () => {
    await answer(other, 'non-binary');
    await merge();
    expect(await both()).toEqual(['non-binary', undefined]);
    await reverse();
    expect(await both()).toEqual([undefined, 'non-binary']);
    const events = itemsOf(office).filter(({ sk }) => sk.startsWith('EVENT#'));
    expect(JSON.stringify(events)).not.toContain('non-binary');
  });

  test.each([
    ['the other', 'woman', 'man', 'man'],
    ['the one', 'man', 'woman', 'woman'],
  ])('is the newest of the two: that of %s', async (whose, first, second, expected) => {
    const [early, late] = whose === 'the one' ? [other, one] : [one, other];
    office.today = '2026-07-08';
    await answer(early, first);
    office.today = '2026-07-09';
    await answer(late, second);
    await merge();
    expect(await both()).toEqual([expected, undefined]);
  });

  test('stays where it was answered anew since', async () => {
    await answer(other, 'woman');
    await merge();
    await answer(one, 'man');
    await reverse();
    expect(await both()).toEqual(['man', undefined]);
  });
});

describe('whoever is related to a person', () => {
  const factsOf = async (personId: string) =>
    bodyOf(await office.asStaff(adviser, 'read-person-facts', { params: { personId } }));
  const relate = async (personId: string, to: string) => {
    const link = { with: { kind: 'on-record', personId: to }, kind: 'child', care: 'none' };
    const body = { ...link, from: '2026-01-01' };
    const params = { personId };
    const related = await office.asStaff(adviser, 'record-relationship', { params, body });
    return String(bodyOf(related)['created']);
  };

  test('is related to the record that goes on, and to theirs again after a reversal', async () => {
    const third = await register(office, { givenName: 'Cora', familyName: 'Shaw' });
    const relationshipId = await relate(other, third);
    await merge();
    const withPerson = (personId: string) => ({
      relationships: [{ id: relationshipId, kind: 'parent', with: { personId } }],
    });
    expect(await factsOf(third)).toMatchObject(withPerson(one));
    await reverse();
    expect(await factsOf(third)).toMatchObject(withPerson(other));
    await merge();
    const params = { personId: third, relationshipId };
    const body = { on: office.today, reason };
    bodyOf(await office.asStaff(adviser, 'end-relationship', { params, body }));
    expect(await factsOf(one)).toMatchObject({ relationships: [] });
  });

  test('is nobody to themselves', async () => {
    await relate(one, other);
    await merge();
    expect(await factsOf(one)).toMatchObject({ relationships: [] });
    await reverse();
    expect(await factsOf(one)).toMatchObject({ relationships: [{ with: { personId: other } }] });
  });
});
