import * as z from 'zod';
import type { Council } from '#shared/council/schema.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { summaryOf } from '#shared/domain/case/case-summary.ts';
import { openCase } from '#shared/domain/case/open-case.ts';
import { AccessNeeds } from '#shared/domain/codes/accessible-information.ts';
import type { ContactState } from '#shared/domain/contact/contact.ts';
import { SafeContact } from '#shared/domain/contact/how-to-reach.ts';
import { detailsOf } from '#shared/domain/contact/register-person.ts';
import { ContactPerson } from '#shared/domain/contact/who-it-is-about.ts';
import { accessNeedsOfContact } from '#shared/domain/person/facts/access-needs.ts';
import { noFacts } from '#shared/domain/person/facts/person-facts.ts';
import { newPerson, type PersonState } from '#shared/domain/person/person-state.ts';
import { derivedId } from '#shared/stores/digest.ts';
import type { RecordedEvent } from '#shared/stores/event.ts';
import { personCaseWrite } from '#shared/stores/person-store.ts';
import type { Ports } from '../ports.ts';
import { frontDoor } from '../workflow/task-address.ts';

type OpeningPorts = Pick<Ports, 'cases' | 'people' | 'system'> & { readonly council: Council };

const Reachable = z.looseObject({ safeContact: SafeContact.optional() });
const AboutSomebody = z.looseObject({
  person: ContactPerson,
  accessNeeds: AccessNeeds.optional(),
  language: z.string().default('English'),
  needsInterpreter: z.boolean().default(false),
});

/** Opens the case of a contact, and the person's record where none was found. Every id is derived, so
 * that a contact seen twice in the stream opens one case. */
export async function openCaseOf(
  contact: RecordedEvent<ContactState>,
  ports: OpeningPorts,
): Promise<void> {
  const { caseId } = contact.after;
  if (await ports.cases.last(caseId)) return;
  const personId = contact.after.personId ?? derivedId(['person', contact.aggregateId]);
  const at = ports.system.now();
  const actor = { id: 'case-stream', role: 'service' };
  const registered = contact.after.personId
    ? []
    : [
        ports.people.asWrite(undefined, {
          id: personId,
          aggregateId: personId,
          type: 'person-registered',
          at,
          actor,
          request: null,
          body: { contactId: contact.aggregateId },
          after: personOf(contact),
        }),
      ];
  const state = openCase({
    contactId: contact.aggregateId,
    contact: contact.after,
    personId,
    team: frontDoor(ports.council),
  });
  const { safeContact } = Reachable.parse(contact.body);
  const summary = summaryOf(state, {
    on: civilDateInLondon(contact.at),
    channel: contact.after.channel,
    outcome: null,
    mayCall: safeContact?.mayCall ?? null,
  });
  const opened = await ports.cases.append(
    undefined,
    {
      id: caseId,
      aggregateId: caseId,
      type: 'case-opened',
      at,
      actor,
      request: null,
      body: { contactId: contact.aggregateId, channel: contact.after.channel },
      after: state,
    },
    [...registered, personCaseWrite(personId, caseId, at, summary)],
  );
  // A race is another delivery of the same contact; anything else would leave somebody without a case.
  if (!opened.appended && opened.because === 'also')
    throw new Error('the case could not be opened');
}

/** Somebody new as their contact tells of them, with how they are to be reached and understood. */
function personOf(contact: RecordedEvent<ContactState>): PersonState {
  const told = AboutSomebody.parse(contact.body);
  const person = newPerson(detailsOf(told.person));
  const accessNeeds = accessNeedsOfContact(told, civilDateInLondon(contact.at));
  if (!accessNeeds) return person;
  const records = { ...person.records, 'access-needs': 1 };
  return { ...person, records, facts: { ...noFacts, accessNeeds } };
}
