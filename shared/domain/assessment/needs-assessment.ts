import * as z from 'zod';
import { AdvocacyInputs } from '../advocacy/advocacy-duty.ts';
import { CivilDate } from '../calendar/civil-date.ts';
import { CapacityRecord } from '../capacity/capacity-record.ts';
import { Reason } from '../eligibility/decision.ts';
import { NeedsFound } from './needs-found.ts';

const ShortText = z.string().trim().min(1).max(200);
const StaffId = z.string().trim().min(1).max(80);
const Known = z.strictObject({ name: ShortText, relationship: ShortText });

/** A needs assessment as it is recorded (Care Act 2014 s9, s10; SI 2014/2827). */
export const NeedsAssessment = z
  .strictObject({
    assessedOn: CivilDate,
    /** When they were told how the assessment works (SI 2014/2827 reg 3(4)). */
    informedOn: CivilDate.optional(),
    /** Whether they wish to assess their own needs, with support: it must be asked (reg 2(2)). */
    wishesSelfAssessment: z.boolean().optional(),
    /** The person's own account, in their words. */
    ownAccount: Reason,
    /** What matters to them, and what they want to achieve (s9(4)(b)). */
    whatMatters: Reason,
    needs: NeedsFound,
    present: z.array(Known).min(1).max(20),
    /** The people with whom the person lets us talk; empty when there is nobody. */
    mayTalkTo: z.array(Known.extend({ about: ShortText })).max(20),
    assessor: z.strictObject({
      name: ShortText,
      /** Why the assessor has the skills for this assessment (SI 2014/2827 reg 5). */
      competence: Reason,
      isTrainedForDeafblind: z.boolean().default(false),
      /** Their sign-in, where somebody else records the assessment for them. */
      staffId: StaffId.optional(),
    }),
    /** Who assessed with them. */
    assessedWith: z
      .array(z.strictObject({ name: ShortText, staffId: StaffId.optional() }))
      .max(10)
      .optional(),
    isDeafblind: z.boolean().default(false),
    advocacy: z.strictObject({
      ...AdvocacyInputs.pick({
        substantialDifficultyIn: true,
        possibleRepresentative: true,
        reason: true,
      }).shape,
      advocateFrom: CivilDate.nullable(),
      /** Why the assessment cannot wait for an advocate; empty when it can. */
      urgency: z.string().trim().max(4_000).default(''),
    }),
    capacity: CapacityRecord.optional(),
    /** What was talked through, each with what the person thinks of it. */
    optionsDiscussed: z
      .array(
        z.strictObject({
          option: ShortText,
          personsView: Reason,
          /** Who else talked it through, and whether the person let them. */
          discussedWith: ShortText.optional(),
          permission: z.enum(['given', 'not-needed']).optional(),
        }),
      )
      .min(1)
      .max(20),
    /** Whether the NHS might have to pay for the care was asked, and how far that has come. */
    continuingHealthcare: z.strictObject({
      result: z.enum(['not-indicated', 'checklist-completed', 'referred', 'decided']),
      reason: Reason,
      checklistOn: CivilDate.optional(),
      referredOn: CivilDate.optional(),
      decidedOn: CivilDate.optional(),
      decision: z.enum(['eligible', 'not-eligible', 'disputed']).optional(),
    }),
    /** A joint assessment only where both agree (s12(5)). What it finds of the carer's own needs
     * stands in the carer's case and never here. */
    jointWithCarer: z
      .strictObject({
        carerName: ShortText,
        doBothAgree: z.literal(true, 'Both must agree to be assessed together.'),
      })
      .optional(),
    /** A young person assessed before adult life begins (s58). */
    transition: z.strictObject({ turns18On: CivilDate, significantBenefit: Reason }).optional(),
  })
  .meta({ id: 'NeedsAssessment' });
export type NeedsAssessment = z.infer<typeof NeedsAssessment>;
