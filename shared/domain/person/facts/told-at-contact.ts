import type * as z from 'zod';
import type { CivilDate } from '../../calendar/civil-date.ts';
import type { Instant } from '../../calendar/london-time.ts';
import type { ContactRepresentative, SafeContact } from '../../contact/reaching/how-to-reach.ts';
import type { CarerKnown } from '../../contact/what-is-asked.ts';
import { isSame } from '../is-same.ts';
import { isSameWholeName } from '../names.ts';
import { accessNeedsTold, type ToldAtContact } from './access-needs.ts';
import type { PersonFacts } from './person-facts.ts';
import { relationshipsMax } from './record-relationship.ts';
import type { Relationship } from './relationship.ts';
import { isRepresentedBy, representativesMax } from './representative.ts';

/** What a contact tells of a person besides who they are. */
export interface FactsOfContact extends ToldAtContact {
  readonly carers: readonly z.infer<typeof CarerKnown>[];
  readonly representatives: readonly z.infer<typeof ContactRepresentative>[];
  readonly safeContact?: SafeContact | undefined;
}

interface Telling {
  readonly at: Instant;
  readonly today: CivilDate;
  /** The id of what the contact names in that place: the same each time. */
  readonly idOf: (what: 'carer' | 'representative', place: number) => string;
}

/** What is known of a person with what a contact adds to it, or undefined where it adds nothing. All of
 * it is marked as told and not seen: nobody signs by it, and nothing that staff recorded is lost. What
 * is safe is told newly each time, and so the newest stands. */
export function factsTold(
  known: PersonFacts,
  contact: FactsOfContact,
  telling: Telling,
): PersonFacts | undefined {
  const { safeContact } = contact;
  const next: PersonFacts = {
    ...known,
    accessNeeds: accessNeedsTold(known.accessNeeds, contact, telling.today) ?? known.accessNeeds,
    relationships: [...known.relationships, ...newCarers(known, contact, telling)],
    representativesTold: [
      ...known.representativesTold,
      ...newRepresentatives(known, contact, telling),
    ],
    safeContact: safeContact ? { ...safeContact, toldAt: telling.at } : known.safeContact,
  };
  return isSame(next, known) ? undefined : next;
}

function newCarers(
  { relationships }: PersonFacts,
  { carers }: FactsOfContact,
  { today, idOf }: Telling,
): Relationship[] {
  const isKnown = (name: string) =>
    relationships.some(
      ({ with: other }) => other.kind === 'named' && isSameWholeName(other.name, name),
    );
  return carers
    .flatMap(({ name, phone, relationship }, place): Relationship[] =>
      isKnown(name)
        ? []
        : [
            {
              id: idOf('carer', place),
              with: { kind: 'named', name, ...(phone !== undefined && { phone }) },
              kind: 'other',
              care: 'they-care-for-person',
              isNextOfKin: false,
              isEmergencyContact: false,
              from: today,
              toldAtContact: {
                on: today,
                ...(relationship !== undefined && { inWords: relationship }),
              },
            },
          ],
    )
    .slice(0, relationshipsMax - relationships.length);
}

function newRepresentatives(
  { representatives, representativesTold }: PersonFacts,
  { representatives: told }: FactsOfContact,
  { today, idOf }: Telling,
) {
  const isKnown = ({ name, authority }: (typeof told)[number]) =>
    representatives.some((each) => isRepresentedBy(each, { name, authority })) ||
    representativesTold.some(
      (each) => each.authority === authority && isSameWholeName(each.name, name),
    );
  return told
    .flatMap((each, place) =>
      isKnown(each) ? [] : [{ ...each, id: idOf('representative', place), toldOn: today }],
    )
    .slice(0, representativesMax - representativesTold.length);
}
