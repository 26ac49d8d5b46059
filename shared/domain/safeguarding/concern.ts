import * as z from 'zod';
import { RiskLocation, RiskSource, RiskType } from '../codes/safeguarding-codes.ts';
import { Sentences } from '../contact/text.ts';

/** A safeguarding concern as it is raised: what is feared, not yet whether the duty to enquire is
 * met (Care Act 2014 s42(1)). */
export const ConcernBody = z
  .strictObject({
    riskTypes: z.array(RiskType).min(1),
    location: RiskLocation.optional(),
    source: RiskSource.optional(),
    whatIsFeared: Sentences,
    immediateProtection: Sentences.optional(),
  })
  .meta({ id: 'ConcernBody' });
export type ConcernBody = z.infer<typeof ConcernBody>;

/** Where a concern stands: raised, and waiting for the decision whether to enquire. */
export const ConcernState = z.strictObject({
  status: z.literal('raised'),
  caseId: z.string(),
  personId: z.string(),
});
export type ConcernState = z.infer<typeof ConcernState>;

/** What a case keeps of a concern that a decision on it raised: neither key turns on a plan until
 * the safeguarding lead has said that it is safe to proceed. */
export const ConcernNoted = z.strictObject({
  raisedOn: z.iso.date(),
  isSafeToProceed: z.boolean(),
});
type ConcernNoted = z.infer<typeof ConcernNoted>;

export function noteConcern(raisedOn: string): ConcernNoted {
  return { raisedOn, isSafeToProceed: false };
}
