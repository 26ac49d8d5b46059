import { NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { type Reply, staffOperation } from '#shared/contracts/operation.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { InformationTask } from '#shared/stores/cases/task-store.ts';
import {
  findInformationTask,
  holdInformationTask,
} from '#shared/stores/front-door/information-task-store.ts';
import type { Ports } from '../../ports.ts';

const shared = {
  method: 'POST',
  tag: 'Information',
  roles: ['administrator', 'adviser', 'duty-manager'],
  params: NoParams,
  query: NoQuery,
  answer: InformationTask,
} as const;

type Holding = Pick<Ports, 'table'>;

export const claimInformationCheck = staffOperation({
  ...shared,
  id: 'claim-information-check',
  path: '/information/check/claim',
  summary: 'Take the check of what expires for yourself, so that nobody else does it too',
  handle: ({ caller }, ports: Holding) => hold(caller.id, caller.id, ports),
});

export const releaseInformationCheck = staffOperation({
  ...shared,
  id: 'release-information-check',
  path: '/information/check/release',
  summary: 'Give the check of what expires back to its team',
  handle: ({ caller }, ports: Holding) => hold(caller.id, null, ports),
});

/** It belongs to no case, and so nothing but the queue says who holds it. */
async function hold(by: string, holder: string | null, { table }: Holding): Promise<Reply> {
  const task = await findInformationTask(table);
  if (!task) return refuse('not-found', 'No text or service needs checking now.');
  const isOthers = task.claimedBy !== null && task.claimedBy !== by;
  if (isOthers) return refuse('already-recorded', 'Somebody else has claimed this task.');
  const held = await holdInformationTask(table, task, holder);
  return held
    ? accept({ status: 200, body: held })
    : refuse('lost-race', 'Somebody else claimed this task at the same moment.');
}
