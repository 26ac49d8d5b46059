import { ContributionAccount } from '../../../domain/contribution-account/account-state.ts';
import { EventLog } from '../../events/event-log.ts';
import type { Table } from '../../table/table.ts';

/** The contribution account of each case, under the case's own id. */
export function contributionAccounts(table: Table): EventLog<ContributionAccount> {
  return new EventLog(table, 'contribution-account', ContributionAccount);
}
