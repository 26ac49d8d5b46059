import type { CivilDate } from '../../calendar/civil-date.ts';
import type { Moment } from '../../case/change.ts';
import type { StaffCaredFor } from '../../contact/cared-for.ts';
import { accept, type Outcome, type Refused, refuse } from '../../outcome.ts';
import type { FactsChange, PersonFacts } from './person-facts.ts';
import {
  type BothSides,
  fourthCaredFor,
  recordRelationship,
  type Side,
} from './record-relationship.ts';
import { caresForThem, type Relationship, seenFromTheOther } from './relationship.ts';

interface CarerCase {
  /** The id that the relationship has where there is none yet. */
  readonly id: string;
  readonly caredFor: StaffCaredFor;
  /** The day of the carer's contact, from which their own case counts. */
  readonly since: CivilDate;
}

/** That the one cares for the other is added to what was known of the two. */
const withCare = {
  none: 'person-cares-for-them',
  'person-cares-for-them': 'person-cares-for-them',
  'they-care-for-person': 'each-other',
  'each-other': 'each-other',
} as const satisfies Record<Relationship['care'], Relationship['care']>;

/** Links a carer to an adult they care for, because of the carer's own case: on both records where the
 * adult has one, and nothing there but that there is such a case (Care Act 2014 s10). Undefined where
 * both say so already. */
export function linkCarer(
  carer: Side,
  adult: Side | undefined,
  { id, caredFor, since }: CarerCase,
  moment: Moment,
): Outcome<BothSides> | undefined {
  const known = carer.facts.relationships.find(
    (each) => each.id === id || isWith(each, adult?.personId),
  );
  if (!known) {
    const relationship = newlyTold({ id, caredFor, since }, adult);
    return recordRelationship(carer, adult, relationship, moment);
  }
  if (known.carerCaseSince !== undefined && caresForThem(known)) return undefined;
  const refused = caresForThem(known) ? undefined : fourthCaredFor(carer.facts, 1);
  if (refused) return refused;
  const liveTogether = known.liveTogether ?? caredFor.liveTogether;
  const told = { carerCaseSince: since, ...(liveTogether !== undefined && { liveTogether }) };
  const linked = { ...known, ...told, care: withCare[known.care] };
  const { care } = seenFromTheOther(linked, carer.personId);
  const theirs = adult?.facts.relationships.find((each) => each.id === known.id);
  return accept({
    ...replaced(carer.facts, linked),
    other: adult && theirs && replaced(adult.facts, { ...theirs, ...told, care }),
  });
}

/** Why a carer who is on record cannot be linked to these adults: those they are linked to already
 * count once. */
export function refusalToLink(
  carerId: string,
  facts: PersonFacts,
  caredFor: readonly StaffCaredFor[],
): Refused | undefined {
  const own = caredFor.findIndex(({ personId }) => personId === carerId);
  if (own >= 0) {
    return refuse('invalid-input', 'Nobody is their own carer.', `/caredFor/${own}/personId`);
  }
  const more = caredFor.filter(
    ({ personId }) =>
      !facts.relationships.some((each) => isWith(each, personId) && caresForThem(each)),
  );
  return more.length > 0 ? fourthCaredFor(facts, more.length) : undefined;
}

function isWith({ with: other }: Relationship, personId: string | undefined): boolean {
  return other.kind === 'on-record' && other.personId === personId;
}

function newlyTold({ id, caredFor, since }: CarerCase, adult: Side | undefined): Relationship {
  const { name = '(name not known)', relationship, liveTogether } = caredFor;
  return {
    id,
    with: adult ? { kind: 'on-record', personId: adult.personId } : { kind: 'named', name },
    kind: relationship,
    care: 'person-cares-for-them',
    isNextOfKin: false,
    isEmergencyContact: false,
    ...(liveTogether !== undefined && { liveTogether }),
    from: since,
    carerCaseSince: since,
  };
}

function replaced(facts: PersonFacts, linked: Relationship): FactsChange {
  const { id, ...recorded } = linked;
  return {
    type: 'relationship-recorded',
    body: { relationshipId: id, ...recorded, rule: 'Care Act 2014 s10' },
    next: {
      ...facts,
      relationships: facts.relationships.map((each) => (each.id === id ? linked : each)),
    },
  };
}
