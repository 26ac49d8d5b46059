import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { DecisionMaker, Reason } from '../eligibility/decision.ts';
import { EnteredPence } from '../money/pence.ts';

/** How the contribution was found. Before the Care Act it is a dated decision that somebody takes
 * and signs, and no sum of this service. */
const Method = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('care-act-2014') }),
  z.strictObject({
    kind: z.literal('manual-fairer-charging'),
    decidedOn: CivilDate,
    decidedBy: DecisionMaker,
  }),
]);

const Basis = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('full') }),
  /** Only with the person's consent, its ground and evidence named, and the person told (SI
   * 2014/2672 reg 10(2)-(3)). */
  z.strictObject({
    kind: z.literal('light-touch'),
    ground: z.enum(['significant-means', 'small-charge', 'nothing-to-pay']),
    evidence: Reason,
    doesPersonConsent: z.literal(true),
    toldMayAskForFull: z.literal(true),
  }),
]);

const shared = {
  assessedOn: CivilDate,
  /** The day from which the contribution counts. */
  appliesFrom: CivilDate,
  method: Method,
};

/** What a person pays towards their support, and on what footing it is known. */
export const FinancialAssessment = z
  .discriminatedUnion('status', [
    z.strictObject({
      ...shared,
      status: z.literal('assessed'),
      weeklyContributionPence: EnteredPence,
      basis: Basis,
    }),
    /** Papers are missing, or nobody has authority yet: support starts all the same. */
    z.strictObject({
      ...shared,
      status: z.literal('provisional'),
      weeklyContributionPence: EnteredPence,
      missing: Reason,
      helpOffered: Reason,
      reviewOn: CivilDate,
      toldInWriting: z.literal(true),
    }),
    /** The full cost falls on the person only because they refuse to be assessed (SI 2014/2672 reg
     * 10(1)). */
    z.strictObject({ ...shared, status: z.literal('refused'), refusal: Reason }),
  ])
  .meta({ id: 'FinancialAssessment' });
export type FinancialAssessment = z.infer<typeof FinancialAssessment>;
