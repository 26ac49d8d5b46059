import * as z from 'zod';
import { NoQuery } from '#shared/contracts/case-answer.ts';
import { type Reply, type StaffCaller, staffOperation } from '#shared/contracts/operation.ts';
import { deskTaskChanged, findDeskTask } from '#shared/stores/cases/desk-task-store.ts';
import { Task } from '#shared/stores/cases/task-store.ts';
import type { Ports } from '../../ports.ts';
import { RunParams, runReaders } from '../runs/change-run.ts';
import { runTaskName } from '../runs/waiting-run.ts';
import { type Holding, holdTask } from './hold-task.ts';

const step = z.enum(['approve-payment-run', 'put-run-up-again', 'look-at-run']);
const Params = RunParams.extend({ step });

const shared = {
  method: 'POST',
  tag: 'Payments',
  roles: runReaders,
  params: Params,
  query: NoQuery,
  answer: Task,
} as const;

type HoldingPorts = Pick<Ports, 'table' | 'tasks'>;

export const claimRunTask = staffOperation({
  ...shared,
  id: 'claim-run-task',
  path: '/payment-runs/{runId}/tasks/{step}/claim',
  summary: 'Take a task of a payment run for yourself',
  handle: ({ caller, params }, ports: HoldingPorts) => hold('claim', caller, { params, ports }),
});

export const releaseRunTask = staffOperation({
  ...shared,
  id: 'release-run-task',
  path: '/payment-runs/{runId}/tasks/{step}/release',
  summary: 'Give a task of a payment run back to its team',
  handle: ({ caller, params }, ports: HoldingPorts) => hold('release', caller, { params, ports }),
});

async function hold(
  holding: Holding,
  caller: StaffCaller,
  { params, ports }: { readonly params: z.infer<typeof Params>; readonly ports: HoldingPorts },
): Promise<Reply> {
  const { table, tasks } = ports;
  const { runId } = params;
  if (params.step === 'approve-payment-run') {
    const wait = await tasks.find('run', runId, params.step);
    return holdTask(wait, caller, { holding, table, write: (...held) => tasks.held(...held) });
  }
  const task = await findDeskTask(table, runTaskName(runId, params.step));
  return holdTask(task, caller, {
    holding,
    table,
    write: (held, claimedBy) => deskTaskChanged(held, { claimedBy }),
  });
}
