import { describe, expect, test } from 'vitest';
import {
  AccessNeeds,
  type InformationFormat,
} from '#shared/domain/codes/accessible-information.ts';
import { howToReach, type Reachable, type Sendable } from '#shared/domain/letters/how-to-reach.ts';

const anybody: Reachable = {
  isDead: false,
  hasEmail: true,
  hasAddress: true,
  hasMobile: true,
  accessNeeds: undefined,
  safeContact: undefined,
  language: 'en',
};
const letter: Sendable = { languages: ['en', 'pl'], hasText: false, failed: [] };
const needs = (some: object): Partial<Reachable> => ({ accessNeeds: AccessNeeds.parse(some) });
const formats = (...informationFormats: InformationFormat[]) => needs({ informationFormats });
const safe = (some: object = {}): Partial<Reachable> => ({
  safeContact: { mayCall: true, mayText: true, mayLeaveMessage: true, mayWrite: true, ...some },
});

function reached(person: Partial<Reachable>, sendable: Partial<Sendable> = {}) {
  const reach = howToReach({ ...anybody, ...person }, { ...letter, ...sendable });
  return reach.by === 'message' ? `${reach.channel}, ${reach.format}` : reach.why;
}

describe('A person is told', () => {
  test.each([
    ['by email where they have one', {}, {}, 'email, standard'],
    ['by letter where they have none', { hasEmail: false }, {}, 'letter, standard'],
    ['in large print on paper', formats('large-print'), {}, 'letter, large-print'],
    ['electronically who needs no paper', formats('electronic'), {}, 'email, electronic'],
    ['by letter who needs letters', needs({ contactMethods: ['letter'] }), {}, 'letter, standard'],
    ['in their language where there are words', { language: 'pl' }, {}, 'email, standard'],
    ['by text who has said that it is safe', safe(), { hasText: true }, 'sms, standard'],
    ['not by text who has not', {}, { hasText: true }, 'email, standard'],
    ['not by text what is too long for one', safe(), {}, 'email, standard'],
    ['by letter after an email came back', {}, { failed: ['email'] }, 'letter, standard'],
  ] as const)('%s', (_title, person, sendable, expected) => {
    expect(reached(person, sendable)).toBe(expected);
  });
});

describe('A person is told by people', () => {
  test.each([
    ['in Braille', formats('braille'), {}, 'format-made-by-hand'],
    ['on audio', formats('audio'), {}, 'format-made-by-hand'],
    ['in Easy Read', formats('easy-read'), {}, 'format-made-by-hand'],
    ['in BSL', formats('bsl-video'), {}, 'format-made-by-hand'],
    [
      'in Braille also who reads large print',
      formats('large-print', 'braille'),
      {},
      'format-made-by-hand',
    ],
    ['in a language without words', { language: 'cy' }, {}, 'language-made-by-hand'],
    [
      'by telephone who needs that',
      needs({ contactMethods: ['telephone'] }),
      {},
      'contact-method-made-by-hand',
    ],
    ['where writing is not safe', safe({ mayWrite: false }), {}, 'not-safe-to-write'],
    [
      'in large print without an address',
      { ...formats('large-print'), hasAddress: false },
      {},
      'no-address',
    ],
    ['where nobody knows an address', { hasEmail: false, hasAddress: false }, {}, 'no-address'],
    ['when nothing arrived', {}, { failed: ['email', 'letter'] }, 'did-not-arrive'],
    [
      'when the email came back of one who needs email',
      needs({ contactMethods: ['email'] }),
      { failed: ['email'] },
      'did-not-arrive',
    ],
  ] as const)('%s', (_title, person, sendable, expected) => {
    expect(reached(person, sendable)).toBe(expected);
  });
});

test('what is safe comes before what is needed: nothing goes out to a person at risk', () => {
  expect(reached({ ...formats('large-print'), ...safe({ mayWrite: false }) })).toBe(
    'not-safe-to-write',
  );
});

test('nobody writes to a person who has died, in whatever format', () => {
  expect(reached({ isDead: true, ...formats('braille') })).toBe('person-died');
});
