import type { PersonFacts } from '#shared/domain/person/facts/person-facts.ts';
import { factsOf, type PersonState } from '#shared/domain/person/person-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import { TableBusy } from '#shared/stores/table/table.ts';
import type { Ports } from '../../ports.ts';
import { otherOf } from '../facts/both-sides.ts';
import { recordNow, survivorOf } from '../follow-merge.ts';

type Person = RecordedEvent<PersonState>;
type RenamingPorts = Pick<Ports, 'people' | 'system'>;

const attemptsMax = 3;

/** Lets the records of those who are related to a person name the record that took theirs over, or
 * theirs again once the merge is reversed. A relationship has one id on both sides, so that each is
 * found, and done again it changes nothing. */
export async function renameInRelationshipsOf(event: Person, ports: RenamingPorts): Promise<void> {
  const { aggregateId: personId, type, after } = event;
  if (type !== 'merged-into-another' && type !== 'restored-from-merge') return;
  const owner = await survivorOf(personId, ports);
  for (const relationship of factsOf(after).relationships) {
    const otherId = otherOf(relationship);
    if (otherId !== undefined) {
      await rename({ event, otherId, id: relationship.id, owner }, ports);
    }
  }
}

interface Renaming {
  readonly event: Person;
  readonly otherId: string;
  /** The id of the relationship. */
  readonly id: string;
  readonly owner: string;
}

async function rename(
  { event, otherId, id, owner }: Renaming,
  ports: RenamingPorts,
): Promise<void> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const other = await recordNow(otherId, ports);
    const facts = other && renamed(factsOf(other.after), id, owner);
    // Nobody is related to themselves: the two records were one person's.
    if (!facts || other.aggregateId === owner) return;
    const written = await ports.people.append(other, {
      id: derivedId(['renamed', event.id, id]),
      aggregateId: other.aggregateId,
      type: 'relationship-recorded',
      at: ports.system.now(),
      actor: { id: 'case-stream', role: 'service' },
      request: null,
      body: { relationshipId: id, with: onRecord(owner), because: event.type },
      after: { ...other.after, facts },
    });
    if (written.appended) return;
  }
  throw new TableBusy('the person was being changed by others at each attempt');
}

const onRecord = (personId: string) => ({ kind: 'on-record' as const, personId });

/** The facts with that relationship under its new name, or undefined where it has it. */
function renamed(facts: PersonFacts, id: string, owner: string): PersonFacts | undefined {
  const known = facts.relationships.find((each) => each.id === id);
  if (!known || otherOf(known) === owner) return undefined;
  const relationships = facts.relationships.map((each) =>
    each.id === id ? { ...each, with: onRecord(owner) } : each,
  );
  return { ...facts, relationships };
}
