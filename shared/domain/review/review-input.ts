import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { EventOutcome } from '../codes/event-outcomes.ts';
import { Reason } from '../eligibility/decision.ts';
import { ConcernBody } from '../safeguarding/concern.ts';

/** How somebody answers a question of the evaluation: nobody has to. */
const Experience = z.enum(['better', 'the-same', 'worse', 'not-answered']);

/** The four questions of the Southwark evaluation, asked at each review. */
const AdultQuestions = z.strictObject({
  about: z.literal('adult'),
  choiceAndControl: Experience,
  dignityAndFeelingSafe: Experience,
  emotionalWellBeing: Experience,
  controlOverWhatMatters: Experience,
});

/** A carer is asked two. */
const CarerQuestions = z.strictObject({
  about: z.literal('carer'),
  emotionalWellBeing: Experience,
  controlOverWhatMatters: Experience,
});

/** What the review leads to. */
const ReviewDecision = z
  .discriminatedUnion('verdict', [
    z.strictObject({ verdict: z.literal('no-change'), reason: Reason }),
    z.strictObject({
      verdict: z.literal('change-plan'),
      reason: Reason,
      /** Which way the budget goes, as far as can be seen. Down needs a reassessment first. */
      budgetGoes: z.enum(['up', 'unchanged', 'down']),
    }),
    z.strictObject({ verdict: z.literal('reassess'), reason: Reason }),
    z.strictObject({
      verdict: z.literal('close'),
      reason: Reason,
      code: EventOutcome.extract([
        'nfa-support-ended-as-planned',
        'nfa-support-ended-other-reason',
        'nfa-moved-to-another-authority',
        'nfa-nhs',
        'nfa-self-funded',
        'nfa-support-declined',
        'nfa-other',
      ]),
      howToComeBack: Reason,
    }),
    z.strictObject({ verdict: z.literal('concern'), reason: Reason, concern: ConcernBody }),
  ])
  .meta({ id: 'ReviewDecision' });
export type ReviewDecision = z.infer<typeof ReviewDecision>;

/** A review of a plan with the person (Care Act 2014 s27). */
export const ReviewHeld = z
  .strictObject({
    kind: z.enum(['light-touch', 'annual', 'requested', 'unplanned']),
    heldOn: CivilDate,
    needs: z.strictObject({ areStillMet: z.boolean(), note: Reason }),
    outcomes: z
      .array(
        z.strictObject({
          outcome: z.string().trim().min(1).max(80),
          achieved: z.enum(['fully', 'partly', 'not']),
          note: Reason.optional(),
        }),
      )
      .max(60),
    risks: z.strictObject({ haveChanged: z.boolean(), note: Reason }),
    budget: z.strictObject({ isRight: z.boolean(), note: Reason }),
    /** Null where the person holds no direct payment. */
    directPayment: z.strictObject({ isWorking: z.boolean(), note: Reason }).nullable(),
    /** Null where nobody cares for the person unpaid. */
    carer: z.strictObject({ isWilling: z.boolean(), isAble: z.boolean(), note: Reason }).nullable(),
    questions: z.discriminatedUnion('about', [AdultQuestions, CarerQuestions]),
    satisfaction: z.enum([
      'very-satisfied',
      'satisfied',
      'neither',
      'dissatisfied',
      'very-dissatisfied',
      'not-answered',
    ]),
    /** The duty to find an advocate counts at a review too (Care Act 2014 s67(3)). */
    advocate: z.discriminatedUnion('status', [
      z.strictObject({ status: z.literal('not-needed') }),
      z.strictObject({ status: z.literal('in-place') }),
      z.strictObject({ status: z.literal('needed'), urgency: Reason.optional() }),
    ]),
    /** NHS continuing healthcare is considered at each review. */
    continuingHealthcare: z.strictObject({ isReferralNeeded: z.boolean(), note: Reason }),
    decision: ReviewDecision,
  })
  .meta({ id: 'ReviewHeld' });
export type ReviewHeld = z.infer<typeof ReviewHeld>;
