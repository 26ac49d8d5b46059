import { describe, expect, test } from 'vitest';
import { withdraw } from '#shared/domain/case/ending/withdraw.ts';
import { openCase } from '#shared/domain/case/open-case.ts';
import { ContactBody } from '#shared/domain/contact/contact.ts';
import {
  mayChangeWhatIsKnown,
  mayTellWhatIsKnown,
} from '#shared/domain/contact/reaching/on-the-phone.ts';
import { detailsOf, detailsTold } from '#shared/domain/contact/register-person.ts';
import { refusalOfChildReferral } from '#shared/domain/contact/urgent/child-at-risk.ts';
import { whatMustBeSeen } from '#shared/domain/contact/urgent/urgency.ts';
import { whatToDoNow } from '#shared/domain/contact/urgent/what-to-do-now.ts';
import { flagsOf } from '#shared/domain/journey/task-flags.ts';
import { at, councils, opened } from '#test/support/case-states.ts';
import { aContact } from '#test/support/requests.ts';

const adult = { today: '2026-07-08', dateOfBirth: '1944-03-09' };
const risk = { what: 'She is alone tonight.', howSoon: 'today', toWhom: 'person' };
const childAtRisk = { whatIsFeared: 'He is left alone.' };

const contactWith = (more: Readonly<Record<string, unknown>> = {}) =>
  ContactBody.parse({ ...aContact, ...more });

describe('What the front door must not lose sight of', () => {
  test.each([
    ['nothing in most contacts', {}, { isUrgent: false }],
    [
      'urgency with its reason',
      { isUrgent: true, urgentBecause: 'No food in the house.', risks: [risk] },
      { isUrgent: true, urgentBecause: 'No food in the house.' },
    ],
    [
      'a danger of today, whether anybody called it urgent or not',
      { risks: [{ ...risk, howSoon: 'later' }, risk] },
      { isUrgent: true, urgentBecause: 'She is alone tonight.' },
    ],
    [
      'a danger at this moment',
      { risks: [{ ...risk, howSoon: 'now' }] },
      { isUrgent: true, urgentBecause: 'She is alone tonight.', isDangerNow: true },
    ],
    ['no risk of next week', { risks: [{ ...risk, howSoon: 'within-days' }] }, { isUrgent: false }],
    ['a child', { childAtRisk }, { isUrgent: false, childAtRisk: 'to-refer' }],
  ])('is %s', (_title, more, seen) => {
    expect(whatMustBeSeen(contactWith(more), adult)).toEqual(seen);
  });

  test.each([
    ['2008-07-08', undefined],
    ['2008-07-09', true],
    [undefined, undefined],
  ])('is somebody under 18: born %s', (dateOfBirth, isUnder18) => {
    const seen = whatMustBeSeen(contactWith(), { today: '2026-07-08', dateOfBirth });
    expect(seen.isUnder18).toBe(isUnder18);
  });

  test('is shown with the case from its first event', () => {
    const raised = {
      urgentBecause: 'No food.',
      isDangerNow: true,
      childAtRisk: 'to-refer',
      isUnder18: true,
    } as const;
    const contact = {
      caseId: 'case00000001',
      personId: null,
      about: 'adult',
      channel: 'web',
      receipt: null,
      isUrgent: true,
      ...raised,
    } as const;
    const made = { contactId: 'contact00001', contact, personId: 'person000001', team: 'access' };
    expect(openCase(made)).toMatchObject(raised);
  });
});

describe('A queue shows', () => {
  const state = { ...opened(), childAtRisk: 'to-refer', isDangerNow: true } as const;
  test.each([
    ['danger and a child at risk before triage', 'triage-contact', ['danger-now', 'child-at-risk']],
    ['the child until somebody has been told', 'assess-needs', ['child-at-risk']],
  ] as const)('%s', (_title, step, flags) => {
    expect(flagsOf(step, state)).toEqual(flags);
    expect(flagsOf(step, { ...opened(), childAtRisk: 'referred' })).toEqual([]);
  });

  test('what is not safe before somebody picks up the phone', () => {
    const notSafe = ['call', 'message'] as const;
    expect(flagsOf('assess-needs', { notSafe: [...notSafe] })).toEqual([
      'do-not-call',
      'no-message',
    ]);
  });

  test('a case that is open already, until triage has looked', () => {
    const besideCase = 'case00000002';
    expect(flagsOf('triage-contact', { besideCase })).toEqual(['has-open-case']);
    expect(flagsOf('assess-needs', { besideCase })).toEqual([]);
  });

  test('somebody under 18', () => {
    expect(flagsOf('assess-needs', { isUnder18: true })).toEqual(['under-18']);
  });
});

describe('Whoever makes contact is told at once', () => {
  const { contacts } = councils.worcestershire;
  const open = '2026-07-08T10:00:00.000Z';
  const closed = '2026-07-08T20:00:00.000Z';
  const inDanger = contactWith({ risks: [{ ...risk, howSoon: 'now' }] });
  const phones = (contact: typeof inDanger, instant: string) =>
    whatToDoNow(contact, instant, contacts).map(({ because, call }) => [
      because,
      ...call.map(({ phone }) => phone),
    ]);

  test('nothing where nothing is in danger', () => {
    expect(phones(contactWith(), open)).toEqual([]);
    const later = contactWith({ risks: [{ ...risk, howSoon: 'within-days' }] });
    expect(phones(later, open)).toEqual([]);
  });

  test.each([
    ['somebody said so', { isUrgent: true, urgentBecause: 'I am on the floor.' }],
    ['the danger is of today', { risks: [risk] }],
  ])('whom to call about what is urgent, because %s', (_title, more) => {
    const { adultSocialCarePhone, outOfHoursPhone } = contacts;
    const urgent = contactWith(more);
    expect(phones(urgent, open)).toEqual([['urgent', '999', adultSocialCarePhone]]);
    expect(phones(urgent, closed)).toEqual([['urgent', '999', outOfHoursPhone]]);
  });

  test('of the danger alone, where it is urgent too', () => {
    const both = { ...inDanger, isUrgent: true };
    expect(phones(both, open).map(([because]) => because)).toEqual(['immediate-danger']);
  });

  test('999, and then whoever answers at that hour', () => {
    const { safeguardingPhone, outOfHoursPhone } = contacts;
    expect(phones(inDanger, open)).toEqual([['immediate-danger', '999', safeguardingPhone]]);
    expect(phones(inDanger, closed)).toEqual([['immediate-danger', '999', outOfHoursPhone]]);
  });

  test("children's services for a child of whom they have not been told", () => {
    const { childrensServicesPhone, outOfHoursPhone } = contacts;
    const child = contactWith({ childAtRisk });
    expect(phones(child, open)).toEqual([['child-at-risk', childrensServicesPhone]]);
    expect(phones(child, closed)).toEqual([
      ['child-at-risk', childrensServicesPhone, outOfHoursPhone],
    ]);
    const referredTo = { who: 'The front door team', on: '2026-07-08', at: '09:30' };
    const referred = { ...child, childAtRisk: { ...childAtRisk, referredTo } };
    expect(whatToDoNow(referred, open, contacts)).toEqual([]);
  });
});

describe('What is known is told', () => {
  const passed = { asked: ['date-of-birth' as const], isPassed: true };
  test.each([
    ['face to face', undefined, false, true],
    ['on the phone without a check', undefined, true, false],
    ['on the phone after a check that was passed', { identity: passed }, true, true],
    ['after a check that failed', { identity: { ...passed, isPassed: false } }, false, false],
    ['without authority', { identity: passed, authority: { basis: 'none' as const } }, true, false],
  ])('%s', (_title, call, isByPhone, mayTell) => {
    expect(mayTellWhatIsKnown(call, isByPhone)).toBe(mayTell);
  });
});

describe('What is told changes what is known', () => {
  const passed = { asked: ['date-of-birth' as const], isPassed: true };
  const itself = { authority: { basis: 'is-the-person' as const } };
  test.each([
    ['face to face', undefined, false, true],
    ['on the phone where nobody made sure who calls', undefined, true, false],
    ['on the phone where nothing was noted of the call', {}, true, false],
    ['on the phone after a check that was passed', { identity: passed }, true, true],
    ['on the phone with authority', itself, true, true],
    [
      'by somebody whose check failed',
      { ...itself, identity: { ...passed, isPassed: false } },
      false,
      false,
    ],
    [
      'by somebody without authority',
      { identity: passed, authority: { basis: 'none' as const } },
      false,
      false,
    ],
  ])('%s', (_title, call, isByPhone, mayChange) => {
    expect(mayChangeWhatIsKnown(call, isByPhone)).toBe(mayChange);
  });
});

describe('A child at risk', () => {
  const state = { ...opened(), childAtRisk: 'to-refer' as const };
  const told = { who: 'The front door team', on: '2026-07-08', at: '09:30' };

  test("keeps triage until somebody in children's services has been told", () => {
    const moment = at('2026-07-08');
    expect(refusalOfChildReferral(state, undefined, moment)).toMatchObject({
      refusal: { kind: 'child-not-referred', pointer: '/childReferral' },
    });
    expect(refusalOfChildReferral(state, { ...told, on: '2026-07-09' }, moment)).toMatchObject({
      refusal: { kind: 'invalid-input', pointer: '/childReferral/on' },
    });
    expect(refusalOfChildReferral(state, told, moment)).toBeUndefined();
  });

  test('keeps a case from ending with a no', () => {
    const declining = {
      reason: 'He wants nothing.',
      hasCapacity: true,
      isAbuseSuspected: false,
      isItTheCost: false,
      howToComeBack: 'Call us.',
    };
    const kept = { refusal: { kind: 'child-not-referred' } };
    expect(withdraw(state, declining, at('2026-07-08'))).toMatchObject(kept);
    const referred = { ...state, childAtRisk: 'referred' as const };
    expect(withdraw(referred, declining, at('2026-07-08'))).toMatchObject({ accepted: true });
  });
});

describe('The record of a person', () => {
  const known = { givenName: 'Ada', familyName: 'Example', phone: '01632 960 123' };

  test('takes what a contact tells anew, and nothing else', () => {
    expect(detailsTold(known, { phone: '01632 960 124', description: 'In the tent.' })).toEqual({
      ...known,
      phone: '01632 960 124',
    });
    expect(detailsTold(known, { ...known })).toBeUndefined();
    expect(detailsTold(known, undefined)).toBeUndefined();
  });

  test('stands without a name where nobody knows it', () => {
    expect(detailsOf({ description: 'In the tent.', dateOfBirth: '1960-01-01' })).toEqual({
      givenName: '(name not known)',
      familyName: '(name not known)',
      dateOfBirth: '1960-01-01',
    });
  });
});
