import * as z from 'zod';
import type { Council } from '#shared/council/schema.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { machineOf } from '#shared/domain/journey/moves.ts';
import { Step } from '#shared/domain/journey/steps.ts';
import { flagsOf } from '#shared/domain/journey/task-flags.ts';
import { TaskOwner, type Wait } from '#shared/stores/cases/task-store.ts';
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

/** The record has begun a newer round: this run must end, or its wait would take the newer one's
 * place. */
export class Superseded extends Error {
  override readonly name = 'Superseded';
}

/** Writes the wait, which is the queue entry too. Who decides the step, and when, is not its
 * business: the stream shows the wait to case-stream, which settles it at once if the verdict
 * stands already. */
export async function openWait(
  call: OpenWait,
  ports: Omit<WorkflowPorts, 'engine' | 'system'> & { readonly council: Council },
): Promise<void> {
  const { owner } = call;
  const last = await (owner === 'case' ? ports.cases : ports.runs).last(call.aggregateId);
  if (!last) throw new Error(`no ${owner} ${call.aggregateId}`);
  const { workflow } = last.after;
  if ((workflow.rounds[machineOf[call.step]] ?? 0) > call.round) {
    throw new Superseded(`round ${call.round} is over`);
  }
  const state = 'kind' in last.after ? last.after : undefined;
  const level = workflow.levels[call.step] ?? 0;
  const earlier = await ports.tasks.find(owner, call.aggregateId, call.step);
  // The same task, which a lost run or a time limit left behind: people's time for it goes on.
  const goesOn = earlier?.round === call.round && earlier.level === level ? earlier : undefined;
  await ports.tasks.open({
    schema: 1,
    owner,
    aggregateId: call.aggregateId,
    step: call.step,
    team: taskTeam(call.step, state, ports.council),
    due:
      goesOn?.due ??
      taskDue(call.step, {
        at: call.enteredAt,
        isUrgent: state?.isUrgent ?? false,
        council: ports.council,
      }),
    round: call.round,
    level,
    claimedBy: workflow.claims[call.step] ?? holderOf(goesOn),
    isUrgent: state?.isUrgent ?? false,
    ...(state?.priority ? { priority: state.priority } : {}),
    ...flagged(call.step, state),
    ...goingUp(call.step, level, state),
    isOverdue: goesOn?.isOverdue ?? false,
    openedAt: goesOn?.openedAt ?? call.enteredAt,
    execution: call.execution,
    attempt: `${call.enteredAt}#${String(call.retry).padStart(4, '0')}`,
    token: call.token,
  });
}

/** No event of a run says who holds its task: it stays with them when its machine enters the step again. */
function holderOf(goesOn: Wait | undefined): string | null {
  return goesOn?.owner === 'run' ? goesOn.claimedBy : null;
}

function flagged(step: Step, state: CaseState | undefined): Pick<Wait, 'flags'> {
  const flags = state ? flagsOf(step, state) : [];
  return flags.length > 0 ? { flags } : {};
}

/** A budget that went up is shown with whose limit reaches it. */
function goingUp(step: Step, level: number, state: CaseState | undefined): Pick<Wait, 'goesTo'> {
  const goesTo = state?.plan?.goesTo;
  return step === 'authorise-budget' && level > 0 && goesTo ? { goesTo } : {};
}
