import * as z from 'zod';
import { openFault } from '#shared/stores/cases/fault-store.ts';
import { ownerOfExecution } from './execution-name.ts';
import type { WorkflowPorts } from './workflow-ports.ts';

/** What a machine sends when a step failed for a reason that nobody can decide. */
export const ReportFault = z.strictObject({
  contract: z.literal(1),
  task: z.literal('report-fault'),
  owner: z.string(),
  aggregateId: z.string(),
  execution: z.string(),
  machine: z.string(),
  error: z.string(),
});
export type ReportFault = z.infer<typeof ReportFault>;

/** Opens a task for the operators, unless the record wants that run no longer: then it has only
 * come to the end that was meant for it. */
export async function reportFault(
  call: ReportFault,
  ports: Pick<WorkflowPorts, 'table' | 'cases' | 'runs' | 'system'>,
): Promise<void> {
  const run = ownerOfExecution(call.execution);
  if (!run) throw new Error('an execution that is not ours');
  const { owner, aggregateId, machine, round } = run;
  const last = await (owner === 'case' ? ports.cases : ports.runs).last(aggregateId);
  if (!last) return;
  const { workflow } = last.after;
  if (workflow.rounds[machine] !== round || !workflow.running.includes(machine)) return;
  await openFault(ports.table, {
    owner,
    aggregateId,
    machine,
    execution: call.execution,
    error: call.error.slice(0, 200),
    since: ports.system.now(),
  });
}
