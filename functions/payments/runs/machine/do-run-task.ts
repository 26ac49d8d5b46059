import type { Ports } from '../../../ports.ts';
import { markRunSent } from './mark-run-sent.ts';
import type { RunTask } from './run-task.ts';
import { selectDue } from './select-due.ts';
import { sendDue } from './send-due.ts';
import { tellProgress } from './tell-progress.ts';

type RunTaskPorts = Pick<Ports, 'table' | 'runs' | 'agreements' | 'council' | 'system'>;

/** Does what the machine of a payment run asks for, and tells the log how far the run has come. */
export async function doRunTask(task: RunTask, ports: RunTaskPorts): Promise<unknown> {
  if (task.task === 'mark-run-sent') {
    await markRunSent(task, ports);
    return {};
  }
  const isSelection = task.task === 'select-due';
  const { cursor } = isSelection ? await selectDue(task, ports) : await sendDue(task, ports);
  tellProgress(isSelection ? 'selected' : 'sent', task, cursor);
  return { cursor };
}
