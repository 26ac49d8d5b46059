import { accept, refuse } from '../../outcome.ts';
import type { CaseState } from '../case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../change.ts';
import { overUrgentSupport } from '../ending/close.ts';
import { urgentLaw } from './urgent-law.ts';

/** Ends urgent support that nobody confirmed by its day, or that was confirmed and has run its
 * time. Refuses `wrong-stage` while it may go on, and where there is none. */
export function expireUrgentSupport(state: CaseState, moment: Moment): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  const { urgentSupport } = state;
  const lastDay =
    urgentSupport?.state === 'awaiting-second-key'
      ? urgentSupport.secondKeyDue
      : urgentSupport?.state === 'confirmed' && urgentSupport.expiresOn;
  if (!urgentSupport || !lastDay || moment.today <= lastDay) {
    return refuse('wrong-stage', 'No urgent support has run out.');
  }
  return accept({
    type: 'urgent-support-expired',
    body: {
      lastDay,
      because: urgentSupport.secondKeyBy === null ? 'not-confirmed' : 'ran-its-time',
      weeklyPence: urgentSupport.weeklyPence,
      rule: urgentLaw(moment.today),
    },
    next: withRecord(
      { ...state, urgentSupport: overUrgentSupport(urgentSupport, 'expired') },
      'urgent-support',
      moment,
    ),
    dues: [{ due: 'urgent-support', on: null }],
  });
}
