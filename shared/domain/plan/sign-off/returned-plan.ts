import * as z from 'zod';
import { CivilDate } from '../../calendar/civil-date.ts';
import type { CaseState } from '../../case/case-state.ts';
import { Reason } from '../../eligibility/decision.ts';
import { PlanDisagreement } from './answer-at-home.ts';

/** A plan that goes back to whoever writes it, with a comment for staff and, where the person or somebody
 * they let writes it, what they are told. */
export const ReturnedPlan = z.strictObject({
  verdict: z.literal('returned'),
  comment: Reason,
  toPerson: Reason.optional(),
});

/** Why a plan is to be written again: who asks for it, when, and what they say. */
export const PlanSentBack = z
  .strictObject({
    by: z.enum(['practitioner', 'budget-manager', 'person']),
    on: CivilDate,
    /** Empty where only lines are spoken of. */
    comment: z.string(),
    lines: PlanDisagreement.shape.lines.unwrap(),
  })
  .meta({ id: 'PlanSentBack' });
export type PlanSentBack = z.infer<typeof PlanSentBack>;

/** The event that says why the plan is to be written again: what the person does not agree with, or else
 * whichever of the two keys returned it last. */
export function sentBackIn({ plan, planDisagreement, records }: CaseState): number | undefined {
  if (planDisagreement !== undefined) return planDisagreement;
  if (plan?.agreed !== 'returned') return undefined;
  const { 'plan-key': first = 0, 'budget-key': second = 0 } = records;
  return Math.max(first, second);
}

interface SendingBack {
  readonly type: string;
  readonly on: CivilDate;
  readonly body: unknown;
}

const Returned = ReturnedPlan.omit({ verdict: true }).loose();
const Disagreed = z.object(PlanDisagreement.shape);

/** As staff read it. */
export function sayWhySentBack({ type, on, body }: SendingBack): PlanSentBack {
  if (type === 'plan-disagreed') {
    const { reason = '', lines } = Disagreed.parse(body);
    return { by: 'person', on, comment: reason, lines };
  }
  const by = type === 'budget-returned' ? 'budget-manager' : 'practitioner';
  return { by, on, comment: Returned.parse(body).comment, lines: [] };
}

/** As the person reads it, or whom they let write: their own words for themselves alone, and of the
 * council's what was meant for them. */
export function tellWhySentBack(
  sending: SendingBack,
  { isTheirs }: { readonly isTheirs: boolean },
): PlanSentBack {
  const why = sayWhySentBack(sending);
  if (why.by === 'person') {
    const comment = 'They do not agree with the plan yet: talk about it with them.';
    return isTheirs ? why : { ...why, comment, lines: [] };
  }
  const { toPerson } = Returned.parse(sending.body);
  const comment = toPerson ?? 'Something has to be changed first. Call us, and we tell you what.';
  return { ...why, comment };
}
