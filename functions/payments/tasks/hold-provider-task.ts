import * as z from 'zod';
import { NoQuery } from '#shared/contracts/case-answer.ts';
import { type Reply, type StaffCaller, staffOperation } from '#shared/contracts/operation.ts';
import { deskTaskChanged, findDeskTask } from '#shared/stores/cases/desk-task-store.ts';
import { Task } from '#shared/stores/cases/task-store.ts';
import type { Ports } from '../../ports.ts';
import { ProviderParams } from '../../providers/change-provider.ts';
import { accountSteps, accountTaskName } from '../account-tasks.ts';
import { type Holding, holdTask } from './hold-task.ts';

const Params = ProviderParams.extend({ step: z.enum(accountSteps) });

const shared = {
  method: 'POST',
  tag: 'Providers',
  roles: ['finance-officer', 'finance-approver'],
  params: Params,
  query: NoQuery,
  answer: Task,
} as const;

type HoldingPorts = Pick<Ports, 'table'>;

export const claimProviderTask = staffOperation({
  ...shared,
  id: 'claim-provider-task',
  path: '/providers/{providerId}/tasks/{step}/claim',
  summary: "Take a task about a provider's account for yourself",
  handle: ({ caller, params }, ports: HoldingPorts) => hold('claim', caller, { params, ports }),
});

export const releaseProviderTask = staffOperation({
  ...shared,
  id: 'release-provider-task',
  path: '/providers/{providerId}/tasks/{step}/release',
  summary: "Give a task about a provider's account back to its team",
  handle: ({ caller, params }, ports: HoldingPorts) => hold('release', caller, { params, ports }),
});

async function hold(
  holding: Holding,
  caller: StaffCaller,
  { params, ports }: { readonly params: z.infer<typeof Params>; readonly ports: HoldingPorts },
): Promise<Reply> {
  const { table } = ports;
  const holder = { owner: 'provider', aggregateId: params.providerId } as const;
  const task = await findDeskTask(table, accountTaskName(params.step, holder));
  return holdTask(task, caller, {
    holding,
    table,
    write: (held, claimedBy) => deskTaskChanged(held, { claimedBy }),
  });
}
