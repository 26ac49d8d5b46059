import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { DecisionMaker, Reason } from '../eligibility/decision.ts';
import { EnteredPence } from '../money/pence.ts';

const shared = {
  method: z.literal('manual-fairer-charging'),
  assessedOn: CivilDate,
  /** The day from which the contribution counts. */
  appliesFrom: CivilDate,
  decidedOn: CivilDate,
  decidedBy: DecisionMaker,
};

/** A contribution before the Care Act: a dated decision that somebody takes and signs, and no sum of
 * this service, because no rates of Fairer Charging are kept. */
export const ManualDecision = z
  .discriminatedUnion('status', [
    z.strictObject({
      ...shared,
      status: z.literal('assessed'),
      weeklyContributionPence: EnteredPence,
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
    z.strictObject({ ...shared, status: z.literal('refused'), refusal: Reason }),
  ])
  .meta({ id: 'ManualChargeDecision' });
export type ManualDecision = z.infer<typeof ManualDecision>;
