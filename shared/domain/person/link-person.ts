import * as z from 'zod';
import type { CaseState } from '../case/case-state.ts';
import type { CaseDecision } from '../case/change.ts';
import type { NotSafe } from '../contact/reaching/how-to-reach.ts';
import { RecordId } from '../identity/record-id.ts';
import { openSteps } from '../journey/workflow.ts';
import { accept, refuse } from '../outcome.ts';
import type { PersonState } from './person-state.ts';

export const PersonLink = z
  .strictObject({
    /** The record of the person whom the contact is about. */
    personId: RecordId,
    /** How it is known that this is the same person. */
    reason: z.string().trim().min(1).max(2_000),
  })
  .meta({
    id: 'PersonLink',
    examples: [{ personId: 'kx3m9qv7w2p5t8r1', reason: 'Name, birth date and address agree.' }],
  });
export type PersonLink = z.infer<typeof PersonLink>;

/** The two people as far as linking rests on them. */
interface People {
  readonly provisional: Pick<PersonState, 'isProvisional'>;
  readonly known: { readonly notSafe: NotSafe; readonly openCase: string | undefined };
}

/** Links the case of a contact to somebody who is known, before triage decides on it: advice and needs
 * are then seen with what is known already. Refused: case-closed, wrong-stage, already-recorded. */
export function linkPerson(
  state: CaseState,
  { provisional, known }: People,
  { personId, reason }: PersonLink,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case is closed.');
  if (!openSteps(state.workflow).includes('triage-contact')) {
    return refuse('wrong-stage', 'After triage two records are compared and merged instead.');
  }
  if (!provisional.isProvisional) {
    return refuse('already-recorded', 'The case has a person already: merge the two records.');
  }
  const notSafe = [...new Set([...(state.notSafe ?? []), ...known.notSafe])];
  return accept({
    type: 'person-linked',
    body: { from: state.personId, to: personId, because: 'linked-at-contact', reason },
    // What either said is not safe is not: nobody has asked the person anew.
    next: {
      ...state,
      personId,
      ...(notSafe.length > 0 && { notSafe }),
      ...(known.openCase !== undefined && { besideCase: known.openCase }),
    },
  });
}
