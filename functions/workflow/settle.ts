import { machineOf } from '#shared/domain/journey/moves.ts';
import type { Machine } from '#shared/domain/journey/steps.ts';
import type { Workflow } from '#shared/domain/journey/workflow.ts';
import { readWorkings } from '#shared/stores/execution-store.ts';
import type { TaskOwner, Wait } from '#shared/stores/task-store.ts';
import { keepRunning } from './keep-running.ts';
import type { WorkflowPorts } from './workflow-ports.ts';

export interface Unsettled {
  readonly owner: TaskOwner;
  readonly aggregateId: string;
  /** An execution that is known to have ended, whose waits are therefore gone. */
  readonly ended?: string;
  /** Whether a machine that keeps failing may be tried once more. */
  readonly mayRetry?: boolean;
}

/** Brings the machines of one aggregate in step with its record, whatever brought us here: settles the
 * waits whose verdict stands, ends what the record no longer wants, starts what it wants. Nothing
 * depends on the order or the number of calls, because each looks at the table as it is now. */
export async function settle(unsettled: Unsettled, ports: WorkflowPorts): Promise<void> {
  const { owner, aggregateId } = unsettled;
  const log = owner === 'case' ? ports.cases : ports.runs;
  const last = await log.last(aggregateId);
  if (!last) return;
  const { workflow } = last.after;
  const { executions, waits } = await readWorkings(ports.table, owner, aggregateId);
  const waiting = new Set<Machine>();
  const moving = new Set<Machine>();
  for (const wait of waits) {
    const machine = machineOf[wait.step];
    const fate = await settleWait(wait, { unsettled, workflow }, ports);
    if (fate === 'waits') waiting.add(machine);
    if (fate === 'moves on') moving.add(machine);
  }
  for (const machine of workflow.running) {
    if (waiting.has(machine) || moving.has(machine)) continue;
    const execution = executions.find((known) => known.machine === machine);
    const round = workflow.rounds[machine] ?? 1;
    await keepRunning({ ...unsettled, machine, round, execution }, ports);
  }
}

type Fate = 'waits' | 'moves on' | 'is gone';

async function settleWait(
  wait: Wait,
  seen: { unsettled: Unsettled; workflow: Workflow },
  ports: WorkflowPorts,
): Promise<Fate> {
  const { unsettled, workflow } = seen;
  const machine = machineOf[wait.step];
  const isOfThisRound = wait.round === workflow.rounds[machine];
  const standing = workflow.verdicts[wait.step];
  const isSettled = standing?.round === wait.round && standing.level === wait.level;
  if (wait.execution === unsettled.ended) {
    await ports.tasks.remove(wait);
    return 'is gone';
  }
  if (isSettled && isOfThisRound) {
    const answer = await ports.engine.settle(wait.token, {
      contract: 1,
      verdict: standing.verdict,
    });
    await ports.tasks.remove(wait);
    return answer === 'settled' ? 'moves on' : 'is gone';
  }
  if (isOfThisRound && workflow.running.includes(machine)) return 'waits';
  // Closing, withdrawal, death or a newer round: the machine is ended from outside, wherever it is. One
  // that is between two waits is ended when it opens the next, which brings us here again.
  await ports.engine.stop(machine, wait.execution, 'no longer wanted by the record');
  await ports.tasks.remove(wait);
  return 'is gone';
}
