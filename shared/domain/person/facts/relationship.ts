import * as z from 'zod';
import { CivilDate } from '../../calendar/civil-date.ts';
import { oneLine } from '../../contact/text.ts';
import { RecordId } from '../../identity/record-id.ts';

const Name = oneLine(200);

/** What somebody is to a person: "this person's ...". */
export const RelationshipKind = z
  .enum([
    'spouse-or-partner',
    'parent',
    'child',
    'sibling',
    'grandparent',
    'grandchild',
    'other-relative',
    'friend',
    'neighbour',
    'other',
  ])
  .meta({ id: 'RelationshipKind' });
export type RelationshipKind = z.infer<typeof RelationshipKind>;

/** Unpaid care between two people (Care Act 2014 s10(3)), seen from one of them. */
const UnpaidCare = z.enum(['they-care-for-person', 'person-cares-for-them', 'each-other', 'none']);

/** Somebody with a record of their own, or a name. */
export const Somebody = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('on-record'), personId: RecordId }),
    z.strictObject({ kind: z.literal('named'), name: Name, phone: z.string().max(30).optional() }),
  ])
  .meta({ id: 'Somebody' });
export type Somebody = z.infer<typeof Somebody>;

/** How somebody stands to the person on whose record this is. */
export const Relationship = z
  .strictObject({
    id: RecordId,
    with: Somebody,
    /** What they are to this person. */
    kind: RelationshipKind,
    care: UnpaidCare,
    isNextOfKin: z.boolean(),
    isEmergencyContact: z.boolean(),
    /** Absent where nobody has said. */
    liveTogether: z.boolean().optional(),
    from: CivilDate,
    /** The day on which the carer's own case began: that there is one, and nothing out of it. */
    carerCaseSince: CivilDate.optional(),
    /** A contact named them and nobody has looked yet: the day, and what they are in its words. */
    toldAtContact: z.strictObject({ on: CivilDate, inWords: Name.optional() }).optional(),
  })
  .meta({ id: 'Relationship' });
export type Relationship = z.infer<typeof Relationship>;

const inverseKinds = {
  'spouse-or-partner': 'spouse-or-partner',
  parent: 'child',
  child: 'parent',
  sibling: 'sibling',
  grandparent: 'grandchild',
  grandchild: 'grandparent',
  'other-relative': 'other-relative',
  friend: 'friend',
  neighbour: 'neighbour',
  other: 'other',
} as const satisfies Record<RelationshipKind, RelationshipKind>;

const inverseCare = {
  'they-care-for-person': 'person-cares-for-them',
  'person-cares-for-them': 'they-care-for-person',
  'each-other': 'each-other',
  none: 'none',
} as const satisfies Record<Relationship['care'], Relationship['care']>;

/** The same relationship as it stands on the other's record. Next of kin and emergency contact are
 * each person's own choice, and are not turned round. */
export function seenFromTheOther(relationship: Relationship, personId: string): Relationship {
  return {
    ...relationship,
    with: { kind: 'on-record', personId },
    kind: inverseKinds[relationship.kind],
    care: inverseCare[relationship.care],
    isNextOfKin: false,
    isEmergencyContact: false,
  };
}

export function caresForThem({ care }: Pick<Relationship, 'care'>): boolean {
  return care === 'person-cares-for-them' || care === 'each-other';
}

export function isCaredForByThem({ care }: Pick<Relationship, 'care'>): boolean {
  return care === 'they-care-for-person' || care === 'each-other';
}
