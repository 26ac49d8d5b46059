import * as z from 'zod';
import type { Council } from '#shared/council/schema.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { AccessNeeds } from '#shared/domain/codes/accessible-information.ts';
import type { ContactState } from '#shared/domain/contact/contact.ts';
import {
  ContactRepresentative,
  moreCareful,
  SafeContact,
} from '#shared/domain/contact/reaching/how-to-reach.ts';
import { detailsOf } from '#shared/domain/contact/register-person.ts';
import { CarerKnown } from '#shared/domain/contact/what-is-asked.ts';
import { ContactPerson } from '#shared/domain/contact/who-it-is-about.ts';
import { isExactMatch } from '#shared/domain/person/compare-people.ts';
import { accessNeedsTold } from '#shared/domain/person/facts/access-needs.ts';
import { noFacts } from '#shared/domain/person/facts/person-facts.ts';
import { factsTold } from '#shared/domain/person/facts/told-at-contact.ts';
import { isSame } from '#shared/domain/person/is-same.ts';
import type { PersonDetails } from '#shared/domain/person/person-details.ts';
import { factsOf, newPerson, type PersonState } from '#shared/domain/person/person-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import {
  holderOfNhsNumber,
  type IndexPorts,
  personIndexWrites,
} from '#shared/stores/people/person-index.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { Ports } from '../ports.ts';
import { survivorOf } from './follow-merge.ts';

export type RegisteringPorts = Pick<Ports, 'people'> & IndexPorts & { readonly council: Council };

interface PersonOfContact {
  readonly personId: string;
  /** Whether the contact was linked because everything agreed, with no adviser looking. */
  readonly isLinkedUnseen: boolean;
  /** What must be written with the case, where the person is new. */
  readonly writes: readonly TableWrite[];
}

const AboutSomebody = z.looseObject({
  person: ContactPerson,
  accessNeeds: AccessNeeds.optional(),
  language: z.string().default('English'),
  needsInterpreter: z.boolean().default(false),
  safeContact: SafeContact.optional(),
  carers: z.array(CarerKnown).default([]),
  representatives: z.array(ContactRepresentative).default([]),
});

/** The person whom a contact is about: the one an adviser has found, or a provisional record. */
export async function personOfContact(
  contact: RecordedEvent<ContactState>,
  at: string,
  ports: RegisteringPorts,
): Promise<PersonOfContact> {
  const foundId = contact.after.personId;
  if (foundId !== null) {
    const personId = await survivorOf(foundId, ports);
    return { personId, isLinkedUnseen: false, writes: [] };
  }
  const told = AboutSomebody.parse(contact.body);
  const details = detailsOf(told.person);
  const { nhsNumber } = details;
  const holder = nhsNumber === undefined ? undefined : await holderOfNhsNumber(ports, nhsNumber);
  const same = holder === undefined ? undefined : await samePerson(holder, details, ports);
  if (same) {
    const writes = await carefulWrites(same, told, { contact, at }, ports);
    return { personId: same.aggregateId, isLinkedUnseen: true, writes };
  }
  // Anybody may write any number into a contact, and so it never takes one away from another record.
  const isNumberTaken = holder !== undefined;
  const person = newPerson(details, { isProvisional: true, isNumberTaken });
  const after = withFactsTold(person, told, contact);
  const personId = derivedId(['person', contact.aggregateId]);
  const registered = ports.people.asWrite(undefined, {
    id: personId,
    aggregateId: personId,
    type: 'person-registered',
    at,
    actor: { id: 'case-stream', role: 'service' },
    request: null,
    body: { contactId: contact.aggregateId },
    after,
  });
  const writes = [
    registered,
    ...(await personIndexWrites(ports.pseudonyms, [{ personId, after }])),
  ];
  return { personId, isLinkedUnseen: false, writes };
}

/** How they are to be reached and understood, and who helps them or speaks for them, as their contact
 * tells it. */
function withFactsTold(
  person: PersonState,
  told: z.infer<typeof AboutSomebody>,
  { aggregateId, at }: RecordedEvent<ContactState>,
): PersonState {
  const idOf = (what: string, place: number) => derivedId([what, aggregateId, String(place)]);
  const facts = factsTold(noFacts, told, { at, today: civilDateInLondon(at), idOf });
  if (!facts) return person;
  const records = { ...person.records, ...(facts.accessNeeds && { 'access-needs': 1 }) };
  return { ...person, records, facts };
}

async function samePerson(
  holder: string,
  details: PersonDetails,
  { people, council }: RegisteringPorts,
): Promise<RecordedEvent<PersonState> | undefined> {
  if (!council.duplicates.linksExactMatches) return undefined;
  const known = await people.last(holder);
  return known && isExactMatch(known.after.details, details) ? known : undefined;
}

/** What a contact that nobody has looked at may do to the record of somebody known: add to what they
 * need, and make more careful how they are reached. */
async function carefulWrites(
  known: RecordedEvent<PersonState>,
  told: z.infer<typeof AboutSomebody>,
  { contact, at }: { readonly contact: RecordedEvent<ContactState>; readonly at: string },
  { people, pseudonyms }: RegisteringPorts,
): Promise<TableWrite[]> {
  const before = factsOf(known.after);
  const said = told.safeContact && { ...told.safeContact, toldAt: contact.at };
  const accessNeeds = accessNeedsTold(before.accessNeeds, told, civilDateInLondon(contact.at));
  const facts = {
    ...before,
    ...(said && { safeContact: moreCareful(before.safeContact, said) }),
    ...(accessNeeds && { accessNeeds }),
  };
  if (isSame(facts, before)) return [];
  const { aggregateId, after } = known;
  const version = accessNeeds && { 'access-needs': known.sequence + 1 };
  const event = {
    id: derivedId(['told', contact.aggregateId]),
    aggregateId,
    type: 'details-told-at-contact',
    at,
    actor: { id: 'case-stream', role: 'service' },
    request: null,
    body: { contactId: contact.aggregateId, changed: [] },
    after: { ...after, facts, records: { ...after.records, ...version } },
  };
  const changed = [{ personId: aggregateId, before: after, after: event.after }];
  return [people.asWrite(known, event), ...(await personIndexWrites(pseudonyms, changed))];
}
