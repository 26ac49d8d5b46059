import type { AgreementHead } from '#shared/domain/payment/agreement-head.ts';
import type { LeftOut, Payment } from '#shared/domain/payment/payment.ts';
import { type RunPart, withholdPayment } from '#shared/stores/money/payments/pay-transaction.ts';
import type { Ports } from '../../../ports.ts';

/** A payment that is taken out of its run, with its agreement as it was read. */
export interface Stopped {
  readonly payment: Payment;
  readonly head: AgreementHead;
  readonly reason: LeftOut['reason'];
}

/** Takes payments out of their run, and gives back those whose agreement has changed since it was read. */
export async function withholdAll(
  payments: readonly Stopped[],
  { shard }: RunPart,
  { table, system }: Pick<Ports, 'table' | 'system'>,
): Promise<readonly Payment[]> {
  const again: Payment[] = [];
  for (const { payment, head, reason } of payments) {
    const about = { head, reason, at: system.now(), shard };
    const isHeld = await withholdPayment(table, payment, about);
    if (!isHeld) again.push(payment);
  }
  return again;
}
