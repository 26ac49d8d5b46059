import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { AgreementHead } from '#shared/domain/payment/agreement-head.ts';
import type { LeftOut, Payment } from '#shared/domain/payment/payment.ts';
import { whyNotPaid } from '#shared/domain/payment/why-not-paid.ts';
import { roundOf } from '#shared/domain/run/run-state.ts';
import { findHeads } from '#shared/stores/money/payments/agreement-head-store.ts';
import {
  type PaymentTo,
  type RunPart,
  sendPayments,
  sentAtOnceMax,
  sentTogether,
} from '#shared/stores/money/payments/pay-transaction.ts';
import { findPayments } from '#shared/stores/money/payments/payment-store.ts';
import { listPartPayments, type Place } from '#shared/stores/money/runs/run-entries.ts';
import { keepSentSums } from '#shared/stores/money/runs/run-parts.ts';
import { sumPart } from '#shared/stores/money/runs/sum-run.ts';
import type { Ports } from '../../../ports.ts';
import { type CheckedAccount, checkedAccounts } from './checked-accounts.ts';
import type { SendDue } from './run-task.ts';
import { type Stopped, withholdAll } from './withhold-payments.ts';

type SendingPorts = Pick<Ports, 'table' | 'runs' | 'agreements' | 'system'>;

const racesMax = 5;

/** Sends one page of an approved run in a transaction that looks once more whether an agreement was
 * stopped: between a run's drafting and its sending lie days in which somebody may die, a case may close
 * and an account may change. What is stopped is withheld, not lost. After the last page the shard is
 * counted anew. */
export async function sendDue(
  { runId, shard, cursor }: SendDue,
  ports: SendingPorts,
): Promise<{ readonly cursor: SendDue['cursor'] }> {
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
  await keepSentSums(ports.table, runId, { shard, sums, round: roundOf(run.after) });
  return { cursor: null };
}

async function sendAll(
  payments: readonly Payment[],
  part: RunPart,
  ports: SendingPorts,
): Promise<void> {
  let left = payments;
  let races = 0;
  while (left.length > 0) {
    const { payable, stopped } = await withAccounts(left, ports);
    const again = [
      ...(await withholdAll(stopped, part, ports)),
      ...(await sendPayable(payable, part, ports)),
    ];
    if (again.length === left.length) races += 1;
    // Nobody is left in doubt over a race: the call fails and is made again.
    if (races > racesMax) throw new Error(`agreement ${left[0]?.agreementId} keeps changing`);
    left = again;
  }
}

interface Payable {
  readonly payable: readonly PaymentTo[];
  readonly stopped: readonly Stopped[];
}

/** The payments that may go, each with the account that was checked, read from the event that holds
 * it. */
async function withAccounts(
  payments: readonly Payment[],
  { table, agreements, system }: SendingPorts,
): Promise<Payable> {
  const today = civilDateInLondon(system.now());
  const ids = [...new Set(payments.map(({ agreementId }) => agreementId))];
  const heads = new Map((await findHeads(table, ids)).map((head) => [head.agreementId, head]));
  const accounts = await checkedAccounts([...heads.values()], { table, agreements });
  const payable: PaymentTo[] = [];
  const stopped: Stopped[] = [];
  for (const payment of payments) {
    const head = heads.get(payment.agreementId);
    if (!head) throw new Error(`agreement ${payment.agreementId} has no head`);
    const checked = accounts.get(payment.agreementId);
    const reason = whyNotPaid(head, payment, today) ?? whyNoAccount(head, checked, today);
    if (reason) stopped.push({ payment, head, reason });
    else if (!checked) throw new Error(`agreement ${payment.agreementId} has no checked account`);
    else payable.push({ payment, ...checked, payUntil: head.payUntil });
  }
  return { payable, stopped };
}

/** A provider's new account, which nobody has checked yet or which still waits its days, stops no order by
 * itself. */
function whyNoAccount(
  { providerId }: AgreementHead,
  checked: CheckedAccount | undefined,
  today: CivilDate,
): LeftOut['reason'] | undefined {
  if (providerId === undefined) return undefined;
  if (!checked) return 'no-checked-account';
  return checked.from !== undefined && checked.from > today ? 'account-cooling-off' : undefined;
}

/** Sends what can be sent, and gives back the payments whose agreement changed in that very moment. */
async function sendPayable(
  payments: readonly PaymentTo[],
  part: RunPart,
  { table, system }: SendingPorts,
): Promise<readonly Payment[]> {
  const today = civilDateInLondon(system.now());
  const again: Payment[] = [];
  let [together, left] = sentTogether(payments);
  while (together.length > 0) {
    const sent = await sendPayments(table, part, { payments: together, today });
    if (sent.outcome === 'sent') {
      [together, left] = sentTogether(left);
      continue;
    }
    if (sent.outcome === 'stopped') again.push(sent.payment);
    together = together.filter(({ payment }) => payment !== sent.payment);
    if (together.length === 0) [together, left] = sentTogether(left);
  }
  return again;
}
