import * as z from 'zod';
import { CivilDate } from '../../calendar/civil-date.ts';
import { Reason } from '../../eligibility/decision.ts';
import { RecordId } from '../../identity/record-id.ts';
import { accept, type Outcome, type Refused, refuse } from '../../outcome.ts';
import type { PersonFacts } from '../../person/facts/person-facts.ts';
import { signatoryFor } from '../../person/facts/representative.ts';

const Name = z.string().trim().min(1).max(200);

/** Who may agree to a plan: the person or, where they lack capacity to decide it, whoever may
 * lawfully decide for them. */
const PlanSignatory = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('person') }),
    z.strictObject({
      kind: z.literal('lawful-decision-maker'),
      name: Name,
      authority: z.enum(['lasting-power-of-attorney', 'deputy', 'best-interests-decision']),
      /** Where they stand on the person's record: it must then say that they may sign the plan. */
      representativeId: RecordId.optional(),
    }),
  ])
  .meta({ id: 'PlanSignatory' });

const agreementFields = {
  by: PlanSignatory,
  on: CivilDate,
  /** Whoever gets a copy: the person always, and whoever they ask for (s25(9)). */
  copiesTo: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('person') }),
        z.strictObject({ kind: z.literal('carer'), name: Name }),
        z.strictObject({ kind: z.literal('other'), name: Name }),
      ]),
    )
    .max(20),
};

/** What came of the reasonable steps to reach agreement on how the needs are met (s25(5)). */
export const PlanAgreement = z
  .discriminatedUnion('outcome', [
    z.strictObject({ ...agreementFields, outcome: z.literal('agreed') }),
    z.strictObject({
      ...agreementFields,
      outcome: z.literal('disagreed'),
      disagreement: Reason,
      stepsTaken: z.array(Reason).max(20),
    }),
  ])
  .meta({ id: 'PlanAgreement' });
export type PlanAgreement = z.infer<typeof PlanAgreement>;

/** Why the representative who is named may not sign the plan on that day, as the person's record has
 * it (Mental Capacity Act 2005 s9, s16); nothing where none is named. */
export function refusalOfRepresentative(
  { by, on }: PlanAgreement,
  facts: PersonFacts,
): Refused | undefined {
  if (by.kind !== 'lawful-decision-maker' || by.representativeId === undefined) return undefined;
  const signature = 'plan-agreement';
  if (signatoryFor(facts, { id: by.representativeId, signature, on })) return undefined;
  const detail = "The person's record names no such representative who may sign the plan that day.";
  return refuse('capacity-check-needed', detail, '/by/representativeId');
}

/** Whether sign-off may follow. The council must take all reasonable steps to agree and need not
 * succeed (Care Act 2014 s25(5)), so a disagreement with its steps passes; one without them, a
 * missing record, and a plan of which the person gets no copy (s25(9)) are refused as
 * `agreement-missing`. */
export function checkAgreement(agreement: PlanAgreement | undefined): Outcome<PlanAgreement> {
  if (agreement === undefined) {
    const detail = 'Record whether the person agrees with the plan before it is signed off.';
    return refuse('agreement-missing', detail, '/agreement');
  }
  if (agreement.outcome === 'disagreed' && agreement.stepsTaken.length === 0) {
    const detail = 'Record the steps that were taken to reach agreement.';
    return refuse('agreement-missing', detail, '/agreement/stepsTaken');
  }
  if (!agreement.copiesTo.some((copy) => copy.kind === 'person')) {
    const detail = 'The person gets a copy of the plan.';
    return refuse('agreement-missing', detail, '/agreement/copiesTo');
  }
  return accept(agreement);
}
