import type { NeedsFound } from '../assessment/needs-found.ts';
import type { CivilDate } from '../calendar/civil-date.ts';
import type { Refused } from '../outcome.ts';
import { toPutRight } from '../plain-words.ts';
import type { ContactMade } from './contact.ts';
import type { WhoAsks } from './reaching/who-asks.ts';
import { refusalOfDay } from './urgent/child-at-risk.ts';

/** What a contact is checked against besides its own shape. */
export interface ContactSetting {
  readonly today: CivilDate;
  /** The view from which the council decides on needs that day; undefined where it decides none. */
  readonly view: NeedsFound['by'] | undefined;
  /** Whether the person's record has been found, so that nothing of it needs to be said. */
  readonly isPersonKnown: boolean;
}

export interface Fault {
  readonly pointer: string;
  readonly detail: string;
}

/** What has to be said because of something else that was said, and what cannot be: a pointer and a
 * sentence for each field. */
export function faultsInContact(contact: ContactMade, setting: ContactSetting): Fault[] {
  return [
    ...faultsInCaller(contact.by),
    ...faultsInPerson(contact, setting),
    ...faultsInUrgency(contact),
    ...faultsInChildAtRisk(contact, setting),
    ...faultsInSharing(contact),
    ...faultsInNeeds(contact, setting),
    ...faultsInCaredFor(contact),
  ];
}

/** A contact with faults is refused as `invalid-input`, every field at once. */
export function refusalFor(errors: readonly Fault[]): Refused | undefined {
  if (errors.length === 0) return undefined;
  return {
    accepted: false,
    refusal: { kind: 'invalid-input', detail: toPutRight(errors), errors },
  };
}

function faultsInCaller(by: WhoAsks): Fault[] {
  const faults: Fault[] = [];
  const add = (field: string, detail: string) => faults.push({ pointer: `/by/${field}`, detail });
  if (by.kind === 'professional' && by.profession === undefined) {
    add('profession', 'Say where the professional works.');
  }
  for (const field of ['name', 'phone'] as const) {
    if (by.kind === 'anonymous' && by[field] !== undefined) {
      add(field, 'Somebody who stays anonymous has none here.');
    }
  }
  if (by.kind === 'self') return faults;
  // Care and support statutory guidance, chapter 15: their agreement is sought, and its lack explained.
  if (by.personKnows === undefined) add('personKnows', 'Say whether the person knows of this.');
  if (by.personAgrees === undefined) add('personAgrees', 'Say whether the person agrees to this.');
  if (by.personKnows === false && by.personAgrees === true) {
    add('personAgrees', 'Nobody agrees to what they do not know of.');
  }
  const isWithoutThem = by.personKnows === false || by.personAgrees === false;
  if (isWithoutThem && by.whyWithoutPerson === undefined) {
    add('whyWithoutPerson', 'Say why the person does not know of this or does not agree.');
  }
  return faults;
}

function faultsInPerson({ by, person }: ContactMade, setting: ContactSetting): Fault[] {
  const faults: Fault[] = [];
  const mayBeDescribed = by.kind !== 'self' && person?.description !== undefined;
  if (!setting.isPersonKnown && !mayBeDescribed) {
    for (const [field, name] of [
      ['givenName', 'first name'],
      ['familyName', 'last name'],
    ] as const) {
      if (person?.[field] !== undefined) continue;
      // Read by people who ask for themselves and by advisers who write for them.
      const detail =
        by.kind === 'self'
          ? `The ${name} is needed.`
          : `The ${name} is needed, or a description of the person.`;
      faults.push({ pointer: `/person/${field}`, detail });
    }
  }
  if (person?.dateOfBirth !== undefined && person.dateOfBirth > setting.today) {
    faults.push({ pointer: '/person/dateOfBirth', detail: 'Nobody is born in the future.' });
  }
  return faults;
}

/** Urgent needs may be met before any assessment (Care Act 2014 s19(3)): so somebody says why. */
function faultsInUrgency({ isUrgent, urgentBecause }: ContactMade): Fault[] {
  return isUrgent && urgentBecause === undefined
    ? [{ pointer: '/urgentBecause', detail: 'Say why it is urgent.' }]
    : [];
}

function faultsInChildAtRisk(contact: ContactMade, { today }: ContactSetting): Fault[] {
  const { risks, childAtRisk } = contact;
  if (childAtRisk === undefined) {
    return risks.some(({ toWhom }) => toWhom === 'child')
      ? [{ pointer: '/childAtRisk', detail: 'A child is at risk: say what is feared.' }]
      : [];
  }
  const at = '/childAtRisk/referredTo/on';
  const early = childAtRisk.referredTo && refusalOfDay(childAtRisk.referredTo, today, at);
  return early ? [{ pointer: at, detail: early.refusal.detail }] : [];
}

function faultsInSharing({ sharing }: ContactMade): Fault[] {
  const named: readonly string[] = ['family', 'friend', 'other'];
  return sharing.flatMap(({ with: group, who }, place) =>
    named.includes(group) && who === undefined
      ? [{ pointer: `/sharing/${place}/who`, detail: 'Say who that is.' }]
      : [],
  );
}

function faultsInNeeds({ about, needs }: ContactMade, { view }: ContactSetting): Fault[] {
  if (needs === undefined || view === undefined) return [];
  const asked = about === 'carer' && view === 'adult-outcomes' ? 'carer-outcomes' : view;
  return needs.by === asked
    ? []
    : [{ pointer: '/needs/by', detail: `Needs are looked at by ${asked} here.` }];
}

function faultsInCaredFor({ about, caredFor }: ContactMade): Fault[] {
  if (about !== 'carer' && caredFor.length > 0) {
    return [{ pointer: '/caredFor', detail: 'Say this in a contact about the carer.' }];
  }
  return caredFor.flatMap(({ name, personId }, place) =>
    name === undefined && personId === undefined
      ? [{ pointer: `/caredFor/${place}/name`, detail: 'Say their name, or find their record.' }]
      : [],
  );
}
