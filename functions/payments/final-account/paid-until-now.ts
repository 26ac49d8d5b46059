import type { PaidUntilNow } from '#shared/domain/final-account/settle-account.ts';
import { withoutPayment } from '#shared/domain/payment/held-in-runs.ts';
import type { Payment } from '#shared/domain/payment/payment.ts';
import type { RunStatus } from '#shared/domain/run/run-state.ts';
import { paymentShard } from '#shared/stores/money/payments/agreement-head-store.ts';
import { withholdPayment } from '#shared/stores/money/payments/pay-transaction.ts';
import { paymentsOfAgreement } from '#shared/stores/money/payments/payment-store.ts';
import type { Table } from '#shared/stores/table/table.ts';
import type { Ports } from '../../ports.ts';

// Some fifteen years of payments, which one request holds.
const paymentsPerPage = 200;

/** Everything that was paid under an agreement, however long it lasted; nothing before it was active. */
export async function paidUntilNow(
  table: Table,
  agreementId: string,
): Promise<PaidUntilNow | undefined> {
  const first = await paymentsOfAgreement(table, agreementId, { limit: paymentsPerPage });
  if (!first.head) return undefined;
  const payments = [...first.payments];
  let after = first.next;
  while (after !== undefined) {
    const page = await paymentsOfAgreement(table, agreementId, { limit: paymentsPerPage, after });
    payments.push(...page.payments);
    after = page.next;
  }
  return { head: first.head, payments };
}

const rejected: readonly (RunStatus | undefined)[] = ['rejected', 'cancelling'];

/** Payments that stand in a run which somebody rejected: it may never be put up again. */
export async function stuckPayments(
  payments: readonly Payment[],
  { runs }: Pick<Ports, 'runs'>,
): Promise<readonly Payment[]> {
  const due = payments.filter(({ state }) => state === 'due');
  const runIds = [...new Set(due.map(({ runId }) => runId))];
  const states = await Promise.all(runIds.map((runId) => runs.last(runId)));
  const stuck = runIds.filter((_runId, place) => rejected.includes(states[place]?.after.status));
  return due.filter(({ runId }) => stuck.includes(runId));
}

/** Takes payments out of their rejected runs, which show it: they are held back, and owed as before. What
 * changed in that moment is left as it is. */
export async function holdBackStuck(
  { head, payments }: PaidUntilNow,
  { table, system }: Pick<Ports, 'table' | 'system'>,
): Promise<void> {
  const shard = paymentShard(head.agreementId);
  let read = head;
  for (const payment of payments) {
    const about = { head: read, reason: 'being-settled', at: system.now(), shard } as const;
    const isHeld = await withholdPayment(table, payment, about);
    if (!isHeld) return;
    read = {
      ...read,
      withheld: [...read.withheld, payment.name],
      ...(read.inRuns && { inRuns: withoutPayment(read, payment) }),
      revision: read.revision + 1,
    };
  }
}
