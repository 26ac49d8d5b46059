import * as z from 'zod';
import type { Council } from '#shared/council/schema.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { AccessNeeds } from '#shared/domain/codes/accessible-information.ts';
import type { ContactState } from '#shared/domain/contact/contact.ts';
import { SafeContact, whatIsSafe } from '#shared/domain/contact/reaching/how-to-reach.ts';
import type { LetterChannel, Reachable } from '#shared/domain/letters/how-to-reach.ts';
import {
  type LetterReader,
  type LetterSubject,
  letterReaderOf,
} from '#shared/domain/letters/letter-reader.ts';
import type { PersonFacts } from '#shared/domain/person/facts/person-facts.ts';
import type { RepresentativeOnRecord } from '#shared/domain/person/facts/representative.ts';
import type { PersonDetails } from '#shared/domain/person/person-details.ts';
import { factsOf, type PersonState } from '#shared/domain/person/person-state.ts';
import type { Message } from '#shared/gateways/govuk-notify.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import type { LetterPorts } from './letter-ports.ts';

/** What the contact said of how the person is reached and understood. */
const SaidAtContact = z.looseObject({
  accessNeeds: AccessNeeds.optional(),
  safeContact: SafeContact.optional(),
  language: z.string().default('English'),
});

export interface Recipient {
  /** Whom the letter is about. */
  readonly details: PersonDetails;
  /** Who reads it in their place. */
  readonly reader: LetterReader | null;
  readonly reachable: Reachable;
  readonly addresses: Addresses;
}

interface Addresses {
  readonly name: string;
  readonly email?: string | undefined;
  readonly address?: readonly string[] | undefined;
  readonly postcode?: string | undefined;
  /** Where a text reaches them alone, where they have said so. */
  readonly mobile?: string | undefined;
}

type Reading = Pick<LetterPorts, 'people' | 'contacts' | 'council' | 'system'>;

/** Whom this letter about the case goes to, and what decides how. */
export async function recipientOf(
  state: CaseState,
  subject: LetterSubject,
  ports: Reading,
): Promise<Recipient | undefined> {
  const [person, contact] = await Promise.all([
    ports.people.last(state.personId),
    ports.contacts.at(state.contactId, 1),
  ]);
  if (!person) return undefined;
  const asked = { subject, on: civilDateInLondon(ports.system.now()) };
  const reading = letterReaderOf(factsOf(person.after), asked);
  return reading
    ? theirReader(person.after, reading, ports)
    : themselves(person.after, contact, ports.council);
}

function themselves(
  person: PersonState,
  contact: RecordedEvent<ContactState> | undefined,
  council: Council,
): Recipient {
  const { details } = person;
  const said = SaidAtContact.parse(contact?.body ?? {});
  const facts = factsOf(person);
  const safeContact = whatIsSafe(
    facts.safeContact,
    contact && said.safeContact && { safeContact: said.safeContact, at: contact.at },
  );
  // What was gone through with the person overtakes what one contact said.
  const { needs, language } = facts.accessNeeds ?? { needs: said.accessNeeds, ...said };
  // Anybody may write any number into a web form: nobody has made sure whose phone it is.
  const isUnchecked = person.isProvisional && contact?.actor.role === 'public';
  const numbers = isUnchecked ? [] : [safeContact?.phone, details.phone];
  const mobile = numbers.find((number) => number && isMobile(number));
  const addresses = { ...details, name: nameOf(details), mobile };
  const how = {
    accessNeeds: needs,
    safeContact,
    language: languageTag(language, council.languages),
  };
  return {
    details,
    reader: null,
    addresses,
    reachable: { ...reachableAt(addresses, facts), ...how },
  };
}

/** Whoever reads for the person is written to as they asked: the person's own needs are not theirs. */
async function theirReader(
  person: PersonState,
  { who, kind, lettersTo }: RepresentativeOnRecord,
  { people }: Reading,
): Promise<Recipient> {
  const known = who.kind === 'on-record' ? await people.last(who.personId) : undefined;
  const name = who.kind === 'named' ? who.name : known && nameOf(known.after.details);
  if (name === undefined) throw new Error('a representative on record is nobody');
  const addresses = { ...lettersTo, name };
  const how = { accessNeeds: undefined, safeContact: undefined, language: 'en' };
  const reachable = { ...reachableAt(addresses, factsOf(person)), ...how };
  return { details: person.details, reader: { name, kind }, addresses, reachable };
}

function reachableAt({ email, address, postcode, mobile }: Addresses, { death }: PersonFacts) {
  return {
    isDead: death?.status === 'stands',
    hasEmail: email !== undefined,
    hasAddress: address !== undefined && postcode !== undefined,
    hasMobile: mobile !== undefined,
  };
}

function nameOf({ givenName, familyName }: PersonDetails): string {
  return `${givenName} ${familyName}`;
}

/** The address on that channel, which is known to be there. */
export function addressOn(
  channel: LetterChannel,
  { addresses: { name, email, address, postcode, mobile } }: Recipient,
  isLargePrint: boolean,
): Message['to'] {
  if (channel === 'email' && email) return { channel, address: email };
  if (channel === 'sms' && mobile) return { channel, number: mobile };
  if (channel === 'letter' && address && postcode) {
    return { channel, lines: [name, ...address, postcode], isLargePrint };
  }
  throw new Error(`no address for a message by ${channel}`);
}

function isMobile(number: string): boolean {
  return /^(\+44|0)7\d{9}$/.test(number.replaceAll(/[ ()-]/g, ''));
}

const english = new Intl.DisplayNames('en', { type: 'language' });

/** The tag of a language that the council offers, by its tag or its English name; any other stays as
 * it was told. */
function languageTag(told: string, offered: readonly string[]): string {
  const sought = told.trim().toLowerCase();
  const names = (tag: string) => [tag.toLowerCase(), english.of(tag)?.toLowerCase()];
  return ['en', ...offered].find((tag) => names(tag).includes(sought)) ?? told;
}
