import * as z from 'zod';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { entryOfPayment } from '#shared/domain/ledger/entry-of-payment.ts';
import { payDatesOfFile } from '#shared/domain/run/pay-dates.ts';
import { RunTotals } from '#shared/domain/run/run-change.ts';
import type { RunState } from '#shared/domain/run/run-state.ts';
import { sendRun } from '#shared/domain/run/send-run.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { spentWrite } from '#shared/stores/money/cost-centres/spent-store.ts';
import { sentPaymentsOf } from '#shared/stores/money/runs/run-batches.ts';
import { runRowWrite } from '#shared/stores/money/runs/run-store.ts';
import { sumRun } from '#shared/stores/money/runs/sum-run.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { Ports } from '../../../ports.ts';
import { drawUpFile } from '../payment-file.ts';
import { machineWrites } from '../waiting-run.ts';
import type { MarkRunSent } from './run-task.ts';

type SendingPorts = Pick<Ports, 'table' | 'runs' | 'council' | 'system'>;

/** Until nothing had been taken out of a run before its approval, none said so. */
const Approval = z.looseObject({
  totals: RunTotals,
  withheldBefore: RunTotals.default({ count: 0, pence: 0 }),
});
const actor = { id: 'payment-run', role: 'service' };
const attemptsMax = 3;

/** Marks the run as sent, once its payments add up to what was approved and its file to them. */
export async function markRunSent({ runId }: MarkRunSent, ports: SendingPorts): Promise<void> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const last = await ports.runs.last(runId);
    if (!last) throw new Error(`no run ${runId}`);
    if (last.after.status === 'sent') return;
    const { sent, withheld } = (await sumRun(ports.table, runId)).sums;
    const { totals: approved, withheldBefore } = await approvalOf(last, ports);
    const at = ports.system.now();
    const payments = await sentPaymentsOf(ports.table, runId);
    const originator = ports.council.payingAccount;
    const createdOn = civilDateInLondon(at);
    const run = { ...last.after, ...payDatesOfFile(last.after, createdOn) };
    const about = { runId, run, createdOn, originator };
    const file = drawUpFile(payments, about);
    const totals = { approved, withheldBefore, sent, withheld };
    const { type, body, next } = sendRun(run, totals, file?.about);
    const event = {
      id: derivedId(['run-sent', runId]),
      aggregateId: runId,
      type,
      at,
      actor,
      request: null,
      body,
      after: next,
    };
    const entries = payments.flatMap((paid) => entryOfPayment(paid.name, paid) ?? []);
    const result = await ports.runs.append(last, event, [
      runRowWrite(runId, next),
      spentWrite(runId, next.payOn, entries),
      ...machineWrites({ runId, before: last.after.status, next: next.status, at }),
    ]);
    if (result.appended) return;
  }
  throw new Error(`run ${runId} keeps changing`);
}

async function approvalOf(
  last: RecordedEvent<RunState>,
  { runs }: SendingPorts,
): Promise<z.infer<typeof Approval>> {
  const decided = last.after.workflow.verdicts['approve-payment-run'];
  const approval = decided && (await runs.at(last.aggregateId, decided.event));
  if (approval?.type !== 'run-approved') throw new Error('the run is not approved');
  return Approval.parse(approval.body);
}
