import type { Signal } from '#shared/lambda/bus-event.ts';
import { ownerOfExecution } from './execution-name.ts';
import { settle } from './settle.ts';
import type { WorkflowPorts } from './workflow-ports.ts';

/** An execution was lost, or reconcile found something unsettled: the record says what comes next. */
export async function hearSignal(signal: Signal, ports: WorkflowPorts): Promise<void> {
  if (signal.kind === 'unsettled') {
    const { owner, aggregateId } = signal;
    await settle({ owner, aggregateId, mayRetry: true }, ports);
    return;
  }
  const lost = ownerOfExecution(signal.execution);
  if (lost) await settle({ ...lost, ended: signal.execution }, ports);
}
