import * as z from 'zod';
import { lawOn } from '../codes/law-in-force.ts';
import { ShortText } from '../contact/text.ts';
import { Reason } from '../eligibility/decision.ts';
import { accept, refuse } from '../outcome.ts';
import type { CaseState } from './case-state.ts';
import type { CaseDecision, Moment } from './change.ts';

export const CarerAssessmentOffer = z
  .strictObject({
    carerName: ShortText,
    relationship: ShortText,
    how: z.enum(['in-person', 'phone', 'letter', 'email']),
    answer: z.enum(['accepted', 'declined', 'thinking-about-it']),
    reason: Reason.optional(),
  })
  .meta({ id: 'CarerAssessmentOffer' });
export type CarerAssessmentOffer = z.infer<typeof CarerAssessmentOffer>;

/** What the carer's answer asks of staff. */
const whatNext = {
  accepted: 'Make a contact about the carer: the assessment is a case of their own.',
  declined: 'Tell the carer that they may ask at any later time.',
  'thinking-about-it': 'Ask again at the next contact.',
} as const satisfies Record<CarerAssessmentOffer['answer'], string>;

/** Records that a carer was offered an assessment of their own. It goes on apart from the case of
 * the person they care for, so that neither waits for the other (Care Act 2014 s10). */
export function offerCarerAssessment(
  state: CaseState,
  input: CarerAssessmentOffer,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  return accept({
    type: 'carer-assessment-offered',
    body: {
      ...input,
      whatNext: whatNext[input.answer],
      rule: lawOn(moment.today, {
        careAct: 'Care Act 2014 s10',
        before: 'Carers (Equal Opportunities) Act 2004 s1',
      }),
    },
    next: state,
  });
}
