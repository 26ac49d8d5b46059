import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';

/** A short name in lower case, used as a key in policy data. */
export const Slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
export type Slug = z.infer<typeof Slug>;

/** Where a figure comes from. A table that nobody published says so. */
export const Provenance = z.union([
  z.literal('synthetic'),
  z.strictObject({ source: z.string().min(1).max(300) }),
]);
export type Provenance = z.infer<typeof Provenance>;

/** Whose needs a questionnaire or a table is about. A carer's support is never priced by the
 * adult's table (Care Act 2014 s20, s25(1)(e)). */
export const Subject = z.enum(['adult', 'carer']);
export type Subject = z.infer<typeof Subject>;

export const policyFields = {
  version: Slug,
  effectiveFrom: CivilDate,
  provenance: Provenance,
};

/** The item that applies on a date: the one that came into force last, on or before it.
 * Refuses `policy-not-in-force`, naming what is missing, when the first one starts later. */
export function inForceOn<T extends { readonly effectiveFrom: CivilDate }>(
  items: readonly T[],
  date: CivilDate,
  what: string,
): Outcome<T> {
  const started = items.filter((item) => item.effectiveFrom <= date);
  const latest = started.reduce<T | undefined>(
    (found, item) =>
      found === undefined || item.effectiveFrom > found.effectiveFrom ? item : found,
    undefined,
  );
  return latest === undefined
    ? refuse('policy-not-in-force', `No ${what} is in force on ${date}.`)
    : accept(latest);
}

/** The item that a past decision names, so that the decision can be replayed.
 * Refuses `policy-not-in-force` when that version is not kept. */
export function versionNamed<T extends { readonly version: string }>(
  items: readonly T[],
  version: string,
): Outcome<T> {
  const found = items.find((item) => item.version === version);
  return found === undefined
    ? refuse('policy-not-in-force', `Policy version ${version} is not kept here.`)
    : accept(found);
}
