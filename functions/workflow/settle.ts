import { machineOf } from '#shared/domain/journey/moves.ts';
import type { Machine } from '#shared/domain/journey/steps.ts';
import { openSteps, type Workflow } from '#shared/domain/journey/workflow.ts';
import { readWorkings, type Workings } from '#shared/stores/cases/execution-store.ts';
import { clearFaultWrite } from '#shared/stores/cases/fault-store.ts';
import type { TaskOwner, Wait } from '#shared/stores/cases/task-store.ts';
import { keepRunning } from './keep-running.ts';
import type { WorkflowPorts } from './workflow-ports.ts';

export interface Unsettled {
  readonly owner: TaskOwner;
  readonly aggregateId: string;
  /** An execution that is known to have ended: nobody waits under its tokens any more. */
  readonly ended?: string;
  /** Whether a machine that keeps failing may be tried once more. */
  readonly mayRetry?: boolean;
}

/** Brings the machines of one aggregate in step with its record, whatever brought us here: settles
 * the waits whose verdict stands, ends what the record no longer wants, starts what it wants.
 * Nothing depends on the order or the number of calls, because each looks at the table as it is
 * now. */
export async function settle(unsettled: Unsettled, ports: WorkflowPorts): Promise<void> {
  const { owner, aggregateId } = unsettled;
  // The record is read last: it is then never older than the rounds that the workings belong to.
  const workings = await readWorkings(ports.table, owner, aggregateId);
  const last = await (owner === 'case' ? ports.cases : ports.runs).last(aggregateId);
  if (!last) return;
  const { workflow } = last.after;
  const seen = await settleWaits(workings, { unsettled, workflow }, ports);
  for (const machine of workflow.running) {
    const fates = fatesOf(machine, seen);
    // One wait that is gone says that the run may be, even where another wait of it seems to stand.
    if (fates.length > 0 && !fates.includes('is gone')) continue;
    const execution = workings.executions.find((known) => known.machine === machine);
    const round = workflow.rounds[machine] ?? 1;
    const event = last.sequence;
    await keepRunning({ ...unsettled, machine, round, event, execution }, ports);
  }
  await clearFaults(workings, { workflow, seen }, ports);
}

type Fate = 'waits' | 'moves on' | 'is gone';

interface SeenWait {
  readonly wait: Wait;
  readonly fate: Fate;
}

async function settleWaits(
  { waits }: Workings,
  about: { unsettled: Unsettled; workflow: Workflow },
  ports: WorkflowPorts,
): Promise<SeenWait[]> {
  const seen: SeenWait[] = [];
  for (const wait of waits) seen.push({ wait, fate: await settleWait(wait, about, ports) });
  return seen;
}

function fatesOf(machine: Machine, seen: readonly SeenWait[]): Fate[] {
  return seen.filter(({ wait }) => machineOf[wait.step] === machine).map(({ fate }) => fate);
}

async function settleWait(
  wait: Wait,
  { unsettled, workflow }: { unsettled: Unsettled; workflow: Workflow },
  ports: WorkflowPorts,
): Promise<Fate> {
  const machine = machineOf[wait.step];
  const isOfThisRound = wait.round === workflow.rounds[machine];
  const standing = workflow.verdicts[wait.step];
  // A verdict at a higher limit settles a wait at a lower one, which it overtook.
  const isSettled = standing?.round === wait.round && standing.level >= wait.level;
  if (isOfThisRound && isSettled) {
    const { verdict } = standing;
    const answer = await ports.engine.settle(wait.token, { contract: 1, verdict });
    await ports.tasks.remove(wait);
    return answer === 'settled' ? 'moves on' : 'is gone';
  }
  if (isOfThisRound && openSteps(workflow).includes(wait.step)) {
    // The task of a lost run stays in its queue: the next attempt takes it over.
    return wait.execution === unsettled.ended ? 'is gone' : 'waits';
  }
  // Closing, withdrawal, death or a newer round; or the record has moved on, by a loop, to where
  // this run is not. It is ended from outside, wherever it is. One that is between two waits is
  // ended when it opens the next, which brings us here again.
  await ports.engine.stop(machine, wait.execution, 'no longer wanted by the record');
  await ports.tasks.remove(wait);
  return 'is gone';
}

/** A machine that moves on, or waits for people in a later run, needs no operator any more. */
async function clearFaults(
  { faults }: Workings,
  { workflow, seen }: { workflow: Workflow; seen: readonly SeenWait[] },
  ports: WorkflowPorts,
): Promise<void> {
  for (const fault of faults) {
    const isMended = seen.some(
      ({ wait, fate }) =>
        machineOf[wait.step] === fault.machine &&
        fate !== 'is gone' &&
        wait.execution !== fault.execution,
    );
    if (isMended || !workflow.running.includes(fault.machine)) {
      await ports.table.write([clearFaultWrite(fault)]);
    }
  }
}
