import * as z from 'zod';
import { Role, roles } from '#shared/domain/roles.ts';

const text = z.string().min(1).max(200);
const KnownRole = text.refine((role) => Role.safeParse(role).success, {
  error: ({ input }) => `${input} is not a role; the roles are ${roles.join(', ')}`,
});

const StaffRequest = z.strictObject({
  sub: text,
  roles: z.array(KnownRole).min(1),
  teams: z.array(text).default([]),
  name: text.optional(),
  scope: text.optional(),
  /** Seconds from now; long by default, so that a token survives a story of years. */
  validSeconds: z.int().optional(),
});
const ResidentRequest = z.strictObject({
  resident: text,
  scope: text.optional(),
  validSeconds: z.int().optional(),
});

/** Who a local token is for: a member of staff by role and team, or a resident by person id. */
export type TokenRequest = z.input<typeof StaffRequest> | z.input<typeof ResidentRequest>;

/** Reads what was asked for as either of the two, so that what is wrong with it can be named. */
export function readTokenRequest(
  asked: unknown,
): z.output<typeof StaffRequest> | z.output<typeof ResidentRequest> {
  const isResident = typeof asked === 'object' && asked !== null && 'resident' in asked;
  return isResident ? ResidentRequest.parse(asked) : StaffRequest.parse(asked);
}
