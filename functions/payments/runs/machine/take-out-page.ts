import type { Payment } from '#shared/domain/payment/payment.ts';
import { findHeads } from '#shared/stores/money/payments/agreement-head-store.ts';
import { findPayments } from '#shared/stores/money/payments/payment-store.ts';
import { listPartPayments } from '#shared/stores/money/runs/run-entries.ts';
import type { Ports } from '../../../ports.ts';
import { After, type SelectDue } from './run-task.ts';
import { type Stopped, withholdAll } from './withhold-payments.ts';

const pageLimit = 33;
const racesMax = 5;

/** Takes one page of the payments of a cancelled run out of it, and says where the next begins. Each keeps its
 * permanent key and its amount, and its agreement knows of it, so that the next run pays it. */
export async function takeOutPage(
  { runId, shard, cursor }: SelectDue,
  ports: Pick<Ports, 'table' | 'system'>,
): Promise<After | null> {
  const from = cursor ? { shard, after: After.parse(cursor) } : { shard };
  const page = await listPartPayments(ports.table, runId, { from, limit: pageLimit });
  const payments = await findPayments(ports.table, page.payments);
  let left = payments.filter(({ state, runId: of }) => state === 'due' && of === runId);
  for (let races = 0; left.length > 0; ) {
    const stopped = await withHeads(left, ports);
    const again = await withholdAll(stopped, { runId, shard }, ports);
    if (again.length === left.length) races += 1;
    // Nobody is left in doubt over a race: the call fails and is made again.
    if (races > racesMax) throw new Error(`agreement ${left[0]?.agreementId} keeps changing`);
    left = [...again];
  }
  return page.next?.after ?? null;
}

async function withHeads(
  payments: readonly Payment[],
  { table }: Pick<Ports, 'table'>,
): Promise<readonly Stopped[]> {
  const ids = [...new Set(payments.map(({ agreementId }) => agreementId))];
  const heads = new Map((await findHeads(table, ids)).map((head) => [head.agreementId, head]));
  return payments.map((payment) => {
    const head = heads.get(payment.agreementId);
    if (!head) throw new Error(`agreement ${payment.agreementId} has no head`);
    return { payment, head, reason: 'run-cancelled' };
  });
}
