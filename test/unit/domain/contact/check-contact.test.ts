import { describe, expect, test } from 'vitest';
import { faultsInContact } from '#shared/domain/contact/check-contact.ts';
import { StaffContactBody } from '#shared/domain/contact/contact.ts';
import { aContact } from '#test/support/requests.ts';

const setting = { today: '2026-07-08', view: 'adult-outcomes', isPersonKnown: false } as const;
const said = { what: 'She may fall.', howSoon: 'later', toWhom: 'person' };
const childReferral = { who: 'The front door team', on: '2026-07-08', at: '09:30' };
const knows = { personKnows: true, personAgrees: true };

function faultsOf(more: Readonly<Record<string, unknown>>, where: Partial<typeof setting> = {}) {
  const contact = StaffContactBody.parse({ ...aContact, ...more });
  return faultsInContact(contact, { ...setting, ...where }).map(({ pointer }) => pointer);
}

describe('A contact is taken', () => {
  test.each([
    ['from the person', {}],
    ['from family with whose agreement', { by: { kind: 'family', ...knows } }],
    ['from a professional', { by: { kind: 'professional', profession: 'gp', ...knows } }],
    ['from a caller who stays anonymous', { by: { kind: 'anonymous', ...knows } }],
    [
      'behind the back of somebody in danger, with the reason',
      {
        by: {
          kind: 'friend',
          personKnows: false,
          personAgrees: false,
          whyWithoutPerson: 'Her son listens to every call.',
        },
      },
    ],
    [
      'about somebody who is described',
      {
        by: { kind: 'anonymous', ...knows },
        person: { description: 'An old man in the blue tent by the canal.' },
      },
    ],
    ['about somebody under 18', { person: { ...aContact.person, dateOfBirth: '2010-01-01' } }],
    ['about somebody born today', { person: { ...aContact.person, dateOfBirth: '2026-07-08' } }],
    [
      'with a child at risk who was referred',
      { childAtRisk: { whatIsFeared: 'He is left alone.', referredTo: childReferral } },
    ],
    [
      'with needs by outcome',
      { needs: { by: 'adult-outcomes', outcomes: { 'CA-HYGIENE': 'cannot' } } },
    ],
  ])('%s', (_title, more) => {
    expect(faultsOf(more)).toEqual([]);
  });

  test('about a carer with the outcomes of carers', () => {
    const needs = { by: 'carer-outcomes', outcomes: { 'CARER-RECREATION': 'struggles' } };
    expect(faultsOf({ about: 'carer', needs })).toEqual([]);
  });

  test('by any view where an older preset decides from none', () => {
    const needs = { by: 'facs-domains', domains: { 'daily-routines': 'cannot' } };
    const contact = StaffContactBody.parse({ ...aContact, needs });
    expect(faultsInContact(contact, { ...setting, view: undefined })).toEqual([]);
  });

  test('without a word of who the person is once their record is found', () => {
    const { person: _, ...rest } = aContact;
    const known = { ...setting, isPersonKnown: true };
    expect(faultsInContact(StaffContactBody.parse(rest), known)).toEqual([]);
    expect(faultsInContact(StaffContactBody.parse(rest), setting)).toHaveLength(2);
  });
});

describe('A contact is refused, with the place of every fault', () => {
  test.each([
    [['/by/profession'], { by: { kind: 'professional', ...knows } }],
    [['/by/personKnows', '/by/personAgrees'], { by: { kind: 'carer' } }],
    [['/by/whyWithoutPerson'], { by: { kind: 'other', personKnows: true, personAgrees: false } }],
    [
      ['/by/personAgrees', '/by/whyWithoutPerson'],
      { by: { kind: 'family', personKnows: false, personAgrees: true } },
    ],
    [['/by/name'], { by: { kind: 'anonymous', name: 'Ida Nextdoor', ...knows } }],
    [['/person/givenName', '/person/familyName'], { person: { description: 'Me.' } }],
    [['/person/familyName'], { person: { givenName: 'Ada' } }],
    [['/person/dateOfBirth'], { person: { ...aContact.person, dateOfBirth: '2026-07-09' } }],
    [['/urgentBecause'], { isUrgent: true }],
    [['/childAtRisk'], { risks: [{ ...said, toWhom: 'child' }] }],
    [
      ['/childAtRisk/referredTo/on'],
      {
        childAtRisk: {
          whatIsFeared: 'He is left alone.',
          referredTo: { ...childReferral, on: '2026-07-09' },
        },
      },
    ],
    [
      ['/sharing/1/who'],
      {
        sharing: [
          { with: 'gp', agrees: true },
          { with: 'family', agrees: false },
        ],
      },
    ],
    [['/needs/by'], { needs: { by: 'facs-domains', domains: {} } }],
    [['/needs/by'], { needs: { by: 'carer-outcomes', outcomes: {} } }],
    [['/needs/by'], { about: 'carer', needs: { by: 'adult-outcomes', outcomes: {} } }],
  ])('%j', (pointers, more) => {
    expect(faultsOf(more)).toEqual(pointers);
  });
});

describe('The shape of a contact has no room for', () => {
  const person = aContact.person;
  test.each([
    ['free text of 50 kB', { whatIsHappening: 'x'.repeat(50_000) }, 'whatIsHappening'],
    ['a thirtieth of February', { person: { ...person, dateOfBirth: '1950-02-30' } }, 'person'],
    ['a birth before 1900', { person: { ...person, dateOfBirth: '1899-12-31' } }, 'person'],
    [
      'an NHS number that fails its check',
      { person: { ...person, nhsNumber: '943 476 5918' } },
      'person',
    ],
    ['a postcode of no area', { person: { ...person, postcode: 'QQ1 1AA' } }, 'person'],
    [
      'a child at risk whom staff have not referred',
      { childAtRisk: { whatIsFeared: 'x' } },
      'childAtRisk',
    ],
    [
      'an unknown outcome',
      { needs: { by: 'adult-outcomes', outcomes: { 'CA-FLYING': 'cannot' } } },
      'needs',
    ],
  ])('%s', (_title, more, field) => {
    const wrong = StaffContactBody.safeParse({ ...aContact, ...more });
    expect(wrong.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});
