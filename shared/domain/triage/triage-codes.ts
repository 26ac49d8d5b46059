import type { EventOutcome } from '../codes/event-outcomes.ts';
import type { VerdictOf } from '../journey/steps.ts';

/** The national code of each way in which triage ends a contact (Client Level Data, release 2, event
 * type Request). What another body does has one of several, which the decision names. */
export const triageCodes = {
  advice: 'nfa-information-and-advice',
  'open-case': 'continuation-of-support',
  declined: 'nfa-support-declined',
  safeguarding: 'nfa-other-service-of-authority',
  reablement: 'progress-to-reablement',
  assess: 'progress-to-assessment',
} as const satisfies Record<Exclude<VerdictOf<'triage-contact'>, 'other-body'>, EventOutcome>;

const codes = new Map<string, EventOutcome>(Object.entries(triageCodes));

/** The code of a verdict, where there is one for it. */
export function codeOfTriage(verdict: string): EventOutcome | undefined {
  return codes.get(verdict);
}
