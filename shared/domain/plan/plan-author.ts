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

/** An author as the person reads it. Of staff the plan names nobody: whom to call stands beside it. */
export function authorInWords(author: PlanAuthor): string {
  switch (author.kind) {
    case 'person':
      return 'The person whose plan it is';
    case 'family-or-friend':
      return `${author.name} (${author.relationship})`;
    case 'independent-planner':
      return `${author.name}, ${author.organisation}`;
    case 'practitioner':
      return 'A worker of the council';
  }
}
