import * as z from 'zod';
import type { CaseState } from '../case/case-state.ts';
import type { CaseDecision, Moment } from '../case/change.ts';
import { lawOn } from '../codes/law-in-force.ts';
import { Reason } from '../eligibility/decision.ts';
import { accept, refuse } from '../outcome.ts';

export const SafeToProceed = z.strictObject({ reason: Reason }).meta({ id: 'SafeToProceed' });
export type SafeToProceed = z.infer<typeof SafeToProceed>;

/** The safeguarding lead says that a plan may be signed off although a concern is open. Refuses
 * `wrong-stage` where the case knows of no concern. */
export function saySafeToProceed(
  state: CaseState,
  input: SafeToProceed,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  if (!state.concern) return refuse('wrong-stage', 'No safeguarding concern is open on this case.');
  return accept({
    type: 'safe-to-proceed',
    body: {
      ...input,
      outcome: 'continuation-of-support',
      rule: lawOn(moment.today, { careAct: 'Care Act 2014 s42', before: 'No secrets (2000)' }),
    },
    next: { ...state, concern: { ...state.concern, isSafeToProceed: true } },
  });
}
