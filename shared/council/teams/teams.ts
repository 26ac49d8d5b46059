import * as z from 'zod';
import { Slug } from '#shared/domain/allocation/policy-item.ts';

export const TeamKind = z.enum([
  'front-door',
  'social-work',
  'safeguarding',
  'hospital-and-reablement',
  'young-adults',
  'mental-health',
  'brokerage',
  'finance',
  'budget-management',
]);
export type TeamKind = z.infer<typeof TeamKind>;

/** A part of the council's area: outward codes such as `CW2`, whole postcode areas such as `CW`, or
 * wards. */
export const Patch = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('postcode'),
    codes: z
      .array(
        z.string().regex(/^[A-Z]{1,2}(\d[A-Z\d]?)?$/, 'must be a postcode area or outward code'),
      )
      .min(1),
  }),
  z.strictObject({ kind: z.literal('ward'), wards: z.array(z.string().min(1)).min(1) }),
]);
export type Patch = z.infer<typeof Patch>;

export const Phone = z
  .string()
  .regex(/^0\d{2,4} ?\d{3,4} ?\d{3,4}$/, 'must be a number that people can call');

/** A team, what it does and where. A team without patches serves the whole area. */
export const Team = z.strictObject({
  id: Slug,
  name: z.string().min(1).max(100),
  kind: TeamKind,
  /** Its own number; people call the council's where it has none. */
  phone: Phone.optional(),
  patches: z.array(Patch),
});
export type Team = z.infer<typeof Team>;
