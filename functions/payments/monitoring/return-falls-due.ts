import { addDays } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { hasDied } from '#shared/domain/case/ending/note-death.ts';
import { formatPounds } from '#shared/domain/money/pence.ts';
import type { MonitoringState } from '#shared/domain/monitoring/monitoring-state.ts';
import { returnFallenDue } from '#shared/domain/monitoring/return-due.ts';
import { monitoringOf, nextLook } from '#shared/domain/monitoring/return-period.ts';
import { type MoneyDueRow, takeMoneyDueWrite } from '#shared/stores/money/money-due-store.ts';
import { paymentsOfAgreement } from '#shared/stores/money/payments/payment-store.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { besideCaseWrite } from '../../personal-budget/change-beside-case.ts';
import type { DailyPorts } from '../../workflow/daily/daily-task.ts';
import { returnTaskWrites } from './return-tasks.ts';
import { tellPayeeWrite } from './tell-payee.ts';

const actor = { id: 'monitoring-returns', role: 'service' };
// More than thirty years of payments.
const paymentsMax = 500;
// A case that has ended may be taken up again, or its death taken back.
const daysUntilLook = 28;

/** Asks a payee for a return once its days are over, and puts one that is late before finance: once each.
 * Of a case that has ended, and after a death, nobody is asked: the final account settles it. */
export async function returnFallsDue(
  row: MoneyDueRow,
  ports: DailyPorts,
): Promise<readonly TableWrite[]> {
  const { agreements, cases, council, system, table } = ports;
  const last = await agreements.last(row.id);
  if (!last) throw new Error(`agreement ${row.id} is missing`);
  const { returns: rule } = council.directPayments;
  const monitoring = monitoringOf(last.after, rule);
  const { status, endsOn } = last.after;
  const hasEnded =
    status === 'closed' || (endsOn !== undefined && endsOn < (monitoring?.from ?? ''));
  if (hasEnded || !monitoring) return [takeMoneyDueWrite(row, null)];
  const at = system.now();
  const today = civilDateInLondon(at);
  const held = await cases.last(last.after.caseId);
  if (!held) throw new Error(`agreement ${row.id} has no case`);
  if (held.after.status === 'closed' || hasDied(held.after)) {
    return [takeMoneyDueWrite(row, addDays(today, daysUntilLook))];
  }
  const { payments } = await paymentsOfAgreement(table, row.id, { limit: paymentsMax });
  const change = returnFallenDue(last.after, { monitoring, payments, rule, today });
  if (!change) return [takeMoneyDueWrite(row, nextLook(monitoring))];
  const about = { agreementId: row.id, before: last.after, next: change.next };
  const { due } = change.monitoring;
  const explanation = explainReturn(change.monitoring);
  const told = { agreementId: row.id, what: change.type, due, explanation };
  return [
    takeMoneyDueWrite(row, nextLook(change.monitoring)),
    besideCaseWrite(last, change, { actor, at }, ports),
    tellPayeeWrite(held, told, { actor, at }, ports),
    ...returnTaskWrites(about, { at, held: held.after, council }),
  ];
}

function explainReturn({ from, to, figures }: MonitoringState): string[] {
  if (!figures) return [`It is about the days from ${from} to ${to}.`];
  return [
    `It is about the days from ${from} to ${to}.`,
    `In those days we paid you ${formatPounds(figures.receivedPence)}.`,
    `Before them ${formatPounds(figures.openingPence)} was on the account.`,
  ];
}
