import { moreCareful } from '../contact/reaching/how-to-reach.ts';
import type { PersonFacts } from './facts/person-facts.ts';
import { isSame } from './is-same.ts';
import { nameKey } from './names.ts';
import { detailFields, type PersonDetails } from './person-details.ts';
import { factsOf, type PersonState } from './person-state.ts';
import { takeBack, without } from './take-back.ts';

/** Whose value stands after a merge; what only one record knows is kept without being named. */
export type Kept = { readonly [Field in keyof PersonDetails]?: 'survivor' | 'merged' };

/** The people of a merge by their ids. */
export interface Pair {
  readonly survivor: string;
  readonly merged: string;
}

/** The surviving record as a merge leaves it. Facts that are lists are joined, so that no warning or
 * relationship of either is lost; of any other fact the survivor's stands where it has one. */
export function joinPeople(
  survivor: PersonState,
  merged: PersonState,
  kept: Kept,
  pair: Pair,
): PersonState {
  const details = joinDetails(survivor.details, merged.details, kept);
  const joined = joinFacts(survivor.facts, merged.facts, pair);
  const facts = joined && {
    ...joined,
    safeContact: safeContactOf(factsOf(survivor).safeContact, merged),
  };
  const keepsOther = details.nhsNumber !== survivor.details.nhsNumber;
  return {
    details,
    isProvisional: survivor.isProvisional && merged.isProvisional,
    // One of the two records may hold the number on which both agree.
    holdsNhsNumber:
      details.nhsNumber !== undefined &&
      ((!keepsOther && survivor.holdsNhsNumber) ||
        (details.nhsNumber === merged.details.nhsNumber && merged.holdsNhsNumber)),
    possibleDuplicates: survivor.possibleDuplicates.filter(
      ({ personId }) => personId !== pair.merged,
    ),
    notDuplicates: survivor.notDuplicates.filter((id) => id !== pair.merged),
    mergedInto: null,
    merged: [...survivor.merged, pair.merged],
    records: { ...merged.records, ...survivor.records },
    ...(facts && { facts }),
    recent: survivor.recent,
  };
}

/** The surviving record once a merge is taken back: what the merge brought goes, and what was changed
 * since by somebody stays. Taken back at once, it is the record as it was before. */
export function separatePeople(
  now: PersonState,
  before: PersonState,
  joined: PersonState,
): PersonState {
  const facts = isSame(now.facts, joined.facts)
    ? before.facts
    : takeBack(factsOf(now), factsOf(before), factsOf(joined));
  const { facts: _facts, ...others } = takeBack(now, before, joined);
  return {
    ...others,
    details: takeBack(now.details, before.details, joined.details),
    ...(facts && { facts }),
    records: now.records,
    recent: now.recent,
  };
}

function joinDetails(survivor: PersonDetails, merged: PersonDetails, kept: Kept): PersonDetails {
  const chosen: PersonDetails = { ...merged, ...definedOf(survivor), ...pick(merged, kept) };
  // Both names go on finding the person.
  const names = [
    ...(survivor.previousNames ?? []),
    ...(merged.previousNames ?? []),
    nameOf(survivor),
    nameOf(merged),
  ];
  const known = new Set([nameKey(chosen)]);
  const previousNames = names.filter((name) => {
    const isNew = !known.has(nameKey(name));
    known.add(nameKey(name));
    return isNew;
  });
  const { previousNames: _replaced, ...others } = chosen;
  return previousNames.length === 0
    ? others
    : { ...others, previousNames: previousNames.slice(-previousNamesMax) };
}

const previousNamesMax = 10;

function nameOf({ givenName, familyName }: PersonDetails) {
  return { givenName, familyName };
}

function definedOf(details: PersonDetails): PersonDetails {
  // The same object without its fields that are undefined is a value of the same type.
  return Object.fromEntries(
    Object.entries(details).filter(([, value]) => value !== undefined),
  ) as PersonDetails;
}

function pick(merged: PersonDetails, kept: Kept): Partial<PersonDetails> {
  const fields = detailFields.filter(
    (field) => kept[field] === 'merged' && merged[field] !== undefined,
  );
  return Object.fromEntries(fields.map((field) => [field, merged[field]]));
}

/** No warning, relationship or representative of either is lost; of the rest the survivor's stands
 * where it says anything. */
function joinFacts(
  a: PersonFacts | undefined,
  b: PersonFacts | undefined,
  pair: Pair,
): Omit<PersonFacts, 'safeContact'> | undefined {
  if (!a || !b) return a ?? b;
  const firstOf = <T>(own: T[], other: T[]): T[] => (own.length > 0 ? own : other);
  const [own, other] = [a.circumstances, b.circumstances];
  return {
    warnings: [...a.warnings, ...without(b.warnings, a.warnings)],
    // Nobody is related to themselves.
    relationships: [...a.relationships, ...without(b.relationships, a.relationships)].filter(
      ({ with: other }) =>
        other.kind === 'named' ||
        (other.personId !== pair.survivor && other.personId !== pair.merged),
    ),
    representatives: [...a.representatives, ...without(b.representatives, a.representatives)],
    representativesTold: [
      ...a.representativesTold,
      ...without(b.representativesTold, a.representativesTold),
    ],
    accessNeeds: a.accessNeeds ?? b.accessNeeds,
    circumstances: {
      accommodation: firstOf(own.accommodation, other.accommodation),
      employment: firstOf(own.employment, other.employment),
      'primary-support-reason': firstOf(
        own['primary-support-reason'],
        other['primary-support-reason'],
      ),
    },
    death: a.death ?? b.death,
  };
}

/** Danger at home comes and goes: what was told last is what counts. Of a contact whose record nobody
 * has looked at it is not known who told, and it makes more careful only. */
function safeContactOf(own: PersonFacts['safeContact'], merged: PersonState) {
  const other = factsOf(merged).safeContact;
  if (!own || !other) return own ?? other;
  if (merged.isProvisional) return moreCareful(own, other);
  return other.toldAt > own.toldAt ? other : own;
}
