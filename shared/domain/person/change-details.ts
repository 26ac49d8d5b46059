import * as z from 'zod';
import type { Moment } from '../case/change.ts';
import { accept, refuse } from '../outcome.ts';
import { type PersonDecision, withPersonRecord } from './change.ts';
import { isSame } from './is-same.ts';
import { nameKey } from './names.ts';
import { detailFields, PersonDetails } from './person-details.ts';
import { type PersonState, withDetails } from './person-state.ts';

export const DetailsChange = z
  .strictObject({
    /** All details as they are to stand: what is left out is no longer known. */
    details: PersonDetails,
    /** A name that changed stays one by which the person is found; a mistake does not. */
    kind: z.enum(['changed', 'corrected']),
    reason: z.string().trim().min(1).max(2_000),
  })
  .meta({
    id: 'DetailsChange',
    examples: [
      {
        details: { givenName: 'Marigold', familyName: 'Quillfeather', postcode: 'ZZ1 1ZZ' },
        kind: 'changed',
        reason: 'She has moved and told us on the phone.',
      },
    ],
  });
export type DetailsChange = z.infer<typeof DetailsChange>;

export interface FieldChange {
  readonly field: keyof PersonDetails;
  readonly from: unknown;
  readonly to: unknown;
}

/** Changes what is known of a person, with the reason (UK GDPR Art. 5(1)(d): accurate and kept up to
 * date). `numberHolder` is the other record that has the NHS number. Refused: nhs-number-taken,
 * already-recorded. */
export function changeDetails(
  state: PersonState,
  { details, kind, reason }: DetailsChange,
  numberHolder: string | undefined,
  moment: Moment,
): PersonDecision {
  const isNewNumber = details.nhsNumber !== state.details.nhsNumber;
  if (isNewNumber && numberHolder !== undefined) return refuseTakenNumber(numberHolder);
  const kept = kind === 'changed' ? withFormerName(state.details, details) : details;
  const changed = changedFields(state.details, kept);
  if (changed.length === 0) return refuse('already-recorded', 'These are the details we have.');
  const next = { ...withDetails(state, kept, numberHolder), isProvisional: false };
  return accept({
    type: 'details-changed',
    body: { kind, reason, changed },
    next: withPersonRecord(next, 'details', moment),
  });
}

/** An NHS number is one person's: two records with it are the same person's, or one of them is
 * wrong. */
export function refuseTakenNumber(numberHolder: string) {
  return refuse(
    'nhs-number-taken',
    `The record ${numberHolder} has this NHS number already: look whether it is the same person.`,
    '/details/nhsNumber',
  );
}

const previousNamesMax = 10;

function withFormerName(before: PersonDetails, after: PersonDetails): PersonDetails {
  if (nameKey(before) === nameKey(after)) return after;
  const { givenName, familyName } = before;
  const others = (after.previousNames ?? []).filter((name) => nameKey(name) !== nameKey(before));
  const previousNames = [...others, { givenName, familyName }].slice(-previousNamesMax);
  return { ...after, previousNames };
}

/** What differs between two versions of somebody's details, field by field. */
export function changedFields(before: PersonDetails, after: PersonDetails): FieldChange[] {
  return detailFields.flatMap((field) => {
    const [from, to] = [before[field] ?? null, after[field] ?? null];
    return isSame(from, to) ? [] : [{ field, from, to }];
  });
}
