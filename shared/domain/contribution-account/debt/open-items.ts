import * as z from 'zod';
import { type CivilDate, daysBetween } from '../../calendar/civil-date.ts';
import { Pence, SignedPence } from '../../money/pence.ts';
import {
  balanceOf,
  type ContributionAccount,
  disputedNames,
  leftToPay,
  type OpenItem,
} from '../account-state.ts';

type Books = Pick<ContributionAccount, 'items' | 'creditPence' | 'disputes' | 'reminders'>;

/** The account with something more to be paid. What stood as a credit pays it first. */
export function withDebit<A extends Books>(account: A, item: Omit<OpenItem, 'leftPence'>): A {
  return settled({ ...account, items: [...account.items, { ...item, leftPence: item.pence }] });
}

/** The account with money that came in, or that need not be paid. */
export function withCredit<A extends Books>(account: A, pence: Pence): A {
  return settled({ ...account, creditPence: account.creditPence + pence });
}

/** A credit pays the oldest first, and what is in dispute after all that is not. */
function settled<A extends Books>(account: A): A {
  const disputed = disputedNames(account);
  const order = (item: OpenItem) => `${disputed.has(item.name) ? 1 : 0}${item.dueOn}${item.name}`;
  let creditPence = account.creditPence;
  const paid = account.items
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
    .map((item) => {
      const takenPence = Math.min(item.leftPence, creditPence);
      creditPence -= takenPence;
      return { ...item, leftPence: item.leftPence - takenPence };
    });
  const items = paid
    .filter(({ leftPence }) => leftPence > 0)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  // Whoever has paid begins anew, should they fall behind once more.
  const reminders = items.length > 0 ? account.reminders : noReminders;
  return { ...account, items, creditPence, reminders };
}

export const noReminders: ContributionAccount['reminders'] = {
  sent: 0,
  lastOn: null,
  isStopped: false,
};

/** What is to be paid of items that nobody disputes. */
export function undisputed(account: Pick<ContributionAccount, 'items' | 'disputes'>) {
  const disputed = disputedNames(account);
  return account.items.filter(({ name }) => !disputed.has(name));
}

/** What is owed by how long it has been due. */
export const AgedDebt = z
  .strictObject({
    notYetDuePence: Pence,
    upTo28DaysPence: Pence,
    upTo56DaysPence: Pence,
    upTo84DaysPence: Pence,
    olderPence: Pence,
    /** How much of all this is in dispute. */
    disputedPence: Pence,
    creditPence: Pence,
    balancePence: SignedPence,
  })
  .meta({ id: 'AgedContributionDebt' });
export type AgedDebt = z.infer<typeof AgedDebt>;

export function agedDebt(account: ContributionAccount, today: CivilDate): AgedDebt {
  const { items, creditPence } = account;
  const disputed = disputedNames(account);
  const sumOf = (counts: (item: OpenItem) => boolean) => leftToPay(items.filter(counts));
  const lateBy = (from: number, to: number) =>
    sumOf(({ dueOn }) => {
      const days = daysBetween(dueOn, today);
      return days >= from && days <= to;
    });
  return {
    notYetDuePence: lateBy(Number.NEGATIVE_INFINITY, 0),
    upTo28DaysPence: lateBy(1, 28),
    upTo56DaysPence: lateBy(29, 56),
    upTo84DaysPence: lateBy(57, 84),
    olderPence: lateBy(85, Number.POSITIVE_INFINITY),
    disputedPence: sumOf(({ name }) => disputed.has(name)),
    creditPence,
    balancePence: balanceOf(account),
  };
}
