import * as z from 'zod';
import { addWeeks } from '../calendar/civil-date.ts';
import type { CaseState } from '../case/case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { accept, refuse } from '../outcome.ts';
import { reablementLaw } from './reablement-law.ts';

export const ReablementExtension = z
  .strictObject({ weeks: z.int().min(1).max(12), reason: Reason })
  .meta({ id: 'ReablementExtension' });
export type ReablementExtension = z.infer<typeof ReablementExtension>;

/** Goes on with reablement for longer than was planned. The day until which it is free does not
 * move: it is six weeks from the first day (SI 2014/2672 reg 3). Refuses `wrong-stage` when none is
 * under way. */
export function extendReablement(
  state: CaseState,
  input: ReablementExtension,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  const { reablement } = state;
  if (reablement === null || reablement.endedOn !== null) {
    return refuse('wrong-stage', 'No reablement is under way.');
  }
  const plannedUntil = addWeeks(reablement.plannedUntil, input.weeks);
  return accept({
    type: 'reablement-extended',
    body: {
      ...input,
      plannedUntil,
      freeUntil: reablement.freeUntil,
      isFreeThroughout: plannedUntil <= reablement.freeUntil,
      rule: reablementLaw(moment.today),
    },
    next: withRecord(
      { ...state, reablement: { ...reablement, plannedUntil } },
      'reablement',
      moment,
    ),
  });
}
