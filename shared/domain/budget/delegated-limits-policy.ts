import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { accept, type Outcome, type Refused, refuse } from '../outcome.ts';
import { type AuthorisationKey, DelegatedLimit, rolesOfKey } from './delegated-limits.ts';

/** The council's whole scheme of delegation from one day on: it replaces the scheme before it. */
export const DelegationScheme = z
  .strictObject({
    from: CivilDate,
    limits: z
      .array(DelegatedLimit.omit({ from: true, until: true }))
      .min(1)
      .max(200),
  })
  .meta({
    id: 'DelegationScheme',
    examples: [
      {
        from: '2026-04-01',
        limits: [
          {
            id: 'budget-managers',
            key: 'budget-manager',
            holder: { kind: 'role', role: 'budget-manager' },
            weeklyPenceMax: 100_000,
            oneOffPenceMax: 250_000,
          },
          {
            id: 'heads-of-service',
            key: 'budget-manager',
            holder: { kind: 'role', role: 'head-of-service' },
            weeklyPenceMax: null,
            oneOffPenceMax: null,
          },
        ],
      },
    ],
  });
export type DelegationScheme = z.infer<typeof DelegationScheme>;

/** What the events of a council's policies carry: the day from which the newest one holds. */
export const PolicyState = z.strictObject({ from: CivilDate });
export type PolicyState = z.infer<typeof PolicyState>;

/** The limits of a scheme, each with the day from which it holds. */
export function limitsOf(scheme: DelegationScheme | undefined): DelegatedLimit[] {
  return (scheme?.limits ?? []).map((limit) => ({ ...limit, from: scheme?.from ?? '' }));
}

/** Whether each key that has limits ends with a role whose limit has no ceiling, so that no plan is
 * above everybody: a cash limit never refuses eligible needs (Care Act 2014 s18). One person alone is not
 * enough, who may be away, or the plan's author. The practitioner's key may go without any limit.
 * Refuses `no-top-limit`, and `invalid-input` for a limit that nobody could use, and where it would be open
 * which of two limits holds. */
export function checkDelegation(scheme: DelegationScheme): Outcome<DelegationScheme> {
  const hasPractitionerLimits = scheme.limits.some(({ key }) => key === 'practitioner');
  const keys: readonly AuthorisationKey[] = hasPractitionerLimits
    ? ['budget-manager', 'practitioner']
    : ['budget-manager'];
  const open = keys.find((key) => !hasTop(scheme, key));
  if (open === undefined) return uselessLimit(scheme) ?? accept(scheme);
  const roles = rolesOfKey[open].join(' or ');
  const detail = `The ${open} key needs a limit without a ceiling that a role holds: ${roles}.`;
  return refuse('no-top-limit', detail, '/limits');
}

/** A role that may not turn the key at all has no limit for it, and nobody has two. */
function uselessLimit({ limits }: DelegationScheme): Refused | undefined {
  const holders = limits.map(({ key, holder }) => JSON.stringify([key, holder]));
  for (const [place, { id, key, holder }] of limits.entries()) {
    const at = `/limits/${place}`;
    const roles: readonly string[] = rolesOfKey[key];
    if (holder.kind === 'role' && !roles.includes(holder.role)) {
      const detail = `The role ${holder.role} may not turn the ${key} key: ${roles.join(' or ')}.`;
      return refuse('invalid-input', detail, `${at}/holder/role`);
    }
    if (limits.findIndex((other) => other.id === id) < place) {
      return refuse('invalid-input', `${id} appears twice.`, `${at}/id`);
    }
    if (holders.indexOf(holders[place] ?? '') < place) {
      return refuse('invalid-input', 'A holder has one limit for a key.', `${at}/holder`);
    }
  }
  return undefined;
}

function hasTop({ limits }: DelegationScheme, key: AuthorisationKey): boolean {
  return limits.some(
    ({ key: of, holder, weeklyPenceMax, oneOffPenceMax }) =>
      of === key &&
      weeklyPenceMax === null &&
      oneOffPenceMax === null &&
      holder.kind === 'role' &&
      rolesOfKey[key].some((role) => role === holder.role),
  );
}
