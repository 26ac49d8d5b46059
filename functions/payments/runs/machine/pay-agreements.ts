import { allOwed, type CarryingRun } from '#shared/domain/payment/next-payment.ts';
import type { LeftOut } from '#shared/domain/payment/payment.ts';
import { findHeads } from '#shared/stores/money/payments/agreement-head-store.ts';
import {
  createPayments,
  type OwingAgreement,
  ownWrites,
  transactionWritesMax,
  writesOf,
} from '#shared/stores/money/payments/pay-transaction.ts';
import { findPayments } from '#shared/stores/money/payments/payment-store.ts';
import { leftOutWrite } from '#shared/stores/money/runs/left-out.ts';
import { openPartCheck } from '#shared/stores/money/runs/run-parts.ts';
import type { Ports } from '../../../ports.ts';
import { payableProviders } from './checked-accounts.ts';

interface Paying {
  readonly run: CarryingRun;
  readonly shard: number;
  readonly ports: Pick<Ports, 'table' | 'system'>;
}

const racesMax = 5;

/** Creates every payment that a run owes these agreements of one part, as many as fit in a transaction
 * at once. Where nothing can be paid, the run says why. Called again, it finds what is paid and pays
 * the rest. */
export async function payAgreements(
  agreementIds: readonly string[],
  paying: Paying,
): Promise<'paid' | 'part-done'> {
  let left = agreementIds;
  for (let race = 0; left.length > 0; race += 1) {
    // Nobody goes unpaid over a race: the call fails and is made again.
    if (race > racesMax) throw new Error(`agreement ${left[0]} keeps changing`);
    const owing = await readOwing(left, paying);
    const outcome = await createAll(owing, paying);
    if (outcome === 'part-done') return outcome;
    left = outcome.changed;
  }
  return 'paid';
}

async function readOwing(
  agreementIds: readonly string[],
  { run, shard, ports }: Paying,
): Promise<readonly OwingAgreement[]> {
  const heads = await findHeads(ports.table, agreementIds);
  const names = heads.flatMap(({ agreementId, withheld, returned = [] }) =>
    [...withheld, ...returned].map((name) => ({ agreementId, name })),
  );
  const earlier = await findPayments(ports.table, names);
  const owing = heads
    .map((read) => {
      const own = earlier.filter(({ agreementId }) => agreementId === read.agreementId);
      return { read, owed: allOwed(read, run, own) };
    })
    .filter(({ owed }) => owed.payments.length > 0);
  const stopped = owing.filter(({ read }) => read.payStop);
  await leaveOut('payment-stopped', idsOf(stopped), { run, shard, ports });
  const going = owing.filter(({ read }) => !read.payStop);
  const held = going.filter(({ read }) => read.payeeHold);
  await leaveOut('payee-held', idsOf(held), { run, shard, ports });
  const free = going.filter(({ read }) => !read.payeeHold);
  const providers = await payableProviders(heads, ports.table);
  const isChecked = ({ read: { accountEvent, providerId } }: OwingAgreement) =>
    providerId === undefined ? accountEvent !== undefined : providers.has(providerId);
  const unchecked = free.filter((each) => !isChecked(each));
  await leaveOut('no-checked-account', idsOf(unchecked), { run, shard, ports });
  return free.filter(isChecked);
}

async function createAll(
  owing: readonly OwingAgreement[],
  paying: Paying,
): Promise<'part-done' | { readonly changed: readonly string[] }> {
  const { run, shard, ports } = paying;
  const changed: string[] = [];
  const waiting = inTransactions(owing);
  for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
    const created = await createPayments(ports.table, { runId: run.runId, shard }, batch);
    if (created.outcome === 'part-done') return created.outcome;
    if (created.outcome === 'created') {
      const more = batch.filter(({ owed }) => owed.isMoreOwed);
      await leaveOut('more-owed', idsOf(more), paying);
      continue;
    }
    // One agreement held up the others: they go again without it.
    const { agreementId, outcome } = created;
    if (outcome === 'changed') changed.push(agreementId);
    else await leaveOut('period-already-paid', [agreementId], paying);
    const others = batch.filter(({ read }) => read.agreementId !== agreementId);
    if (others.length > 0) waiting.unshift(others);
  }
  return { changed };
}

/** Agreements together as long as their writes fit in one transaction. */
function inTransactions(owing: readonly OwingAgreement[]): (readonly OwingAgreement[])[] {
  const batches: OwingAgreement[][] = [];
  let room = 0;
  for (const agreement of owing) {
    const writes = writesOf(agreement);
    if (writes > room) {
      batches.push([]);
      room = transactionWritesMax - ownWrites;
    }
    batches.at(-1)?.push(agreement);
    room -= writes;
  }
  return batches;
}

function idsOf(agreements: readonly OwingAgreement[]): readonly string[] {
  return agreements.map(({ read }) => read.agreementId);
}

/** Says whom the run leaves out, unless its part is closed: a worker that comes late may find somebody stopped
 * whom another one has paid before. */
async function leaveOut(
  reason: LeftOut['reason'],
  agreementIds: readonly string[],
  { run, shard, ports }: Paying,
): Promise<void> {
  if (agreementIds.length === 0) return;
  const about = { runId: run.runId, reason, at: ports.system.now(), name: null, amountPence: 0 };
  await ports.table.write([
    openPartCheck(run.runId, shard),
    ...agreementIds.map((agreementId) => leftOutWrite({ ...about, agreementId })),
  ]);
}
