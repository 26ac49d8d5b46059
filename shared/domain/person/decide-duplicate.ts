import * as z from 'zod';
import { RecordId } from '../identity/record-id.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import type { PersonChange } from './change.ts';
import { detailFields } from './person-details.ts';
import { factsOf, type PersonState } from './person-state.ts';
import { type Known, type PairChange, takeOver } from './take-over.ts';

const Reason = z.string().trim().min(1).max(2_000);
const KeptField = z.enum(detailFields);

export const DuplicateDecision = z
  .discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('not-a-duplicate'), reason: Reason }),
    /** Takes back that the two are different people. */
    z.strictObject({ decision: z.literal('look-again'), reason: Reason }),
    z.strictObject({
      decision: z.literal('merge'),
      /** Which of the two records goes on; the other becomes read-only and points to it. */
      survivor: RecordId,
      /** The fields in which the other record is right; what only one of the two knows is kept
       * anyway. */
      keepFromOther: z.array(KeptField).max(detailFields.length).default([]),
      /** The version of the other record's details that was compared. */
      otherVersion: z.int().positive(),
      reason: Reason,
    }),
  ])
  .meta({
    id: 'DuplicateDecision',
    examples: [{ decision: 'not-a-duplicate', reason: 'They are father and son.' }],
  });
export type DuplicateDecision = z.infer<typeof DuplicateDecision>;
export type Merge = Extract<DuplicateDecision, { decision: 'merge' }>;

const differentMax = 50;

/** Decides that two records are different people's, or that it has to be looked at again. Refused:
 * already-recorded. */
export function tellApart(
  own: Known,
  other: Known,
  { decision, reason }: Exclude<DuplicateDecision, Merge>,
): Outcome<PairChange> {
  const isApart = decision === 'not-a-duplicate';
  if (own.state.notDuplicates.includes(other.personId) === isApart) {
    return refuse('already-recorded', 'This is how the two records stand already.');
  }
  const mark = ({ state }: Known, than: string): PersonState => ({
    ...state,
    isProvisional: state.isProvisional && !isApart,
    possibleDuplicates: isApart
      ? state.possibleDuplicates.filter(({ personId }) => personId !== than)
      : state.possibleDuplicates,
    notDuplicates: isApart
      ? [...state.notDuplicates, than].slice(-differentMax)
      : state.notDuplicates.filter((id) => id !== than),
  });
  const type = isApart ? 'not-a-duplicate' : 'duplicate-reopened';
  const changeOf = (known: Known, than: string): PersonChange => ({
    type,
    body: { other: than, reason },
    next: mark(known, than),
  });
  return accept({
    own: changeOf(own, other.personId),
    other: changeOf(other, own.personId),
  });
}

const isDead = (state: PersonState): boolean => factsOf(state).death?.status === 'stands';

/** Merges two records of one person (UK GDPR Art. 5(1)(d): inaccurate data are rectified without
 * delay). Live plans on both do not hold it up: the person has been getting both already, and only
 * with one record does anybody see it and have one plan and one budget again (Care Act 2014 s25,
 * s26). A death on one record alone would
 * leave the other's payments running. Refused: version-stale, invalid-input, death-recorded. */
export function mergePeople(own: Known, other: Known, merge: Merge): Outcome<PairChange> {
  const { survivor: survivorId, otherVersion, keepFromOther, reason } = merge;
  if (survivorId !== own.personId && survivorId !== other.personId) {
    return refuse('invalid-input', 'One of the two records must go on.', '/survivor');
  }
  if (other.state.records.details !== otherVersion) {
    return refuse('version-stale', 'The details of the other record have changed since.');
  }
  if (isDead(own.state) !== isDead(other.state)) {
    return refuse(
      'death-recorded',
      'Record the death on both: payments are stopped by each record.',
    );
  }
  const isOwn = survivorId === own.personId;
  const [survivor, merged] = isOwn ? [own, other] : [other, own];
  const taken = takeOver({ survivor, merged, keepFromMerged: keepFromOther, reason });
  return accept(isOwn ? taken : { own: taken.other, other: taken.own });
}
