import * as z from 'zod';
import type { Payment } from '#shared/domain/payment/payment.ts';
import { findHead } from '#shared/stores/money/agreement-head-store.ts';
import {
  type RunPart,
  sendPayments,
  sentAtOnceMax,
  withholdPayment,
} from '#shared/stores/money/pay-transaction.ts';
import { findPayments } from '#shared/stores/money/payment-store.ts';
import { listPartPayments, type Place } from '#shared/stores/money/run-entries.ts';
import { keepSentSums } from '#shared/stores/money/run-parts.ts';
import { sumPart } from '#shared/stores/money/sum-run.ts';
import type { Ports } from '../ports.ts';

const After = z.strictObject({ agreementId: z.string(), name: z.string() });

/** What a machine sends to have one page of one shard of an approved run sent. */
export const SendDue = z.strictObject({
  contract: z.literal(1),
  task: z.literal('send-due'),
  runId: z.string(),
  shard: z.int().min(0).max(15),
  /** The last payment that was looked at. */
  cursor: After.nullable(),
});
type SendDue = z.infer<typeof SendDue>;

type SendingPorts = Pick<Ports, 'table' | 'runs' | 'system'>;

const racesMax = 5;

/** Sends one page of an approved run in a transaction that looks once more whether an agreement was
 * stopped: between a run's drafting and its sending lie days in which somebody may die, a case may close
 * and an account may change. What is stopped is withheld, not lost. After the last page the shard is
 * counted anew. */
export async function sendDue(
  { runId, shard, cursor }: SendDue,
  ports: SendingPorts,
): Promise<{ readonly cursor: z.infer<typeof After> | null }> {
  const run = await ports.runs.last(runId);
  if (!run) throw new Error(`no run ${runId}`);
  if (run.after.status === 'sent') return { cursor: null };
  if (run.after.status !== 'approved') throw new Error(`run ${runId} is not approved`);
  const from: Place = cursor ? { shard, after: cursor } : { shard };
  const page = await listPartPayments(ports.table, runId, { from, limit: sentAtOnceMax });
  // The index may be behind: what counts is what the payments say themselves.
  const payments = await findPayments(ports.table, page.payments);
  const due = payments
    .filter((payment) => payment.state === 'due' && payment.runId === runId)
    // A late approval moved the run's pay date after the payment was created.
    .map((payment) => ({ ...payment, payOn: run.after.payOn }));
  await sendAll(due, { runId, shard }, ports);
  if (page.next?.after) return { cursor: page.next.after };
  const sums = await sumPart(ports.table, runId, shard);
  await keepSentSums(ports.table, runId, { shard, sums });
  return { cursor: null };
}

async function sendAll(
  payments: readonly Payment[],
  part: RunPart,
  ports: SendingPorts,
): Promise<void> {
  let left = payments;
  for (let race = 0; left.length > 0; ) {
    const sent = await sendPayments(ports.table, part, left);
    if (sent.outcome === 'sent') return;
    const { payment } = sent;
    if (sent.outcome === 'stopped' && !(await withhold(payment, part, ports))) {
      race += 1;
      if (race > racesMax) throw new Error(`agreement ${payment.agreementId} keeps changing`);
      continue;
    }
    left = left.filter((each) => each !== payment);
  }
}

/** False where the stop was released, or the agreement changed, in that very moment: then it is tried
 * again. */
async function withhold(
  payment: Payment,
  { shard }: RunPart,
  { table, system }: SendingPorts,
): Promise<boolean> {
  const head = await findHead(table, payment.agreementId);
  if (!head) throw new Error(`agreement ${payment.agreementId} has no head`);
  if (!head.payStop) return false;
  return withholdPayment(table, payment, { head, at: system.now(), shard });
}
