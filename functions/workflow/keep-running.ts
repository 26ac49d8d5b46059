import type { Machine } from '#shared/domain/journey/steps.ts';
import { logger } from '#shared/lambda/logger.ts';
import { type Execution, storeExecution } from '#shared/stores/execution-store.ts';
import type { TaskOwner } from '#shared/stores/task-store.ts';
import { executionName } from './execution-name.ts';
import type { WorkflowPorts } from './workflow-ports.ts';

// A machine that ends this often in one round is broken: it is tried again once a day, by reconcile,
// and its failed executions have raised an alarm.
const attemptsAtOnceMax = 5;

interface Wanted {
  readonly owner: TaskOwner;
  readonly aggregateId: string;
  readonly machine: Machine;
  readonly round: number;
  /** The run written down last, of this round or an earlier one. */
  readonly execution: Execution | undefined;
  readonly mayRetry?: boolean;
}

/** Sees to it that the machine of this round runs. Starting a run that is running changes nothing; one
 * that has ended is followed by the next attempt, which finds the verdicts that stand and goes on. */
export async function keepRunning(wanted: Wanted, ports: WorkflowPorts): Promise<void> {
  const known = wanted.execution?.round === wanted.round ? wanted.execution : undefined;
  if (known && (await start(wanted, known, ports)) === 'running') return;
  const attempt = (known?.attempt ?? 0) + 1;
  if (attempt > attemptsAtOnceMax && !wanted.mayRetry) {
    logger.error('machine keeps ending', {
      aggregate: wanted.aggregateId,
      machine: wanted.machine,
      attempt,
    });
    return;
  }
  const next: Execution = { schema: 1, machine: wanted.machine, round: wanted.round, attempt };
  const isOurs = await storeExecution(
    ports.table,
    wanted.owner,
    wanted.aggregateId,
    next,
    wanted.execution,
  );
  // Whoever stored the attempt before us starts it.
  if (isOurs) await start(wanted, next, ports);
}

function start(
  { owner, aggregateId }: Wanted,
  execution: Execution,
  ports: WorkflowPorts,
): Promise<'running' | 'ended'> {
  const name = executionName({ owner, aggregateId }, execution);
  const { machine, round } = execution;
  return ports.engine.start(machine, name, { contract: 1, owner, aggregateId, round });
}
