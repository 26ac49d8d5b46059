import * as z from 'zod';

/** The four kinds of event in the national return (Client Level Data, release 2). */
export const EventType = z
  .enum(['request', 'assessment', 'service', 'review'])
  .meta({ id: 'EventType' });
export type EventType = z.infer<typeof EventType>;

export const eventTypeLabels = {
  request: 'Request',
  assessment: 'Assessment',
  service: 'Service',
  review: 'Review',
} satisfies Record<EventType, string>;

/** How an event ended, in the national return's order: where several are true, the first of them is
 * the one that is returned (Client Level Data, release 2). `nfa` is no further action. */
export const EventOutcome = z
  .enum([
    'progress-to-reablement',
    'progress-to-assessment',
    'progress-to-support-planning',
    'continuation-of-support',
    'admitted-to-hospital',
    'nfa-moved-to-another-authority',
    'nfa-nhs',
    'nfa-self-funded',
    'nfa-information-and-advice',
    'nfa-other-service-of-authority',
    'nfa-support-declined',
    'nfa-deceased',
    'nfa-support-ended-as-planned',
    'nfa-support-ended-other-reason',
    'nfa-no-services-offered',
    'nfa-other',
  ])
  .meta({ id: 'EventOutcome' });
export type EventOutcome = z.infer<typeof EventOutcome>;

/** The labels exactly as the return prints them. */
export const eventOutcomeLabels = {
  'progress-to-reablement': 'Progress to reablement/ST-Max',
  'progress-to-assessment': 'Progress to assessment, review or reassessment',
  'progress-to-support-planning': 'Progress to support planning or services',
  'continuation-of-support': 'Continuation of support or services',
  'admitted-to-hospital': 'Admitted to hospital',
  'nfa-moved-to-another-authority': 'NFA: Responsibility moved to another local authority',
  'nfa-nhs': 'NFA: Referral to NHS services or NHS funded social care',
  'nfa-self-funded': 'NFA: Self-funded client or under 12wk disregard',
  'nfa-information-and-advice': 'NFA: Information and advice or signposting',
  'nfa-other-service-of-authority': 'NFA: Referral to other service within the local authority',
  'nfa-support-declined': 'NFA: Support declined',
  'nfa-deceased': 'NFA: Deceased',
  'nfa-support-ended-as-planned': 'NFA: Support ended as planned',
  'nfa-support-ended-other-reason': 'NFA: Support ended for other reason',
  'nfa-no-services-offered': 'NFA: No services offered for other reason',
  'nfa-other': 'NFA: Other',
} satisfies Record<EventOutcome, string>;

/** The one outcome that is returned of those that are true: the first in the national order, or
 * undefined when there is none. */
export function outcomeToReturn(outcomes: readonly EventOutcome[]): EventOutcome | undefined {
  return EventOutcome.options.find((code) => outcomes.includes(code));
}
