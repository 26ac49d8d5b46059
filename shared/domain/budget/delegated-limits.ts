import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { EnteredPence, formatPounds, type Pence } from '../money/pence.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';

const Key = z.string().trim().min(1).max(128);

/** The two signatures that a plan needs. */
const AuthorisationKey = z
  .enum(['practitioner', 'budget-manager'])
  .meta({ id: 'AuthorisationKey' });
type AuthorisationKey = z.infer<typeof AuthorisationKey>;

/** What a person, or everybody in a role, may authorise with one of the two keys, and from when. */
export const DelegatedLimit = z
  .strictObject({
    id: Key,
    key: AuthorisationKey,
    holder: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('person'), personId: Key }),
      z.strictObject({ kind: z.literal('role'), role: Key }),
    ]),
    weeklyPenceMax: EnteredPence,
    oneOffPenceMax: EnteredPence,
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
  return asked.weeklyPence <= limit.weeklyPenceMax && asked.oneOffPence <= limit.oneOffPenceMax;
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
    .sort((a, b) => a.weeklyPenceMax - b.weeklyPenceMax || a.oneOffPenceMax - b.oneOffPenceMax)[0];
}

function holderName({ holder }: DelegatedLimit): string {
  return holder.kind === 'role' ? `role ${holder.role}` : 'a named person';
}

/** Whether this person may turn this key for these amounts (pence a week and once) on this date,
 * and the limit that allows it. Refuses `above-delegated-limit`, naming the next level: the plan is
 * not refused by it, only its signatory (council's scheme of delegation). */
export function mayAuthorise(
  limits: readonly DelegatedLimit[],
  signatory: Signatory,
  asked: Authorisation,
): Outcome<DelegatedLimit> {
  const own = limitsOf(inForceFor(limits, asked), signatory);
  const covering = own.find((limit) => covers(limit, asked));
  if (covering !== undefined) return accept(covering);
  const next = nextLevel(limits, asked);
  const onwards =
    next === undefined
      ? 'Nobody holds a limit that covers it.'
      : `It goes up to ${holderName(next)}, whose limit is ${formatPounds(next.weeklyPenceMax)} a week.`;
  const amount = `${formatPounds(asked.weeklyPence)} a week and ${formatPounds(asked.oneOffPence)} once`;
  return refuse('above-delegated-limit', `${amount} is above your limit. ${onwards}`);
}
