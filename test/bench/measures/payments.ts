import { newHead } from '#shared/domain/payment/agreement-head.ts';
import { newHeadWrite } from '#shared/stores/money/payments/agreement-head-store.ts';
import { paymentShards } from '#shared/stores/table/keys.ts';
import { expectBalancedLedger } from '#test/support/books/expect-balanced.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { PayOffice } from '#test/support/pay-office.ts';
import { progress } from '../progress.ts';
import { countRequests, sharingCopies } from './filled-table.ts';
import type { Measure } from './measure.ts';

const perPaymentAim = 1.5;
const periodStart = '2026-04-06';
const notDueBefore = '2027-04-05';

interface Filled {
  /** How many agreements are due, and how many there are in all. */
  readonly due: number;
  readonly among: number;
}

interface RunCost {
  readonly requests: number;
  readonly cpuSeconds: number;
}

/** One run of so many agreements, from its first part to its file; and runs that pay as many among few
 * agreements and among many, because a run may cost what is due and never what there is. */
export async function measurePayments(
  agreements: number,
  sweep: { readonly due: number; readonly among: readonly number[] },
): Promise<Measure[]> {
  const whole = await payRun({ due: agreements, among: agreements });
  const measures: Measure[] = [
    {
      id: 'payment-requests',
      name: 'Table requests of a run for each payment, to the file',
      value: whole.requests / agreements,
      aim: perPaymentAim,
      note: `${agreements.toLocaleString('en-GB')} agreements in one pass`,
    },
    {
      id: 'payment-run-seconds',
      name: 'Processor time of that run, in seconds',
      value: whole.cpuSeconds,
    },
  ];
  for (const among of sweep.among) {
    const { requests } = await payRun({ due: sweep.due, among });
    measures.push({
      id: `payment-requests-among-${among}`,
      name: `Table requests of a run among ${among.toLocaleString('en-GB')} agreements`,
      value: requests,
      note: `${sweep.due.toLocaleString('en-GB')} of them due`,
    });
  }
  return measures;
}

/** Fills a table, and counts what one run asks of it from its draft until it is sent. */
export async function payRun(filled: Filled): Promise<RunCost> {
  const table = new MemoryTable(sharingCopies());
  progress(`  ${filled.among.toLocaleString('en-GB')} agreements are filled in`);
  await fill(table, filled);
  const counting = countRequests(table);
  const office = new PayOffice(counting.table);
  await office.fire('2026-03-26');
  const run = (await office.runs()).find((each) => each.periodStart === periodStart);
  if (!run) throw new Error('the calendar drafted no run');
  const [before, started] = [counting.requests(), process.cpuUsage()];
  for (let shard = 0; shard < paymentShards; shard += 1) {
    await office.selectShard(run.runId, shard);
    progress(`  part ${shard + 1} of ${paymentShards} is selected`);
  }
  const approved = await office.decide(run.runId, 'approved');
  if (!approved.accepted) throw new Error(approved.refusal.detail);
  for (let shard = 0; shard < paymentShards; shard += 1) {
    await office.sendShard(run.runId, shard);
    progress(`  part ${shard + 1} of ${paymentShards} is sent`);
  }
  await office.markSent(run.runId);
  const requests = counting.requests() - before;
  const { user, system } = process.cpuUsage(started);
  const sent = (await office.ports.runs.last(run.runId))?.after.file?.count;
  expectBalancedLedger(table);
  if (sent !== filled.due) throw new Error(`the run sent ${sent} of ${filled.due} payments`);
  return { requests, cpuSeconds: (user + system) / 1e6 };
}

async function fill(table: MemoryTable, { due, among }: Filled): Promise<void> {
  const office = new PayOffice(table);
  for (let n = 0; n < among; n += 1) {
    const agreementId = `agreement${String(n).padStart(7, '0')}`;
    if (n < due) await office.activate({ agreementId, startsOn: periodStart });
    else await table.write([newHeadWrite(notDue(agreementId))]);
  }
}

function notDue(agreementId: string) {
  return newHead({
    agreementId,
    caseId: 'case0000000001',
    weeklyPence: 62_000,
    weeklyContributionPence: 0,
    startsOn: notDueBefore,
    oneOffs: [],
    activatedBy: 'finance-1',
  });
}
