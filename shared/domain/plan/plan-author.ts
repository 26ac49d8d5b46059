import * as z from 'zod';
import { Reason } from '../eligibility/decision.ts';
import { RecordId } from '../identity/record-id.ts';

const Name = z.string().trim().min(1).max(200);
const Key = z.string().trim().min(1).max(80);

const FamilyAuthor = z.strictObject({
  kind: z.literal('family-or-friend'),
  name: Name,
  relationship: Name,
});

/** Who plans for a living. Why one was needed is said, for example because the person lacks capacity to
 * plan and has nobody to do it with them. */
const IndependentPlanner = z.strictObject({
  kind: z.literal('independent-planner'),
  name: Name,
  organisation: Name,
  reason: Reason,
});

/** Who wrote the plan. */
export const PlanAuthor = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('person') }),
    FamilyAuthor,
    z.strictObject({ kind: z.literal('practitioner'), staffId: Key }),
    IndependentPlanner,
  ])
  .meta({ id: 'PlanAuthor' });
export type PlanAuthor = z.infer<typeof PlanAuthor>;

/** Somebody with a sign-in of their own whom the person lets write at their plan. */
export const PlanWriter = z
  .strictObject({
    personId: RecordId,
    as: z.discriminatedUnion('kind', [FamilyAuthor, IndependentPlanner]),
  })
  .meta({ id: 'PlanWriter' });
export type PlanWriter = z.infer<typeof PlanWriter>;
