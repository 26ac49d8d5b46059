import type { Machine } from '#shared/domain/journey/steps.ts';
import { logger } from '#shared/lambda/logger.ts';
import { type Execution, storeExecution } from '#shared/stores/cases/execution-store.ts';
import { openFault } from '#shared/stores/cases/fault-store.ts';
import type { TaskOwner } from '#shared/stores/cases/task-store.ts';
import { executionName } from './execution-name.ts';
import type { WorkflowPorts } from './workflow-ports.ts';

// A machine that ends this often while its record stands still is broken: the operators are told,
// and it is tried again once a day, by reconcile, and whenever the record moves.
const triesMax = 5;

interface Wanted {
  readonly owner: TaskOwner;
  readonly aggregateId: string;
  readonly machine: Machine;
  readonly round: number;
  /** The number of the newest event of the record. */
  readonly event: number;
  /** The run written down last, of this round or an earlier one. */
  readonly execution: Execution | undefined;
  readonly mayRetry?: boolean;
}

/** Sees to it that the machine of this round runs. Starting a run that is running changes nothing;
 * one that has ended is followed by the next attempt, which finds the verdicts that stand and goes
 * on. */
export async function keepRunning(wanted: Wanted, ports: WorkflowPorts): Promise<void> {
  const { machine, round, event, execution } = wanted;
  const known = execution?.round === round ? execution : undefined;
  if (known && (await start(wanted, known, ports)) === 'running') return;
  const tries = known?.event === event ? known.tries + 1 : 1;
  if (known && tries > triesMax && !wanted.mayRetry) return giveUp(wanted, known, ports);
  if (execution && !known) {
    // A run of an earlier round may wait somewhere still: nobody would ever settle it.
    await ports.engine.stop(machine, executionName(wanted, execution), 'a newer round has begun');
  }
  const attempt = (known?.attempt ?? 0) + 1;
  const next: Execution = { schema: 1, machine, round, attempt, event, tries };
  const { owner, aggregateId } = wanted;
  const isOurs = await storeExecution(ports.table, owner, aggregateId, next, execution);
  // Whoever stored the attempt before us starts it.
  if (isOurs) await start(wanted, next, ports);
}

async function giveUp(wanted: Wanted, last: Execution, ports: WorkflowPorts): Promise<void> {
  const { owner, aggregateId, machine } = wanted;
  logger.error('machine keeps ending', { aggregate: aggregateId, machine, tries: last.tries });
  await openFault(ports.table, {
    owner,
    aggregateId,
    machine,
    execution: executionName(wanted, last),
    error: 'machine-keeps-ending',
    since: ports.system.now(),
  });
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
