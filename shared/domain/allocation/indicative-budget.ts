import * as z from 'zod';
import { Pence } from '../money/pence.ts';
import { InformalSupport } from './informal-support.ts';
import { Provenance, Slug, Subject } from './policy-item.ts';
import { Answers } from './questionnaire.ts';

const Hundredths = z.int().min(0);

/** Everything that a person's situation brings to an allocation. With the two versions that the
 * result names, it is enough to work the allocation again. */
export const AllocationInputs = z
  .strictObject({
    answers: Answers,
    informalSupport: InformalSupport,
    contingencyPercent: z.int().min(0).max(50),
    /** Absent while nobody has assessed what the person pays. */
    contributionWeeklyPence: Pence.optional(),
  })
  .meta({ id: 'AllocationInputs' });
export type AllocationInputs = z.infer<typeof AllocationInputs>;

export const DomainPoints = z.strictObject({
  domainId: Slug,
  name: z.string(),
  points: z.int().min(0),
  /** Taken off for the help of family and friends, in hundredths of a point. */
  adjustmentHundredths: Hundredths,
  remainingHundredths: Hundredths,
});
export type DomainPoints = z.infer<typeof DomainPoints>;

/** What a RAS says that meeting the needs might cost by the week. It stays indicative until
 * sign-off: the personal budget is the cost to the council of meeting the needs (Care Act 2014
 * s26). */
export const IndicativeBudget = z
  .strictObject({
    subject: Subject,
    questionnaireVersion: Slug,
    tableVersion: Slug,
    tableProvenance: Provenance,
    inputs: AllocationInputs,
    domains: z.array(DomainPoints),
    points: z.int().min(0),
    adjustmentHundredths: Hundredths,
    remainingHundredths: Hundredths,
    grossWeeklyPence: Pence,
    /** Held back from the gross amount for what nobody can foresee. */
    contingencyWeeklyPence: Pence,
    /** What the person is told and plans with: the gross amount less the contingency. */
    indicativeWeeklyPence: Pence,
    /** Never more than the indicative amount; absent while it is not assessed. */
    contributionWeeklyPence: Pence.optional(),
    /** The council's share: the indicative amount less the contribution. */
    netWeeklyPence: Pence,
    explanation: z.array(z.string()),
  })
  .meta({ id: 'IndicativeBudget' });
export type IndicativeBudget = z.infer<typeof IndicativeBudget>;
