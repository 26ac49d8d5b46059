import * as z from 'zod';

const text = z.string().min(1).max(200);

/** Who a local token is for: a member of staff by role and team, or a resident by person id. */
export const TokenRequest = z.union([
  z.strictObject({
    sub: text,
    roles: z.array(text).min(1),
    teams: z.array(text).default([]),
    name: text.optional(),
    scope: text.optional(),
    /** Seconds from now; long by default, so that a token survives a story of years. */
    validSeconds: z.int().optional(),
  }),
  z.strictObject({ resident: text, scope: text.optional(), validSeconds: z.int().optional() }),
]);
export type TokenRequest = z.input<typeof TokenRequest>;
