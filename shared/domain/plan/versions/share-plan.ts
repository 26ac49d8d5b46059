import * as z from 'zod';
import { CivilDate } from '../../calendar/civil-date.ts';
import type { CaseState } from '../../case/case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../../case/change.ts';
import { InformationFormat } from '../../codes/accessible-information.ts';
import { ShortText } from '../../contact/text.ts';
import { accept, refuse } from '../../outcome.ts';
import { planningLaw } from '../planning-law.ts';

const how = z.enum(['post', 'secure-email', 'in-person']);

const PlanCopy = z
  .discriminatedUnion('to', [
    z.strictObject({ to: z.literal('person'), how }),
    z.strictObject({
      to: z.literal('carer'),
      name: ShortText,
      how,
      /** Carers and others get the plan only where it was asked for, or lawfully for the person. */
      askedBy: z.enum(['person', 'lawful-representative']),
    }),
    z.strictObject({
      to: z.literal('other'),
      name: ShortText,
      relationship: ShortText,
      how,
      askedBy: z.enum(['person', 'lawful-representative']),
    }),
  ])
  .meta({ id: 'PlanCopy' });

/** The proof that a plan was shared: with whom, when, how and in what format. */
export const PlanCopies = z
  .strictObject({
    givenOn: CivilDate,
    format: z.enum(['plain', ...InformationFormat.options]).default('plain'),
    language: z.string().trim().min(1).max(60).default('English'),
    copies: z.array(PlanCopy).min(1).max(20),
  })
  .meta({ id: 'PlanCopies' });
export type PlanCopies = z.infer<typeof PlanCopies>;

/** What sharing needs of the body of a plan that was written. */
export const PlanToShare = z.object({ writtenOn: CivilDate });

/** Records who got a copy of the newest plan (Care Act 2014 s25(9)). Refuses `wrong-stage` without a
 * plan on which the person's agreement, or their disagreement, was recorded, and `invalid-input` for
 * a day before the plan was written, or to come. */
export function sharePlan(
  state: CaseState,
  input: PlanCopies,
  written: z.infer<typeof PlanToShare>,
  moment: Moment,
): CaseDecision {
  const { plan } = state;
  if (!plan || plan.agreed === 'not-yet' || plan.agreed === 'returned') {
    return refuse('wrong-stage', 'Record first whether the person agrees with the plan.');
  }
  if (input.givenOn > moment.today || input.givenOn < written.writtenOn) {
    const detail = `Copies are given from ${written.writtenOn}, the day of the plan, up to today.`;
    return refuse('invalid-input', detail, '/givenOn');
  }
  return accept({
    type: 'plan-copied',
    body: {
      ...input,
      planVersion: plan.version,
      rule: planningLaw('agreement', moment.today),
    },
    next: withRecord(state, 'plan-copies', moment),
  });
}
