import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { EnteredPence, formatPounds, type Pence } from '../money/pence.ts';
import { accept, type Outcome, type Refused, refuse } from '../outcome.ts';
import type { Role } from '../roles.ts';

const Key = z.string().trim().min(1).max(128);

/** The two signatures that a plan needs. */
const AuthorisationKey = z
  .enum(['practitioner', 'budget-manager'])
  .meta({ id: 'AuthorisationKey' });
export type AuthorisationKey = z.infer<typeof AuthorisationKey>;

/** Who may turn a key at all; how far is what the limits say. */
export const rolesOfKey = {
  practitioner: ['practitioner', 'team-manager'],
  'budget-manager': ['budget-manager', 'head-of-service'],
} as const satisfies Record<AuthorisationKey, readonly [Role, ...Role[]]>;

/** A person, or everybody in a role. */
export const LimitHolder = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('person'), personId: Key }),
    z.strictObject({ kind: z.literal('role'), role: Key }),
  ])
  .meta({ id: 'LimitHolder' });
export type LimitHolder = z.infer<typeof LimitHolder>;

/** Null is no ceiling: whoever holds it authorises any amount. */
const Ceiling = EnteredPence.nullable();

/** What a person, or everybody in a role, may authorise with one of the two keys, and from when. */
export const DelegatedLimit = z
  .strictObject({
    id: Key,
    key: AuthorisationKey,
    holder: LimitHolder,
    weeklyPenceMax: Ceiling,
    oneOffPenceMax: Ceiling,
    from: CivilDate,
    /** The last day on which it holds; absent while it is open. */
    until: CivilDate.optional(),
  })
  .meta({ id: 'DelegatedLimit' });
export type DelegatedLimit = z.infer<typeof DelegatedLimit>;

export interface Authorisation {
  readonly key: AuthorisationKey;
  readonly weeklyPence: Pence;
  readonly oneOffPence: Pence;
  readonly date: CivilDate;
}

export interface Signatory {
  readonly personId: string;
  readonly roles: readonly string[];
}

function isInForce(limit: DelegatedLimit, date: CivilDate): boolean {
  return limit.from <= date && (limit.until === undefined || date <= limit.until);
}

function covers(limit: DelegatedLimit, asked: Authorisation): boolean {
  return (
    asked.weeklyPence <= ceiling(limit.weeklyPenceMax) &&
    asked.oneOffPence <= ceiling(limit.oneOffPenceMax)
  );
}

function ceiling(pence: Pence | null): number {
  return pence ?? Number.POSITIVE_INFINITY;
}

/** Below zero where the first limit is the lower one. No ceiling is no higher than no ceiling. */
function compareCeilings(one: Pence | null, other: Pence | null): number {
  return one === other ? 0 : ceiling(one) - ceiling(other);
}

function inForceFor(limits: readonly DelegatedLimit[], asked: Authorisation): DelegatedLimit[] {
  return limits.filter((limit) => limit.key === asked.key && isInForce(limit, asked.date));
}

/** A limit set for the person replaces those of their roles, so that it can also be the lower
 * one. */
function limitsOf(limits: readonly DelegatedLimit[], signatory: Signatory): DelegatedLimit[] {
  const personal = limits.filter(
    ({ holder }) => holder.kind === 'person' && holder.personId === signatory.personId,
  );
  if (personal.length > 0) return personal;
  return limits.filter(
    ({ holder }) => holder.kind === 'role' && signatory.roles.includes(holder.role),
  );
}

/** The lowest limit in force that covers the amounts, to which a budget above somebody's own limit
 * is escalated; undefined when no limit reaches so far. */
export function nextLevel(
  limits: readonly DelegatedLimit[],
  asked: Authorisation,
): DelegatedLimit | undefined {
  return inForceFor(limits, asked)
    .filter((limit) => covers(limit, asked))
    .sort(
      (a, b) =>
        compareCeilings(a.weeklyPenceMax, b.weeklyPenceMax) ||
        compareCeilings(a.oneOffPenceMax, b.oneOffPenceMax),
    )[0];
}

/** The lowest limit that covers the amounts and is not the signatory's own, to which they send a
 * budget up. Whoever holds the highest leaves it to another holder of the same one. */
export function levelAbove(
  limits: readonly DelegatedLimit[],
  signatory: Signatory,
  asked: Authorisation,
): DelegatedLimit | undefined {
  const own = limitsOf(inForceFor(limits, asked), signatory);
  const others = limits.filter((limit) => !own.includes(limit));
  return nextLevel(others, asked) ?? nextLevel(limits, asked);
}

function holderName({ holder }: DelegatedLimit): string {
  return holder.kind === 'role' ? `role ${holder.role}` : 'a named person';
}

/** Whether this person may turn this key for these amounts (pence a week and once) on this date,
 * and the limit that allows it. Refuses `above-delegated-limit`, naming the next level: the plan is
 * not refused by it, only its signatory (council's scheme of delegation). Refuses `no-top-limit`
 * where nobody holds a limit that reaches so far. */
export function mayAuthorise(
  limits: readonly DelegatedLimit[],
  signatory: Signatory,
  asked: Authorisation,
): Outcome<DelegatedLimit> {
  const own = limitsOf(inForceFor(limits, asked), signatory);
  const covering = own.find((limit) => covers(limit, asked));
  if (covering !== undefined) return accept(covering);
  const next = nextLevel(limits, asked);
  const amount = `${formatPounds(asked.weeklyPence)} a week and ${formatPounds(asked.oneOffPence)} once`;
  if (next === undefined) return refusalAboveAll(asked.key);
  const detail = `${amount} is above your limit. It goes up to ${holderName(next)}, ${reachOf(next)}.`;
  return refuse('above-delegated-limit', detail);
}

function reachOf({ weeklyPenceMax }: DelegatedLimit): string {
  return weeklyPenceMax === null
    ? 'whose limit has no ceiling'
    : `whose limit is ${formatPounds(weeklyPenceMax)} a week`;
}

/** Nobody may be left with a plan that meets eligible needs and that no one can sign (Care Act 2014
 * s18): the council sets a limit without a ceiling. */
export function refusalAboveAll(key: AuthorisationKey): Refused {
  const detail = `Nobody holds a limit for the ${key} key that reaches so far: set one without a ceiling.`;
  return refuse('no-top-limit', detail);
}
