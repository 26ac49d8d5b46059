import * as z from 'zod';
import type { Council } from '#shared/council/schema.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { Step } from '#shared/domain/journey/steps.ts';
import { type TaskOwner as Owner, TaskOwner } from '#shared/stores/task-store.ts';
import { taskDue, taskTeam } from './task-address.ts';
import type { WorkflowPorts } from './workflow-ports.ts';

/** What a machine sends when it begins to wait for people. */
export const OpenWait = z.strictObject({
  contract: z.literal(1),
  task: z.literal('open-wait'),
  owner: TaskOwner,
  aggregateId: z.string(),
  round: z.int().positive(),
  step: Step,
  token: z.string(),
  execution: z.string(),
  enteredAt: z.string(),
  retry: z.int().nonnegative(),
});
export type OpenWait = z.infer<typeof OpenWait>;

/** Writes the wait, which is the queue entry too. Who decides the step, and when, is not its business:
 * the stream shows the wait to case-stream, which settles it at once if the verdict stands already. */
export async function openWait(
  call: OpenWait,
  ports: Omit<WorkflowPorts, 'engine'> & { readonly council: Council },
): Promise<void> {
  const owner: Owner = call.owner;
  const last = await (owner === 'case' ? ports.cases : ports.runs).last(call.aggregateId);
  if (!last) throw new Error(`no ${owner} ${call.aggregateId}`);
  const { workflow } = last.after;
  const state = 'kind' in last.after ? last.after : undefined;
  await ports.tasks.open({
    schema: 1,
    owner,
    aggregateId: call.aggregateId,
    step: call.step,
    team: taskTeam(call.step, state, ports.council),
    due: taskDue(call.step, {
      today: civilDateInLondon(call.enteredAt),
      isUrgent: state?.isUrgent ?? false,
      council: ports.council,
    }),
    round: call.round,
    level: workflow.levels[call.step] ?? 0,
    claimedBy: workflow.claims[call.step] ?? null,
    isUrgent: state?.isUrgent ?? false,
    isOverdue: false,
    openedAt: call.enteredAt,
    execution: call.execution,
    attempt: `${call.enteredAt}#${String(call.retry).padStart(4, '0')}`,
    token: call.token,
  });
}
