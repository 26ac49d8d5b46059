import { addDays, type CivilDate } from '../../calendar/civil-date.ts';
import type { Moment } from '../../case/change.ts';
import { type Pence, sumPence } from '../../money/pence.ts';
import type { AccountChange, ContributionAccount, Instalments } from '../account-state.ts';
import { contributionLaw } from '../contribution-law.ts';
import type { BillingSettings } from './billing-settings.ts';
import { checkInstalments } from './instalments.ts';
import { undisputed } from './open-items.ts';

type Rules = Pick<BillingSettings, 'reminderAfterDays' | 'remindersMax'>;

/** The day on which somebody is reminded, or instalments are checked: none where nothing is owed that is
 * not in dispute, after a death, and while a person is looking at what is owed. */
export function remindOn(
  account: ContributionAccount,
  { reminderAfterDays }: Pick<Rules, 'reminderAfterDays'>,
): CivilDate | null {
  const { ended, lookAsked, instalments, reminders } = account;
  if (ended?.because === 'death' || lookAsked !== null || reminders.isStopped) return null;
  if (instalments) return instalments.checkOn;
  const [first] = undisputed(account)
    .map(({ dueOn }) => dueOn)
    .toSorted();
  if (first === undefined) return null;
  const since = reminders.lastOn !== null && reminders.lastOn > first ? reminders.lastOn : first;
  return addDays(since, reminderAfterDays);
}

export interface Reminded extends AccountChange {
  readonly type:
    | 'contribution-reminded'
    | 'instalments-kept'
    | 'instalments-broken'
    | 'debt-look-asked';
  /** What is owed and late; 0 where only instalments were looked at. */
  readonly overduePence: Pence;
}

/** What happens on the day of a reminder: instalments are looked at, a reminder is sent, and after the
 * last of them somebody looks at the person's means and needs first (Care and Support Statutory
 * Guidance, Annex D). Nothing here or anywhere touches the support: care never stops for debt. Nothing
 * at all where the day has moved. */
export function fallDueForReminder(
  account: ContributionAccount,
  rules: Rules,
  { today, event }: Moment,
): Reminded | undefined {
  const on = remindOn(account, rules);
  if (on === null || on > today) return undefined;
  const { instalments, reminders } = account;
  if (instalments) return afterCheck(account, instalments);
  const overdue = undisputed(account).filter(({ dueOn }) => dueOn < today);
  const overduePence = sumPence(overdue.map(({ leftPence }) => leftPence));
  if (reminders.sent >= rules.remindersMax) {
    return {
      type: 'debt-look-asked',
      body: { overduePence, rule: contributionLaw('debt', today) },
      next: { ...account, lookAsked: event },
      overduePence,
    };
  }
  const sent = reminders.sent + 1;
  return {
    type: 'contribution-reminded',
    body: { overduePence, reminder: sent, of: rules.remindersMax },
    next: { ...account, reminders: { ...reminders, sent, lastOn: today } },
    overduePence,
  };
}

/** What was credited or written off since is no longer to be paid: where nothing is left, all was kept. */
function afterCheck(account: ContributionAccount, instalments: Instalments): Reminded {
  const isSettled = account.items.length === 0;
  const { isKept: isPaid, nextCheckOn } = checkInstalments(instalments);
  const isKept = isPaid || isSettled;
  const kept = { ...instalments, checkOn: nextCheckOn };
  const next = { ...account, instalments: isKept && !isSettled ? kept : null };
  return {
    type: isKept ? 'instalments-kept' : 'instalments-broken',
    body: isKept ? kept : instalments,
    next,
    overduePence: 0,
  };
}
