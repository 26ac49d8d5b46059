import { addDays, type CivilDate } from '../../calendar/civil-date.ts';
import type { Moment } from '../../case/change.ts';
import type { Pence } from '../../money/pence.ts';
import {
  type AccountChange,
  type ContributionAccount,
  type Instalments,
  leftToPay,
} from '../account-state.ts';
import { contributionLaw } from '../contribution-law.ts';
import type { BillingSettings } from './billing-settings.ts';
import { checkInstalments, isPaidOff, lateBeside } from './instalments.ts';
import { undisputed } from './open-items.ts';

type Rules = Pick<BillingSettings, 'reminderAfterDays' | 'remindersMax'>;

/** The day on which somebody is reminded, or instalments are checked: none where nothing is owed that is
 * not in dispute, after a death, and while a person is looking at what is owed or asks to pay bit by bit. */
export function remindOn(
  account: ContributionAccount,
  { reminderAfterDays }: Pick<Rules, 'reminderAfterDays'>,
): CivilDate | null {
  const { ended, lookAsked, instalments, instalmentsAsked, reminders } = account;
  if (ended?.because === 'death' || lookAsked !== null || instalmentsAsked) return null;
  if (instalments) return instalments.checkOn;
  if (reminders.isStopped) return null;
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
  /** It is owed beside instalments that are kept. */
  readonly isBeside: boolean;
}

/** What happens on the day of a reminder: instalments are looked at, a reminder is sent, and after the
 * last of them somebody looks at the person's means and needs first (Care and Support Statutory
 * Guidance, Annex D). Nothing here or anywhere touches the support: care never stops for debt. Nothing
 * at all where the day has moved. */
export function fallDueForReminder(
  account: ContributionAccount,
  rules: Rules,
  moment: Moment,
): Reminded | undefined {
  const { today } = moment;
  const on = remindOn(account, rules);
  if (on === null || on > today) return undefined;
  const { instalments } = account;
  if (instalments) return afterCheck(account, instalments, rules, moment);
  const overdue = undisputed(account).filter(({ dueOn }) => dueOn < today);
  const overduePence = leftToPay(overdue);
  return reminded(account, { overduePence, isBeside: false }, rules, moment);
}

interface Late {
  readonly overduePence: Pence;
  readonly isBeside: boolean;
}

function reminded(
  account: ContributionAccount,
  { overduePence, isBeside }: Late,
  rules: Rules,
  { today, event }: Moment,
): Reminded {
  const { reminders } = account;
  if (reminders.sent >= rules.remindersMax) {
    return {
      type: 'debt-look-asked',
      body: { overduePence, rule: contributionLaw('debt', today) },
      next: { ...account, lookAsked: event },
      overduePence,
      isBeside,
    };
  }
  const sent = reminders.sent + 1;
  return {
    type: 'contribution-reminded',
    body: { overduePence, reminder: sent, of: rules.remindersMax, isBesideInstalments: isBeside },
    next: { ...account, reminders: { ...reminders, sent, lastOn: today } },
    overduePence,
    isBeside,
  };
}

/** What was credited or written off since is no longer to be paid: where nothing is left, all was kept.
 * While they are kept, only what they do not cover is asked for. */
function afterCheck(
  account: ContributionAccount,
  instalments: Instalments,
  rules: Rules,
  moment: Moment,
): Reminded {
  const { today } = moment;
  const looked = { overduePence: 0, isBeside: false };
  const { reminders } = account;
  const { isKept, nextCheckOn } = checkInstalments(instalments);
  if (isPaidOff(account, instalments, today)) {
    const next = { ...account, instalments: null };
    return { type: 'instalments-kept', body: instalments, next, ...looked };
  }
  if (!isKept) {
    const next = { ...account, instalments: null, reminders: { ...reminders, isStopped: false } };
    return { type: 'instalments-broken', body: instalments, next, ...looked };
  }
  const kept = { ...instalments, checkOn: nextCheckOn };
  const next = { ...account, instalments: kept };
  const afterDays = rules.reminderAfterDays;
  const overduePence = lateBeside(account, instalments, { today, afterDays });
  return overduePence === 0 || reminders.isStopped
    ? { type: 'instalments-kept', body: kept, next, ...looked }
    : reminded(next, { overduePence, isBeside: true }, rules, moment);
}
