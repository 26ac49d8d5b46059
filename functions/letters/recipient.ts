import * as z from 'zod';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { AccessNeeds } from '#shared/domain/codes/accessible-information.ts';
import { SafeContact, whatIsSafe } from '#shared/domain/contact/how-to-reach.ts';
import type { LetterChannel, Reachable } from '#shared/domain/letters/how-to-reach.ts';
import type { PersonDetails } from '#shared/domain/person/person-details.ts';
import { factsOf } from '#shared/domain/person/person-state.ts';
import type { Message } from '#shared/gateways/govuk-notify.ts';
import type { LetterPorts } from './letter-ports.ts';

/** What the contact said of how the person is reached and understood. */
const SaidAtContact = z.looseObject({
  accessNeeds: AccessNeeds.optional(),
  safeContact: SafeContact.optional(),
  language: z.string().default('English'),
});

export interface Recipient {
  readonly details: PersonDetails;
  readonly reachable: Reachable;
  /** Where a text reaches them alone, where they have said so. */
  readonly mobile: string | undefined;
}

/** Whom a letter about the case goes to, and what decides how. */
export async function recipientOf(
  state: CaseState,
  { people, contacts, council }: Pick<LetterPorts, 'people' | 'contacts' | 'council'>,
): Promise<Recipient | undefined> {
  const [person, contact] = await Promise.all([
    people.last(state.personId),
    contacts.at(state.contactId, 1),
  ]);
  if (!person) return undefined;
  const { details } = person.after;
  const said = SaidAtContact.parse(contact?.body ?? {});
  const facts = factsOf(person.after);
  const safeContact = whatIsSafe(
    facts.safeContact,
    contact && said.safeContact && { safeContact: said.safeContact, at: contact.at },
  );
  // What was gone through with the person overtakes what one contact said.
  const { needs, language } = facts.accessNeeds ?? { needs: said.accessNeeds, ...said };
  // Anybody may write any number into a web form: nobody has made sure whose phone it is.
  const isUnchecked = person.after.isProvisional && contact?.actor.role === 'public';
  const numbers = isUnchecked ? [] : [safeContact?.phone, details.phone];
  const mobile = numbers.find((number) => number && isMobile(number));
  return {
    details,
    mobile,
    reachable: {
      isDead: facts.death?.status === 'stands',
      hasEmail: details.email !== undefined,
      hasAddress: details.address !== undefined && details.postcode !== undefined,
      hasMobile: mobile !== undefined,
      accessNeeds: needs,
      safeContact,
      language: languageTag(language, council.languages),
    },
  };
}

/** The address on that channel, which is known to be there. */
export function addressOn(
  channel: LetterChannel,
  { details, mobile }: Recipient,
  isLargePrint: boolean,
): Message['to'] {
  if (channel === 'email' && details.email) return { channel, address: details.email };
  if (channel === 'sms' && mobile) return { channel, number: mobile };
  if (channel === 'letter' && details.address && details.postcode) {
    const name = `${details.givenName} ${details.familyName}`;
    return { channel, lines: [name, ...details.address, details.postcode], isLargePrint };
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
