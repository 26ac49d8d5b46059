import * as z from 'zod';
import { MarkRunSent, markRunSent } from '../payments/runs/mark-run-sent.ts';
import { SelectDue, selectDue } from '../payments/runs/select-due.ts';
import { SendDue, sendDue } from '../payments/runs/send-due.ts';
import { tellProgress } from '../payments/runs/tell-progress.ts';
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
  if (task.task === 'select-due') {
    const selected = await selectDue(task, ports);
    tellProgress('selected', task, selected.cursor);
    return selected;
  }
  if (task.task === 'send-due') {
    const sent = await sendDue(task, ports);
    tellProgress('sent', task, sent.cursor);
    return sent;
  }
  if (task.task === 'open-wait') await openWait(task, ports);
  else if (task.task === 'mark-run-sent') await markRunSent(task, ports);
  else await reportFault(task, ports);
  return {};
}
