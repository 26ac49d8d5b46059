import type { Actor } from '#shared/domain/case/change.ts';
import type { BothSides } from '#shared/domain/person/facts/record-relationship.ts';
import type { Relationship } from '#shared/domain/person/facts/relationship.ts';
import type { PersonState } from '#shared/domain/person/person-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { ownEvent } from '#shared/stores/events/own-event.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { Ports } from '../../ports.ts';

/** The id of the other person, where they have a record. */
export function otherOf({ with: other }: Pick<Relationship, 'with'>): string | undefined {
  return other.kind === 'on-record' ? other.personId : undefined;
}

interface TwoRecords extends BothSides {
  /** The newest event of the other's record, where they have one. */
  readonly last: RecordedEvent<PersonState> | undefined;
}

/** What stands on the other's record too, written with the person's own or not at all. */
export function otherSideWrites(
  { other, last }: TwoRecords,
  by: { readonly actor: Actor; readonly at: string },
  { people }: Pick<Ports, 'people'>,
): readonly TableWrite[] {
  // A record that was merged into another stays as it was.
  if (!other || !last || last.after.mergedInto !== null) return [];
  const next = { ...last.after, facts: other.next };
  return [people.asWrite(last, ownEvent(last, { ...other, next }, by))];
}
