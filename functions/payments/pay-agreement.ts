import type { AgreementHead } from '#shared/domain/payment/agreement-head.ts';
import {
  type CarryingRun,
  type OwedPayment,
  owedAgain,
  owedOnce,
  owedPeriod,
} from '#shared/domain/payment/next-payment.ts';
import type { LeftOut } from '#shared/domain/payment/payment.ts';
import { findHead } from '#shared/stores/money/agreement-head-store.ts';
import { createPayment, findPayment, leftOutWrite } from '#shared/stores/money/payment-store.ts';
import type { Table } from '#shared/stores/table/table.ts';
import type { Ports } from '../ports.ts';

type PayingPorts = Pick<Ports, 'table' | 'system'>;

// Four years of periods: what is owed beyond that is paid by the next run.
const paymentsMax = 52;
const racesMax = 5;

/** Creates every payment that a run owes one agreement: what was withheld, what is bought once, and
 * each period up to the run's own that is not paid for. Where nothing can be paid, the run says
 * why. */
export async function payAgreement(
  agreementId: string,
  run: CarryingRun,
  ports: PayingPorts,
): Promise<void> {
  let races = 0;
  for (let created = 0; created < paymentsMax; ) {
    const head = await findHead(ports.table, agreementId);
    if (!head) return;
    const owed = await firstOwed(head, run, ports.table);
    if (!owed) return;
    if (head.payStop) return leaveOut('payment-stopped', { agreementId, run }, ports);
    const outcome = await createPayment(ports.table, head, owed);
    if (outcome === 'shard-done') return;
    if (outcome === 'key-taken') {
      return leaveOut('period-already-paid', { agreementId, run }, ports);
    }
    if (outcome === 'created') created += 1;
    else races += 1;
    // Nobody goes unpaid over a race: the call fails and is made again.
    if (races > racesMax) throw new Error(`agreement ${agreementId} keeps changing`);
  }
  await leaveOut('more-owed', { agreementId, run }, ports);
}

async function firstOwed(
  head: AgreementHead,
  run: CarryingRun,
  table: Table,
): Promise<OwedPayment | undefined> {
  const [name] = head.withheld;
  if (name === undefined) return owedOnce(head, run) ?? owedPeriod(head, run);
  const withheld = await findPayment(table, { agreementId: head.agreementId, name });
  if (!withheld) throw new Error(`a withheld payment of ${head.agreementId} is missing`);
  return owedAgain(head, withheld, run);
}

async function leaveOut(
  reason: LeftOut['reason'],
  { agreementId, run }: { readonly agreementId: string; readonly run: CarryingRun },
  { table, system }: PayingPorts,
): Promise<void> {
  const { runId } = run;
  const leftOut = { runId, agreementId, reason, at: system.now(), name: null, amountPence: 0 };
  await table.write([leftOutWrite(leftOut)]);
}
