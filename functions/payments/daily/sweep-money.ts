import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { describeFault, logger } from '#shared/lambda/logger.ts';
import {
  type MoneyDue,
  type MoneyDueRow,
  moneyDueRows,
} from '#shared/stores/money/money-due-store.ts';
import { moneyShards } from '#shared/stores/table/keys.ts';
import { TableBusy, type TableWrite, type Value } from '#shared/stores/table/table.ts';
import type { DailyPorts } from '../../workflow/daily/daily-task.ts';

/** What is written when something of money falls due. The first of it takes or moves the row, so that it
 * happens once however often it is swept. */
export type FallDue = (row: MoneyDueRow, ports: DailyPorts) => Promise<readonly TableWrite[]>;

/** Loaded one by one: on most days most of them have nothing to do. */
const whenDue = {
  'agreement-review': async () => (await import('./ask-agreement-review.ts')).askAgreementReview,
  'contribution-statement': async () =>
    (await import('../../contribution-accounts/daily/issue-statement.ts')).issueStatementWhenDue,
  'contribution-reminder': async () =>
    (await import('../../contribution-accounts/daily/remind.ts')).remindWhenDue,
  'monitoring-return': async () =>
    (await import('../monitoring/return-falls-due.ts')).returnFallsDue,
  reclaim: async () => {
    const { chaseReclaim } = await import('../reclaims/chase-reclaim.ts');
    const { chaseOwedBack } = await import('../../orders/owed-back/chase-owed-back.ts');
    return (row, ports) => (row.owner === 'order' ? chaseOwedBack : chaseReclaim)(row, ports);
  },
  'late-start': async () =>
    (await import('../../orders/daily/notice-late-start.ts')).noticeLateStart,
  'paid-ahead': async () =>
    (await import('../../orders/daily/settle-paid-ahead.ts')).settlePaidAhead,
  'care-report': async () =>
    (await import('../../orders/daily/ask-for-care-reports.ts')).askForCareReports,
  'order-over': async () => (await import('../../orders/daily/order-runs-out.ts')).orderRunsOut,
  'final-account': async () =>
    (await import('../final-account/account-to-settle.ts')).finalAccountFallsDue,
  'run-unfinished': async () => (await import('../runs/waiting-run.ts')).runUnfinished,
} as const satisfies Record<MoneyDue, () => Promise<FallDue>>;

const pageLimit = 100;
const attemptsMax = 3;

/** Does what falls due by the end of today. A day that was missed is caught up by the next; what cannot
 * be done holds up nothing else, and its alarm tells of it. */
export async function sweepMoney(ports: DailyPorts): Promise<{ readonly taken: number }> {
  const today = civilDateInLondon(ports.system.now());
  const shards = Array.from({ length: moneyShards }, (_, shard) => shard);
  const swept = await Promise.all(shards.map((shard) => sweepShard(shard, today, ports)));
  const failed = swept.reduce((sum, each) => sum + each.failed, 0);
  if (failed > 0) throw new Error(`${failed} dues of money could not be taken`);
  return { taken: swept.reduce((sum, each) => sum + each.taken, 0) };
}

async function sweepShard(shard: number, upTo: string, ports: DailyPorts) {
  const swept = { taken: 0, failed: 0 };
  let startAfter: Value | undefined;
  // From page to page, and never again from the first: the index may still show what was just taken.
  do {
    const page = await moneyDueRows(ports.table, { shard, upTo, limit: pageLimit, startAfter });
    for (const row of page.rows) {
      try {
        await takeRow(row, ports);
        swept.taken += 1;
      } catch (fault) {
        swept.failed += 1;
        logger.error('due of money not taken', { aggregate: row.id, ...describeFault(fault) });
      }
    }
    startAfter = page.next;
  } while (startAfter !== undefined);
  return swept;
}

/** When somebody changed a record in between, it is decided again; when somebody took or moved the row,
 * there is nothing left to do. */
async function takeRow(row: MoneyDueRow, ports: DailyPorts): Promise<void> {
  const fallDue: FallDue = await whenDue[row.due]();
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const result = await ports.table.write(await fallDue(row, ports));
    if (result.written || result.blocked === 0) return;
  }
  throw new TableBusy('the record was being changed by others at each attempt');
}
