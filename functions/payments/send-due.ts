import * as z from 'zod';
import type { Payment } from '#shared/domain/payment/payment.ts';
import { findHead } from '#shared/stores/money/agreement-head-store.ts';
import { findPayment, sendPayment, withholdPayment } from '#shared/stores/money/payment-store.ts';
import { listShard, type Place, paymentList } from '#shared/stores/money/run-entries.ts';
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

const pageLimit = 25;
const racesMax = 5;

/** Sends one page of an approved run, each payment in a transaction that looks once more whether
 * the agreement was stopped: between a run's drafting and its sending lie days in which somebody
 * may die, a case may close and an account may change. What is stopped is withheld, not lost. After
 * the last page the shard is counted anew. */
export async function sendDue(
  { runId, shard, cursor }: SendDue,
  ports: SendingPorts,
): Promise<{ readonly cursor: z.infer<typeof After> | null }> {
  const run = await ports.runs.last(runId);
  if (!run) throw new Error(`no run ${runId}`);
  if (run.after.status === 'sent') return { cursor: null };
  if (run.after.status !== 'approved') throw new Error(`run ${runId} is not approved`);
  const from: Place = cursor ? { shard, after: cursor } : { shard };
  const page = await listShard(ports.table, runId, { list: paymentList, from, limit: pageLimit });
  for (const { agreementId, name } of page.entries) {
    const payment = await findPayment(ports.table, { agreementId, name });
    if (payment?.state !== 'due' || payment.runId !== runId) continue;
    // A late approval moved the run's pay date after the payment was created.
    await send({ ...payment, payOn: run.after.payOn }, ports);
  }
  if (page.next?.after) return { cursor: page.next.after };
  await keepSentSums(ports.table, runId, {
    shard,
    sums: await sumPart(ports.table, runId, shard),
  });
  return { cursor: null };
}

async function send(payment: Payment, { table, system }: SendingPorts): Promise<void> {
  for (let race = 0; race <= racesMax; race += 1) {
    if ((await sendPayment(table, payment)) !== 'stopped') return;
    const head = await findHead(table, payment.agreementId);
    if (!head) throw new Error(`agreement ${payment.agreementId} has no head`);
    // Released in that very moment: it is sent after all.
    if (!head.payStop) continue;
    if (await withholdPayment(table, payment, { head, at: system.now() })) return;
  }
  throw new Error(`agreement ${payment.agreementId} keeps changing`);
}
