import { beforeEach, describe, expect, test } from 'vitest';
import { casesOfPerson } from '#shared/stores/people/person-store.ts';
import type { Office } from '#test/support/office.ts';
import { toAssessment } from '#test/support/requests.ts';
import {
  adviser,
  bodyOf,
  follow,
  manager,
  marigold,
  openRegistry,
  reason,
  register,
  takeContact,
  told,
} from './registry.ts';

let office: Office;
let known: string;
let caseId: string;
beforeEach(async () => {
  office = openRegistry();
  known = await register(office, marigold);
  caseId = await takeContact(office, marigold);
});

const personOf = async () => String((await office.ports.cases.last(caseId))?.after.personId);
const link = (personId = known) =>
  office.asStaff(adviser, 'link-person', { params: { caseId }, body: { personId, reason } });
const read = async (personId: string) =>
  bodyOf(await office.asStaff(adviser, 'read-person', { params: { personId } }));

test('a contact never takes an NHS number from the record that has it', async () => {
  const provisional = await read(await personOf());
  expect(provisional).toMatchObject({
    isProvisional: true,
    details: { nhsNumber: '9434765919' },
    possibleDuplicates: [{ personId: known }],
  });
  const body = { by: 'nhs-number', nhsNumber: '943 476 5919' };
  const found = bodyOf(await office.asStaff(adviser, 'search-people', { body }));
  const ids = Object(found['people']).map((each: { personId: string }) => each.personId);
  expect(ids.sort()).toEqual([known, provisional['personId']].sort());
});

describe('a contact is linked to the person who is known', () => {
  test('whose record then takes the provisional one over', async () => {
    const provisional = await personOf();
    expect(told(await link())).toMatchObject({ caseId, event: 2 });
    await follow(office);
    expect(await personOf()).toBe(known);
    expect(await read(provisional)).toMatchObject({ mergedInto: known });
    expect(await read(known)).toMatchObject({ cases: [caseId], possibleDuplicates: [] });
    const body = { by: 'nhs-number', nhsNumber: '943 476 5919' };
    const found = bodyOf(await office.asStaff(adviser, 'search-people', { body }));
    expect(found['people']).toMatchObject([{ personId: known }]);
  });

  test('and what either said is not safe is shown with it', async () => {
    const safeContact = { mayCall: false, mayText: false, mayLeaveMessage: false };
    const call = { authority: { basis: 'is-the-person' } };
    await takeContact(office, marigold, known, { by: { kind: 'self' }, safeContact, call });
    await link();
    const { after } = (await office.ports.cases.last(caseId)) ?? {};
    expect(after).toMatchObject({ personId: known, notSafe: ['call', 'message'] });
  });

  test('and a carer is not assessed beside the case that they have', async () => {
    const carer = { about: 'carer', caredFor: [{ name: 'Edwin Shaw', relationship: 'parent' }] };
    const open = await takeContact(office, marigold, known, carer);
    const params = { caseId: await takeContact(office, marigold, undefined, carer) };
    const provisional = (await office.ports.cases.last(params.caseId))?.after.personId ?? '';
    const body = { personId: known, reason };
    expect(told(await office.asStaff(adviser, 'link-person', { params, body }))).toMatchObject(
      params,
    );
    const { after } = (await office.ports.cases.last(params.caseId)) ?? {};
    expect(after).toMatchObject({ personId: known, besideCase: open });
    const triage = { params, body: toAssessment };
    const decide = async () => told(await office.asStaff(adviser, 'triage-contact', triage));
    expect(await decide()).toBe('carer-case-open');
    await follow(office);
    const merge = { params: { personId: provisional }, body: { reason } };
    await office.asStaff(manager, 'reverse-merge', merge);
    await follow(office);
    expect(await decide()).toMatchObject({ stage: 'assessment' });
  });

  test('and taken from them again where that was wrong', async () => {
    const provisional = await personOf();
    await link();
    await follow(office);
    const params = { personId: provisional };
    await office.asStaff(manager, 'reverse-merge', { params, body: { reason } });
    await follow(office);
    expect(await personOf()).toBe(provisional);
    const { table } = office.ports;
    expect(await casesOfPerson(table, known)).toEqual([]);
    expect(await casesOfPerson(table, provisional)).toEqual([caseId]);
  });

  test('but not to nobody, nor twice', async () => {
    expect(told(await link('nothing0000000000000'))).toBe('invalid-input');
    expect(told(await link(await personOf()))).toBe('invalid-input');
    await link();
    const other = await register(office, { givenName: 'Edwin', familyName: 'Shaw' });
    expect(told(await link(other))).toBe('already-recorded');
  });

  test('not once triage has decided', async () => {
    const params = { caseId };
    const team = office.ports.council.teams.find(({ kind }) => kind === 'social-work')?.id;
    const body = { ...toAssessment, referral: { team, reason } };
    const decided = await office.asStaff(adviser, 'triage-contact', { params, body });
    expect(told(decided)).toMatchObject({ caseId });
    expect(told(await link())).toBe('wrong-stage');
  });
});

describe('without an adviser looking', () => {
  const withLinking = () => {
    const { council } = office.ports;
    const duplicates = { ...council.duplicates, linksExactMatches: true };
    Object.assign(office.ports, { council: { ...council, duplicates } });
  };

  test('a contact is linked where the council says so and all agrees', async () => {
    withLinking();
    caseId = await takeContact(office, marigold);
    expect(await personOf()).toBe(known);
  });

  test('what it says of getting in touch may only make more careful', async () => {
    withLinking();
    const factsNow = async () => {
      const params = { personId: known };
      return bodyOf(await office.asStaff(adviser, 'read-person-facts', { params }));
    };
    const open = { mayCall: true, mayText: true, mayLeaveMessage: true, phone: '07700 900 999' };
    const said = (safeContact: object) => ({ by: { kind: 'self' }, safeContact });
    await takeContact(office, marigold, undefined, said(open));
    expect((await factsNow())['safeContact']).toMatchObject({ mayCall: true, mayText: false });
    expect((await factsNow())['safeContact']).not.toHaveProperty('phone');
    await takeContact(office, marigold, undefined, said({ ...open, mayCall: false }));
    await takeContact(office, marigold, undefined, said(open));
    expect((await factsNow())['safeContact']).toMatchObject({ mayCall: false });
  });

  test.each([
    ['another birth date', { ...marigold, dateOfBirth: '1944-09-03' }],
    ['a similar name', { ...marigold, familyName: 'Quilfether' }],
    ['no number', { ...marigold, nhsNumber: undefined }],
  ])('but not with %s', async (_what, person) => {
    withLinking();
    caseId = await takeContact(office, person);
    expect(await personOf()).not.toBe(known);
  });
});
