import { describe, expect, test } from 'vitest';
import { ContactBody } from '#shared/domain/contact/contact.ts';
import { PersonDetails } from '#shared/domain/person/person-details.ts';
import { aContact } from '#test/support/requests.ts';

function faultsOf(more: Readonly<Record<string, unknown>>) {
  const { error } = ContactBody.safeParse({ ...aContact, ...more });
  return (error?.issues ?? []).map(({ path, message }) => [path.join('/'), message]);
}

describe('A name that could stand in a letter is refused', () => {
  test.each([
    ['You have won. Claim at https://evil.example/prize', 'Leave out web and email addresses.'],
    ['Claim at WWW.evil.example', 'Leave out web and email addresses.'],
    ['Write to prize@evil.example', 'Leave out web and email addresses.'],
    ['Ann\nSubject: WIN', 'Write it on one line.'],
    ['Ann\u2028Subject: WIN', 'Write it on one line.'],
    ['Ann\u202e nnA', 'Leave out control characters.'],
  ])('%j', (givenName, sentence) => {
    expect(faultsOf({ person: { ...aContact.person, givenName } })).toEqual([
      ['person/givenName', sentence],
    ]);
    expect(PersonDetails.safeParse({ givenName, familyName: 'Quillfeather' }).success).toBe(false);
  });

  test('with a character that nobody sees', () => {
    const faults = faultsOf({ person: { ...aContact.person, familyName: 'A\u0000' } });
    expect(faults).toContainEqual(['person/familyName', 'Leave out control characters.']);
  });
});

test.each(['Zoë O’Neill-Gündüz', '李小龍', 'Jean-Luc d’Arc, the 2nd', 'Dr. Ann (Nan) Smith'])(
  'The name %s is taken as it is',
  (givenName) => {
    expect(faultsOf({ person: { ...aContact.person, givenName } })).toEqual([]);
  },
);

test('People tell what happens on as many lines as they like', () => {
  expect(
    faultsOf({ whatIsHappening: 'I fell.\r\n\tI cannot get up.\nSee www.example.org' }),
  ).toEqual([]);
});

test('What people tell has no characters that nobody sees', () => {
  expect(faultsOf({ whatIsHappening: 'I fell.\u0007' })).toEqual([
    ['whatIsHappening', 'Leave out control characters.'],
  ]);
});
