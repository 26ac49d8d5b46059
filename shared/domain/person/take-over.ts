import * as z from 'zod';
import { accept, type Outcome, refuse } from '../outcome.ts';
import type { PersonChange } from './change.ts';
import { changedFields } from './change-details.ts';
import { joinPeople, type Kept, separatePeople } from './merge-people.ts';
import { detailFields } from './person-details.ts';
import { PersonState } from './person-state.ts';

/** One of two records that a decision is about. */
export interface Known {
  readonly personId: string;
  readonly state: PersonState;
  /** The number that its next event will have. */
  readonly event: number;
}

/** One decision about two records, and what it makes of each. */
export interface PairChange {
  readonly own: PersonChange;
  readonly other: PersonChange;
}

interface TakingOver {
  readonly survivor: Known;
  readonly merged: Known;
  readonly keepFromMerged: readonly (typeof detailFields)[number][];
  readonly reason: string;
}

/** What the last event of a record that was taken over keeps, so that the merge can be reversed. */
const TakenOver = z.looseObject({
  survivorBefore: PersonState,
  keepFromMerged: z.array(z.enum(detailFields)),
});

/** Lets one record (`own`) take over another (`other`), which from then on is read-only. */
export function takeOver({ survivor, merged, keepFromMerged, reason }: TakingOver): PairChange {
  const joined = join(survivor, merged, keepFromMerged);
  const changed = changedFields(survivor.state.details, joined.details);
  return {
    own: {
      type: 'person-merged',
      body: { merged: merged.personId, changed, reason },
      next: { ...joined, records: newVersions(joined, survivor.event) },
    },
    other: {
      type: 'merged-into-another',
      body: {
        into: survivor.personId,
        reason,
        survivorBefore: { ...survivor.state, recent: [] },
        keepFromMerged,
      },
      next: { ...merged.state, mergedInto: survivor.personId },
    },
  };
}

/** Takes a merge back: the record that was taken over (`own`) is again what it was, and the other
 * loses what came from it. `body` is that of the last event of the record that was taken over.
 * Refused: wrong-stage where a later merge stands upon this one. */
export function takeBackMerge(
  merged: Known,
  survivor: Known,
  { body, reason }: { readonly body: unknown; readonly reason: string },
): Outcome<PairChange> {
  if (survivor.state.mergedInto !== null || survivor.state.merged.at(-1) !== merged.personId) {
    return refuse('wrong-stage', 'Reverse the later merge of the surviving record first.');
  }
  const { survivorBefore, keepFromMerged } = TakenOver.parse(body);
  const restored: PersonState = { ...merged.state, mergedInto: null };
  const joined = join(
    { ...survivor, state: survivorBefore },
    { ...merged, state: restored },
    keepFromMerged,
  );
  const separate = separatePeople(survivor.state, survivorBefore, joined);
  const next = {
    ...separate,
    holdsNhsNumber: separate.details.nhsNumber !== undefined && separate.holdsNhsNumber,
    records: newVersions(separate, survivor.event),
  };
  const changed = changedFields(survivor.state.details, next.details);
  return accept({
    own: {
      type: 'restored-from-merge',
      body: { other: survivor.personId, reason },
      next: { ...restored, records: newVersions(restored, merged.event) },
    },
    other: {
      type: 'merge-reversed',
      body: { other: merged.personId, changed, reason },
      next,
    },
  });
}

function join(survivor: Known, merged: Known, keepFromMerged: TakingOver['keepFromMerged']) {
  const kept: Kept = Object.fromEntries(keepFromMerged.map((field) => [field, 'merged']));
  const pair = { survivor: survivor.personId, merged: merged.personId };
  return joinPeople(survivor.state, merged.state, kept, pair);
}

/** A merge and its reversal write every record anew. */
function newVersions({ records }: PersonState, event: number): PersonState['records'] {
  return Object.fromEntries(Object.keys(records).map((name) => [name, event]));
}
