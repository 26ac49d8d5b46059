import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { Actor } from '#shared/domain/case/change.ts';
import type { Channel, ContactMade } from '#shared/domain/contact/contact.ts';
import { mayChangeWhatIsKnown } from '#shared/domain/contact/reaching/on-the-phone.ts';
import { detailsTold } from '#shared/domain/contact/register-person.ts';
import { changedFields } from '#shared/domain/person/change-details.ts';
import { factsTold } from '#shared/domain/person/facts/told-at-contact.ts';
import { factsOf, type PersonState, withDetails } from '#shared/domain/person/person-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import {
  holderOfNewNumber,
  type IndexPorts,
  personIndexWrites,
} from '#shared/stores/people/person-index.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { Ports } from '../../ports.ts';

interface Telling {
  readonly body: ContactMade;
  readonly channel: Channel;
  /** The person's record as it was found; undefined where nobody has looked, or found it. */
  readonly known: RecordedEvent<PersonState> | undefined;
  readonly actor: Actor;
  readonly contactId: string;
}

/** What the contact told of somebody who is known, for their record. */
export async function recordTold(
  { body, channel, known, actor, contactId }: Telling,
  at: string,
  ports: IndexPorts & Pick<Ports, 'people'>,
): Promise<readonly TableWrite[]> {
  if (!known || !mayChangeWhatIsKnown(body.call, channel === 'phone')) return [];
  const { aggregateId: personId, after: before, sequence } = known;
  const details = detailsTold(before.details, body.person);
  const today = civilDateInLondon(at);
  const idOf = (what: string, place: number) => derivedId([what, contactId, String(place)]);
  const facts = factsTold(factsOf(before), body, { at, today, idOf });
  if (!details && !facts) return [];
  const hasNewNeeds = facts && facts.accessNeeds !== factsOf(before).accessNeeds;
  const holder = details && (await holderOfNewNumber(before, details, ports));
  const version = sequence + 1;
  const after = {
    ...(details ? withDetails(before, details, holder) : before),
    ...(facts && { facts }),
    records: {
      ...before.records,
      ...(details && { details: version }),
      ...(hasNewNeeds && { 'access-needs': version }),
    },
  };
  return [
    ports.people.asWrite(known, {
      id: derivedId(['told', contactId]),
      aggregateId: personId,
      type: 'details-told-at-contact',
      at,
      actor,
      request: null,
      body: { contactId, changed: details ? changedFields(before.details, details) : [] },
      after,
    }),
    ...(await personIndexWrites(ports.pseudonyms, [{ personId, before, after }])),
  ];
}
