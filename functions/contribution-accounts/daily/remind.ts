import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import {
  fallDueForReminder,
  type Reminded,
  remindOn,
} from '#shared/domain/contribution-account/debt/remind.ts';
import { formatPounds } from '#shared/domain/money/pence.ts';
import { contributionAccounts } from '#shared/stores/money/contributions/account-log.ts';
import { owedWrites } from '#shared/stores/money/contributions/debt-store.ts';
import { type MoneyDueRow, takeMoneyDueWrite } from '#shared/stores/money/money-due-store.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { DailyPorts } from '../../workflow/daily/daily-task.ts';
import { billingActor, serviceEvent } from '../account-writes.ts';
import { lookTask } from '../debt/debt-tasks.ts';
import { tellOnCaseWrite } from '../tell-on-case.ts';
import { lookBy } from './issue-statement.ts';

/** Reminds a person of what they owe, looks whether instalments are kept, or after the last reminder asks
 * somebody of finance to look at their means and needs. */
export async function remindWhenDue(
  row: MoneyDueRow,
  { table, cases, council, system }: DailyPorts,
): Promise<readonly TableWrite[]> {
  const accounts = contributionAccounts(table);
  const [last, held] = await Promise.all([accounts.last(row.id), cases.last(row.id)]);
  if (!last || !held) throw new Error(`contribution account ${row.id} is missing`);
  const { billing } = council;
  const at = system.now();
  const today = civilDateInLondon(at);
  const event = last.sequence + 1;
  const change = fallDueForReminder(last.after, billing, { actor: billingActor, today, event });
  if (!change) return [takeMoneyDueWrite(row, remindOn(last.after, billing))];
  const name = String(event);
  return [
    takeMoneyDueWrite(row, remindOn(change.next, billing)),
    accounts.asWrite(last, serviceEvent(row.id, change, { at, name })),
    ...owedWrites(row.id, last.after, change.next),
    ...(change.type === 'debt-look-asked'
      ? [lookTask(row.id, event, { state: held.after, due: lookBy(today, billing), at, council })]
      : []),
    ...(change.type === 'contribution-reminded'
      ? [
          tellOnCaseWrite(
            held,
            { type: 'contributions-reminded', at, name, explanation: told(change, billing) },
            { cases },
          ),
        ]
      : []),
  ];
}

function told(
  { overduePence, isBeside }: Reminded,
  { howToPay }: DailyPorts['council']['billing'],
): readonly string[] {
  const owed = `We have not had ${formatPounds(overduePence)} yet that you pay towards your care.`;
  const beside = [
    'This is of statements that came after your instalments were agreed. Thank you for keeping to those.',
    'You can ask us to agree instalments for this too.',
  ];
  return [owed, ...(isBeside ? beside : []), howToPay];
}
