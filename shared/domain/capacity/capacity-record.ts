import * as z from 'zod';
import { CivilDate, compareDates } from '../calendar/civil-date.ts';
import { DecisionMaker, Reason } from '../eligibility/decision.ts';

/** The decisions for which capacity is asked one by one: nobody simply has or lacks it (Mental
 * Capacity Act 2005 s2(1)). */
export const CapacityDecision = z
  .enum(['assessment', 'charging', 'support-plan', 'direct-payment', 'move', 'money', 'declining'])
  .meta({ id: 'CapacityDecision' });
export type CapacityDecision = z.infer<typeof CapacityDecision>;

/** What a person may be unable to do with the information (Mental Capacity Act 2005 s3(1)(a) to
 * (d)); any one is enough. The duty to find an advocate asks about the same four. */
export const DecisionAbility = z
  .enum(['understand', 'retain', 'use-or-weigh', 'communicate'])
  .meta({ id: 'DecisionAbility' });
export type DecisionAbility = z.infer<typeof DecisionAbility>;

/** A decision taken for someone who lacks capacity to take it (Mental Capacity Act 2005 s4). */
const BestInterestsDecision = z
  .strictObject({
    decidedOn: CivilDate,
    decidedBy: DecisionMaker,
    decision: Reason,
    wishesAndFeelings: Reason,
    peopleConsulted: z.array(z.string().trim().min(1).max(200)).max(20),
    lessRestrictiveWays: Reason,
  })
  .meta({ id: 'BestInterestsDecision' });

const recordFields = {
  decision: CapacityDecision,
  /** The very choice that is to be made, in plain words. */
  about: Reason,
  assessedOn: CivilDate,
  assessedBy: DecisionMaker,
} as const;

/** Whether someone could take one decision on one day. Nobody lacks capacity until all practicable
 * help has been given (s1(3)), and only because of an impairment (s2(1)); an unwise choice is no
 * sign of it (s1(4)), so that there is no field in which to write one. */
export const CapacityRecord = z
  .discriminatedUnion('conclusion', [
    z.strictObject({ conclusion: z.literal('has-capacity'), ...recordFields, reason: Reason }),
    z.strictObject({
      conclusion: z.literal('lacks-capacity'),
      ...recordFields,
      helpGiven: Reason,
      impairment: Reason,
      inabilities: z.array(DecisionAbility).min(1).max(4),
      bestInterests: BestInterestsDecision.nullable(),
    }),
  ])
  .meta({ id: 'CapacityRecord' });
export type CapacityRecord = z.infer<typeof CapacityRecord>;

/** The latest record about exactly this decision that was made by that day, or undefined: then the
 * person is taken to have capacity (Mental Capacity Act 2005 s1(2)). Of two on one day the later in
 * the list stands. A record about another decision says nothing. */
export function capacityRecordFor(
  records: readonly CapacityRecord[],
  decision: CapacityDecision,
  on: CivilDate,
): CapacityRecord | undefined {
  return records
    .filter((record) => record.decision === decision && compareDates(record.assessedOn, on) <= 0)
    .reduce<CapacityRecord | undefined>(
      (latest, record) =>
        latest === undefined || compareDates(latest.assessedOn, record.assessedOn) <= 0
          ? record
          : latest,
      undefined,
    );
}
