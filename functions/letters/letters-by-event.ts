import * as z from 'zod';
import type { LetterId } from '#shared/council/letters/letters.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { CaseEventType } from '#shared/domain/case/event-types.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';

/** The letter that tells the person of an event, where one does. */
const letterByEvent: Readonly<Partial<Record<CaseEventType, LetterId>>> = {
  'case-opened': 'contact-received',
  'contact-triaged': 'referred',
  'appointment-booked': 'appointment-booked',
  'appointment-changed': 'appointment-changed',
  'appointment-cancelled': 'appointment-cancelled',
  'appointment-reminded': 'appointment-reminder',
  'equipment-prescribed': 'equipment-prescribed',
  'risk-re-checked': 'waiting-list-re-check',
  'eligibility-decided': 'determination',
  'finances-assessed': 'contribution',
  'indicative-budget-given': 'indicative-budget',
  'plan-agreed': 'plan-agreed',
  'budget-authorised': 'budget-authorised',
  'direct-payment-requested': 'direct-payment-agreed',
  'direct-payment-refused': 'direct-payment-refused',
  'support-started': 'support-started',
  'review-due': 'review-due',
  'case-closed': 'closed',
  withdrawn: 'closed',
  'reablement-answered': 'closed',
  'reablement-ended': 'closed',
};
const letters = new Map<string, LetterId>(Object.entries(letterByEvent));

const Triaged = z.looseObject({ verdict: z.string() });

export function hasLetter(eventType: string): boolean {
  return letters.has(eventType);
}

/** The letter for just this event. Nobody writes to a person who has died, or tells one of an
 * ending that was none. A contact that ended in advice is told the advice, one that goes on is told
 * what comes next, and one that was declined or belongs elsewhere has been told already. */
export function letterFor(event: RecordedEvent<CaseState>): LetterId | undefined {
  const { after } = event;
  if (after.status === 'closed' && after.outcome === 'nfa-deceased') return undefined;
  const letter = letters.get(event.type);
  if (letter === 'closed' && after.status === 'open') return undefined;
  // Whoever pays the whole cost has no contribution to be told of.
  if (letter === 'contribution' && after.finances?.weeklyContributionPence == null)
    return undefined;
  if (event.type !== 'contact-triaged') return letter;
  const { verdict } = Triaged.parse(event.body);
  if (verdict === 'advice') return 'advice-given';
  return verdict === 'assess' || verdict === 'reablement' ? 'referred' : undefined;
}
