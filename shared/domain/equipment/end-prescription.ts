import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import type { CaseState } from '../case/case-state.ts';
import type { CaseDecision, Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { accept, refuse } from '../outcome.ts';

export const PrescriptionEnd = z
  .strictObject({
    /** Returned once it was given; cancelled where it never was. */
    how: z.enum(['returned', 'cancelled']),
    on: CivilDate,
    reason: Reason,
  })
  .meta({ id: 'PrescriptionEnd' });
export type PrescriptionEnd = z.infer<typeof PrescriptionEnd>;

/** Takes equipment back, or a prescription that nobody redeemed, on a closed case too: what was lent
 * outlasts the case. Refuses `not-found` where it is not in use, and `invalid-input` for a day to come,
 * or a return before it was given. */
export function endPrescription(
  state: CaseState,
  reference: string,
  end: PrescriptionEnd,
  moment: Moment,
): CaseDecision {
  const inUse = state.equipment.find((each) => each.reference === reference);
  if (!inUse) return refuse('not-found', 'No such prescription is in use on this case.');
  if (end.on > moment.today) return refuse('invalid-input', 'This day is still to come.', '/on');
  if (end.how === 'returned' && end.on < inUse.givenOn) {
    return refuse('invalid-input', `It was given on ${inUse.givenOn}.`, '/on');
  }
  return accept({
    type: end.how === 'returned' ? 'equipment-returned' : 'equipment-cancelled',
    body: { ...end, reference, item: inUse.code, quantity: inUse.quantity },
    next: { ...state, equipment: state.equipment.filter((each) => each !== inUse) },
  });
}
