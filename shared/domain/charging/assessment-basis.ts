import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { Reason } from '../eligibility/decision.ts';
import { EnteredPence } from '../money/pence.ts';

/** A light-touch assessment needs the person's consent, its evidence named, and the person told
 * that it was one and that they may ask for a full one (SI 2014/2672 reg 10(2)-(3)). */
const lightTouch = {
  kind: z.literal('light-touch'),
  evidence: Reason,
  doesPersonConsent: z.literal(true),
  toldMayAskForFull: z.literal(true),
};

const LightTouch = z.discriminatedUnion('ground', [
  z.strictObject({ ...lightTouch, ground: z.literal('significant-means') }),
  z.strictObject({
    ...lightTouch,
    ground: z.literal('small-charge'),
    weeklyPence: EnteredPence,
  }),
  z.strictObject({ ...lightTouch, ground: z.literal('nothing-to-pay') }),
]);

/** A charge until the assessment is done, of which the person has been told in writing. */
const untilAssessed = {
  weeklyPence: EnteredPence,
  toldInWriting: z.literal(true),
  reviewOn: CivilDate,
};

/** On what footing a charge stands. */
export const AssessmentBasis = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('full') }),
    LightTouch,
    z.strictObject({ kind: z.literal('provisional'), ...untilAssessed }),
    /** Papers are missing, or nobody has authority over the person's money yet. */
    z.strictObject({
      kind: z.literal('incomplete'),
      ...untilAssessed,
      missing: Reason,
      helpOffered: Reason,
    }),
    /** The person refuses to be assessed or to help with it: the only way to full cost but
     * capital (SI 2014/2672 reg 10(1)). */
    z.strictObject({ kind: z.literal('refused'), refusal: Reason, recordedOn: CivilDate }),
  ])
  .meta({ id: 'AssessmentBasis' });
export type AssessmentBasis = z.infer<typeof AssessmentBasis>;
