import * as z from 'zod';
import { FacsDomain } from '../assessment/needs-found.ts';
import { AdultOutcome } from '../eligibility/adult-outcomes.ts';
import { CarerOutcome } from '../eligibility/carer-outcomes.ts';
import { PhoneNumber, Remark, ShortText } from './text.ts';

/** How somebody gets on with one thing, at a glance: nothing is decided by it. */
export const Glance = z.enum(['manages', 'struggles', 'cannot', 'unknown']).meta({ id: 'Glance' });

/** Needs at a glance, in the view from which the council decides on that day. What was not spoken of
 * is left out. */
export const NeedsAtAGlance = z
  .discriminatedUnion('by', [
    z.strictObject({
      by: z.literal('adult-outcomes'),
      outcomes: z.partialRecord(AdultOutcome, Glance),
    }),
    z.strictObject({
      by: z.literal('carer-outcomes'),
      outcomes: z.partialRecord(CarerOutcome, Glance),
    }),
    z.strictObject({
      by: z.literal('facs-domains'),
      domains: z.partialRecord(FacsDomain, Glance),
    }),
  ])
  .meta({ id: 'NeedsAtAGlance' });
export type NeedsAtAGlance = z.infer<typeof NeedsAtAGlance>;

/** What may happen, to whom and how soon. A risk that is there now is immediate danger. */
export const Risk = z
  .strictObject({
    what: Remark,
    howSoon: z.enum(['now', 'today', 'within-days', 'within-weeks', 'later', 'unknown']),
    toWhom: z.enum(['person', 'carer', 'child', 'somebody-else']),
  })
  .meta({ id: 'Risk' });
export type Risk = z.infer<typeof Risk>;

/** Somebody who cares for the person, unpaid. */
export const CarerKnown = z
  .strictObject({
    name: ShortText,
    relationship: ShortText.optional(),
    phone: PhoneNumber.optional(),
    helpsWith: Remark,
    isAbleToGoOn: z.enum(['yes', 'no', 'unknown']).default('unknown'),
    /** Every carer who appears to need support may be assessed (Care Act 2014 s10). */
    wantsOwnAssessment: z.enum(['yes', 'no', 'not-asked']).default('not-asked'),
  })
  .meta({ id: 'CarerKnown' });
