import * as z from 'zod';
import { Declining } from '../case/ending/withdraw.ts';
import { ShortText } from '../contact/text.ts';
import { ChildReferral } from '../contact/urgent/child-at-risk.ts';
import { Reason } from '../eligibility/decision.ts';
import { RecordId } from '../identity/record-id.ts';
import { ConcernBody } from '../safeguarding/concern.ts';
import { PriorityChoice } from '../waiting/priority.ts';
import { Referral } from './referral.ts';
import { Signposting } from './signposting.ts';

const OtherBody = z.enum([
  'nfa-nhs',
  'nfa-moved-to-another-authority',
  'nfa-other-service-of-authority',
]);

const shared = {
  /** Whether it appears that there may be needs for care and support (Care Act 2014 s9(1)), and why. */
  appearanceOfNeed: z.strictObject({ isPresent: z.boolean(), reason: Reason }),
  /** Everyone is told how to ask for an assessment, whatever is decided. */
  toldHowToAskForAssessment: z.literal(true),
  /** A concern that this contact raises, whatever else it leads to (Care Act 2014 s42). */
  concern: ConcernBody.optional(),
  /** Why none is raised, where the contact told of danger at that moment. */
  whyNoConcern: Reason.optional(),
  /** Whom in children's services the adviser told, where the contact raised a child at risk. */
  childReferral: ChildReferral.optional(),
};

/** How a contact that goes on is passed to a team. */
const passedOn = {
  referral: Referral,
  /** How soon somebody must be seen; left out, red where it is urgent and amber otherwise. */
  priority: PriorityChoice.optional(),
};

/** The front door's decision on a contact. */
export const TriageDecision = z
  .discriminatedUnion('verdict', [
    z.strictObject({
      ...shared,
      verdict: z.literal('advice'),
      advice: Reason,
      /** The services of the directory that were suggested. */
      signposting: Signposting.optional(),
    }),
    z.strictObject({
      ...shared,
      verdict: z.literal('other-body'),
      body: ShortText,
      outcome: OtherBody,
    }),
    z.strictObject({ ...shared, verdict: z.literal('open-case'), openCaseId: RecordId }),
    z.strictObject({ ...shared, verdict: z.literal('declined'), declining: Declining }),
    z.strictObject({ ...shared, verdict: z.literal('safeguarding'), concern: ConcernBody }),
    z.strictObject({
      ...shared,
      verdict: z.literal('reablement'),
      ...passedOn,
      whyReablement: Reason,
    }),
    z.strictObject({ ...shared, verdict: z.literal('assess'), ...passedOn }),
  ])
  .meta({ id: 'TriageDecision' });
export type TriageDecision = z.infer<typeof TriageDecision>;
