import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { DelegatedLimit } from './delegated-limits.ts';

/** The council's whole scheme of delegation from one day on: it replaces the scheme before it. */
export const DelegationScheme = z
  .strictObject({
    from: CivilDate,
    limits: z
      .array(DelegatedLimit.omit({ from: true, until: true }))
      .min(1)
      .max(200),
  })
  .meta({ id: 'DelegationScheme' });
export type DelegationScheme = z.infer<typeof DelegationScheme>;

/** What the events of a council's policies carry: the day from which the newest one holds. */
export const PolicyState = z.strictObject({ from: CivilDate });
export type PolicyState = z.infer<typeof PolicyState>;

/** The limits of a scheme, each with the day from which it holds. */
export function limitsOf(scheme: DelegationScheme | undefined): DelegatedLimit[] {
  return (scheme?.limits ?? []).map((limit) => ({ ...limit, from: scheme?.from ?? '' }));
}
