import { addDays, type CivilDate } from '../calendar/civil-date.ts';
import type { AccountChange, ContributionAccount } from './account-state.ts';
import { noReminders } from './debt/open-items.ts';
import type { PlanTerms } from './statement/billing-terms.ts';

interface SupportEnd {
  /** The event of the case that says so. */
  readonly event: number;
  readonly lastDay: CivilDate;
}

/** The account as it is opened with the first support that may be billed. */
export function openAccount(terms: PlanTerms, today: CivilDate): AccountChange {
  const next: ContributionAccount = {
    openedOn: today,
    terms: [terms],
    ended: null,
    items: [],
    creditPence: 0,
    receivedSincePence: 0,
    reminders: noReminders,
    instalments: null,
    disputes: [],
    proposal: null,
    lookAsked: null,
    recent: [],
  };
  return { type: 'account-opened', body: { terms }, next };
}

/** The account after another plan went live; nothing where it is known. */
export function withTerms(
  account: ContributionAccount,
  terms: PlanTerms,
): AccountChange | undefined {
  if (account.terms.some(({ event }) => event === terms.event)) return undefined;
  const ended = account.ended?.because === 'case-ended' ? null : account.ended;
  const next = { ...account, ended, terms: [...account.terms, terms] };
  return { type: 'account-terms-changed', body: { terms }, next };
}

/** The account after the case has ended: from the next day on nothing is billed, until another plan
 * starts. Nothing where it is known. */
export function withCaseEnded(
  account: ContributionAccount,
  { event, lastDay }: SupportEnd,
): AccountChange | undefined {
  // What is recorded on a case that is closed already ends it no second time.
  const newest = newestOf(account);
  if (newest === undefined || newest.event >= event || newest.parts.length === 0) return undefined;
  const terms = [...account.terms, { event, from: addDays(lastDay, 1), parts: [] }];
  const ended = account.ended ?? ({ event, lastDay, because: 'case-ended' } as const);
  return { type: 'account-ended', body: { event, lastDay }, next: { ...account, terms, ended } };
}

/** The account after a death: no day after it is billed, whenever it was recorded. Nothing where it is
 * known. */
export function withDeath(
  account: ContributionAccount,
  { event, lastDay }: SupportEnd,
): AccountChange | undefined {
  const { ended } = account;
  if (ended?.because === 'death' && ended.lastDay === lastDay) return undefined;
  // Whoever asked to pay bit by bit waits for no answer any more.
  const { instalmentsAsked: _unanswered, ...left } = account;
  const next = { ...left, ended: { event, lastDay, because: 'death' } as const };
  return { type: 'account-ended', body: next.ended, next };
}

/** The account after a death was taken back; nothing where none stands. */
export function withoutDeath(account: ContributionAccount): AccountChange | undefined {
  if (account.ended?.because !== 'death') return undefined;
  const newest = newestOf(account);
  const isCaseEnded = newest !== undefined && newest.parts.length === 0;
  const ended = isCaseEnded
    ? { event: newest.event, lastDay: addDays(newest.from, -1), because: 'case-ended' as const }
    : null;
  return { type: 'account-resumed', body: { ended }, next: { ...account, ended } };
}

function newestOf({ terms }: ContributionAccount): PlanTerms | undefined {
  return terms.toSorted((a, b) => a.event - b.event).at(-1);
}
