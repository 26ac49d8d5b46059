import * as z from 'zod';
import { MarkRunSent, SelectDue, SendDue } from '../payments/runs/machine/run-task.ts';
import type { Ports } from '../ports.ts';
import { OpenWait, openWait } from './open-wait.ts';
import { ReportFault, reportFault } from './report-fault.ts';

/** Every call that a released state machine may make; an execution lives through releases, so that
 * a contract once released is answered for ever. */
const JourneyTask = z.discriminatedUnion('task', [
  OpenWait,
  ReportFault,
  SelectDue,
  SendDue,
  MarkRunSent,
]);

export type JourneyTaskPorts = Pick<
  Ports,
  'table' | 'cases' | 'runs' | 'agreements' | 'tasks' | 'council' | 'system'
>;

export async function doJourneyTask(call: unknown, ports: JourneyTaskPorts): Promise<unknown> {
  const task = JourneyTask.parse(call);
  if (task.task === 'open-wait') await openWait(task, ports);
  else if (task.task === 'report-fault') await reportFault(task, ports);
  else {
    // Waits are opened all day, and payments made every four weeks: their code is loaded for them.
    const { doRunTask } = await import('../payments/runs/machine/do-run-task.ts');
    return doRunTask(task, ports);
  }
  return {};
}
