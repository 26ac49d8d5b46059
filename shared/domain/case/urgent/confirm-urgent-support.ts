import * as z from 'zod';
import { Reason } from '../../eligibility/decision.ts';
import { accept, refuse } from '../../outcome.ts';
import type { CaseState } from '../case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../change.ts';
import { hasDied } from '../ending/note-death.ts';
import { confirmRenewal } from './renew-urgent-support.ts';
import { urgentLaw } from './urgent-law.ts';

export const UrgentSupportConfirmation = z
  .strictObject({ reason: Reason })
  .meta({ id: 'UrgentSupportConfirmation' });
export type UrgentSupportConfirmation = z.infer<typeof UrgentSupportConfirmation>;

/** Turns the second key on urgent support, which then lasts until its expiry, or on its renewal. Refuses
 * `same-person` to whoever turned the first, `wrong-stage` when none awaits a key or the day for it has
 * passed, and `death-recorded`. */
export function confirmUrgentSupport(
  state: CaseState,
  input: UrgentSupportConfirmation,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  if (hasDied(state)) return refuse('death-recorded', 'Nobody is left to support.');
  const { urgentSupport } = state;
  if (urgentSupport?.state === 'confirmed' && urgentSupport.renewal) {
    const { renewal } = urgentSupport;
    return confirmRenewal(state, { urgent: urgentSupport, renewal, ...input }, moment);
  }
  if (urgentSupport?.state !== 'awaiting-second-key') {
    return refuse('wrong-stage', 'No urgent support awaits its second key.');
  }
  if (moment.today > urgentSupport.secondKeyDue) {
    const detail = `The second key was due by ${urgentSupport.secondKeyDue}: it has expired.`;
    return refuse('wrong-stage', detail);
  }
  if (urgentSupport.firstKeyBy === moment.actor.id) {
    return refuse('same-person', 'The second key is held by somebody else than the first.');
  }
  const { firstKeyBy, weeklyPence, expiresOn } = urgentSupport;
  return accept({
    type: 'urgent-support-confirmed',
    body: {
      ...input,
      firstKeyBy,
      weeklyPence,
      expiresOn,
      rule: urgentLaw(moment.today),
    },
    next: withRecord(
      {
        ...state,
        urgentSupport: { ...urgentSupport, state: 'confirmed', secondKeyBy: moment.actor.id },
      },
      'urgent-support',
      moment,
    ),
    dues: [{ due: 'urgent-support', on: expiresOn }],
  });
}
