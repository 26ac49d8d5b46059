import type { LetterId } from '#shared/council/letters.ts';
import type { CaseEventType } from '#shared/domain/case/event-types.ts';

/** The letter that tells the person of an event, where one does. */
export const letterByEvent: Readonly<Partial<Record<CaseEventType, LetterId>>> = {
  'case-opened': 'contact-received',
  'contact-triaged': 'referred',
  'eligibility-decided': 'determination',
  'indicative-budget-given': 'indicative-budget',
  'plan-agreed': 'plan-agreed',
  'budget-authorised': 'budget-authorised',
  'support-started': 'support-started',
  'review-due': 'review-due',
  'case-closed': 'closed',
};

export function hasLetter(eventType: string): boolean {
  return Object.hasOwn(letterByEvent, eventType);
}
