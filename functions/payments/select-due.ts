import * as z from 'zod';
import { dueAgreements } from '#shared/stores/money/agreement-head-store.ts';
import { isShardDone, markShardDone } from '#shared/stores/money/run-store.ts';
import type { Value } from '#shared/stores/table/table.ts';
import type { Ports } from '../ports.ts';
import { payAgreement } from './pay-agreement.ts';

/** What a machine sends to have one page of one shard of a run's agreements paid. */
export const SelectDue = z.strictObject({
  contract: z.literal(1),
  task: z.literal('select-due'),
  runId: z.string(),
  shard: z.int().min(0).max(15),
  /** The keys of the last agreement that was looked at. */
  cursor: z.record(z.string(), z.string()).nullable(),
});
type SelectDue = z.infer<typeof SelectDue>;

const pageLimit = 25;

/** Creates what one page of agreements is owed, each payment in a transaction of its own, and marks
 * the shard done after the last page. Called again at any point, it finds what is paid and pays the
 * rest; once the shard is done it pays nothing more, so that approval sees the whole run. */
export async function selectDue(
  { runId, shard, cursor }: SelectDue,
  ports: Pick<Ports, 'table' | 'runs' | 'system'>,
): Promise<{ readonly cursor: Value }> {
  const run = await ports.runs.last(runId);
  if (!run) throw new Error(`no run ${runId}`);
  if (await isShardDone(ports.table, runId, shard)) return { cursor: null };
  const { periodStart, periodEnd, payOn } = run.after;
  const page = await dueAgreements(ports.table, {
    shard,
    upTo: periodEnd,
    limit: pageLimit,
    startAfter: cursor ?? undefined,
  });
  for (const agreementId of page.agreementIds) {
    await payAgreement(agreementId, { runId, periodStart, periodEnd, payOn }, ports);
  }
  if (page.next !== undefined) return { cursor: page.next };
  await markShardDone(ports.table, runId, shard);
  return { cursor: null };
}
