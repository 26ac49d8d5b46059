import * as z from 'zod';
import { Reason } from '../../eligibility/decision.ts';
import { CareHomeStay } from './care-home-stay.ts';
import { PurchaseCategory } from './purchase-category.ts';

const Name = z.string().trim().min(1).max(200);
const Key = z.string().trim().min(1).max(80);

/** Who gives the support: a provider with its location at the Care Quality Commission, where what
 * it does is registered, or a person. */
const Supporter = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('provider'),
      name: Name,
      cqcLocationId: z
        .string()
        .regex(/^1-\d{1,12}$/)
        .optional(),
    }),
    z.strictObject({
      kind: z.literal('person'),
      name: Name,
      relationship: z.enum([
        'not-related',
        'relative-living-elsewhere',
        'partner-or-close-relative-in-same-household',
      ]),
    }),
  ])
  .meta({ id: 'Supporter' });

/** What is said of anything that a budget buys, in a line of the plan or once beside it, so that the limits
 * on a budget can be held against it. */
export const purchaseFields = {
  /** The code of the outcome that it serves, as the determination of eligibility names it. */
  outcome: Key,
  supporter: Supporter,
  purchase: PurchaseCategory,
  /** Why the council finds it necessary to pay a relative of the same household for care. */
  necessity: Reason.optional(),
  /** The outcome that an otherwise excluded purchase serves, and the practitioner who allowed
   * it. */
  exclusionOverride: z.strictObject({ outcomeServed: Reason, practitionerId: Key }).optional(),
  careHomeStays: z.array(CareHomeStay).min(1).max(60).optional(),
};
