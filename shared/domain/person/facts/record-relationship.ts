import * as z from 'zod';
import { CivilDate } from '../../calendar/civil-date.ts';
import type { Moment } from '../../case/change.ts';
import { Reason } from '../../eligibility/decision.ts';
import { accept, type Outcome, type Refused, refuse } from '../../outcome.ts';
import { isSameWholeName } from '../names.ts';
import type { FactsChange, PersonFacts } from './person-facts.ts';
import {
  caresForThem,
  isCaredForByThem,
  Relationship,
  type Somebody,
  seenFromTheOther,
} from './relationship.ts';

export const NewRelationship = Relationship.omit({
  id: true,
  carerCaseSince: true,
  toldAtContact: true,
})
  .extend({
    isNextOfKin: z.boolean().default(false),
    isEmergencyContact: z.boolean().default(false),
  })
  .meta({
    id: 'NewRelationship',
    examples: [
      {
        with: { kind: 'named', name: 'Aster Quillfeather', phone: '01632 960123' },
        kind: 'child',
        care: 'they-care-for-person',
        isNextOfKin: true,
        from: '2026-04-06',
      },
    ],
  });
export type NewRelationship = z.infer<typeof NewRelationship>;

export const RelationshipEnd = z
  .strictObject({ on: CivilDate, reason: Reason })
  .meta({ id: 'RelationshipEnd' });
export type RelationshipEnd = z.infer<typeof RelationshipEnd>;

/** How many adults one carer is linked to. */
export const caredForMax = 3;
export const relationshipsMax = 50;

/** A person's record, as one side of a relationship. */
export interface Side {
  readonly personId: string;
  readonly facts: PersonFacts;
}

/** What becomes of the person's record and, where the other has one, of theirs: both or neither. */
export interface BothSides extends FactsChange {
  readonly other: FactsChange | undefined;
}

/** Records how somebody stands to a person, on both records where both have one. Refuses
 * `already-recorded` where the two are linked already, and `cared-for-limit` where a carer would be
 * linked to a fourth adult. */
export function recordRelationship(
  person: Side,
  other: Side | undefined,
  relationship: Relationship,
  moment: Moment,
): Outcome<BothSides> {
  if (relationship.from > moment.today) {
    return refuse('invalid-input', 'That day is still to come.', '/from');
  }
  if (other?.personId === person.personId) {
    return refuse('invalid-input', 'Nobody is related to themselves.', '/with/personId');
  }
  const mirrored = seenFromTheOther(relationship, person.personId);
  const refused =
    refusalToAdd(person.facts, relationship) ?? (other && refusalToAdd(other.facts, mirrored));
  if (refused) return refused;
  return accept({
    ...added(person.facts, relationship),
    other: other && added(other.facts, mirrored),
  });
}

/** Ends a relationship on both records. Refuses `not-found` where none of that id stands, and
 * `invalid-input` for a day before it began or to come. */
export function endRelationship(
  person: Side,
  other: Side | undefined,
  { id, input }: { readonly id: string; readonly input: RelationshipEnd },
  moment: Moment,
): Outcome<BothSides> {
  const relationship = person.facts.relationships.find((each) => each.id === id);
  if (!relationship) return refuse('not-found', 'There is no such relationship.');
  if (input.on < relationship.from || input.on > moment.today) {
    const detail = `Name a day since ${relationship.from}, up to today.`;
    return refuse('invalid-input', detail, '/on');
  }
  const isOnBoth = other?.facts.relationships.some((each) => each.id === id) ?? false;
  return accept({
    ...ended(person.facts, { id, input }),
    other: other && isOnBoth ? ended(other.facts, { id, input }) : undefined,
  });
}

const rule = 'Care Act 2014 s10(3)';

function added(facts: PersonFacts, relationship: Relationship): FactsChange {
  const { id, ...recorded } = relationship;
  return {
    type: 'relationship-recorded',
    body: { relationshipId: id, ...recorded, rule },
    next: { ...facts, relationships: [...withoutTold(facts, relationship), relationship] },
  };
}

/** Whom a contact had named is now recorded as somebody has looked at them. */
function withoutTold({ relationships }: PersonFacts, { with: other }: Relationship) {
  return relationships.filter(
    (each) =>
      each.toldAtContact === undefined ||
      each.with.kind !== 'named' ||
      other.kind !== 'named' ||
      !isSameWholeName(each.with.name, other.name),
  );
}

function ended(
  facts: PersonFacts,
  { id, input }: { readonly id: string; readonly input: RelationshipEnd },
): FactsChange {
  return {
    type: 'relationship-ended',
    body: { relationshipId: id, ...input },
    next: { ...facts, relationships: facts.relationships.filter((each) => each.id !== id) },
  };
}

function refusalToAdd(facts: PersonFacts, relationship: Relationship): Refused | undefined {
  const { relationships } = facts;
  if (relationships.length >= relationshipsMax) {
    return refuse('limit-reached', `${relationshipsMax} relationships stand: end some first.`);
  }
  if (relationships.some((each) => isSame(each.with, relationship.with))) {
    return refuse('already-recorded', 'The two are linked already: end that first.', '/with');
  }
  return caresForThem(relationship) ? fourthCaredFor(facts, 1) : undefined;
}

/** A carer is linked to three adults at most: a fourth is refused by name. */
export function fourthCaredFor(facts: PersonFacts, more: number): Refused | undefined {
  const caredFor = facts.relationships.filter(caresForThem).length;
  return caredFor + more > caredForMax
    ? refuse('cared-for-limit', `This carer is linked to ${caredFor} adults already.`)
    : undefined;
}

/** Those who care unpaid for the person. */
export function carersOf({ relationships }: PersonFacts): readonly Relationship[] {
  return relationships.filter(isCaredForByThem);
}

function isSame(a: Somebody, b: Somebody): boolean {
  return a.kind === 'on-record' && b.kind === 'on-record' && a.personId === b.personId;
}
