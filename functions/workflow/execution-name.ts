import type { Execution } from '#shared/stores/execution-store.ts';
import type { TaskOwner } from '#shared/stores/task-store.ts';

interface Owner {
  readonly owner: TaskOwner;
  readonly aggregateId: string;
}

/** The name of a run: it can be made again from what it concerns, and tells what it concerns. */
export function executionName(owner: Owner, execution: Execution): string {
  const { machine, round, attempt } = execution;
  return [owner.owner, owner.aggregateId, machine, round, attempt].join('_');
}

/** What an execution's name concerns; undefined for a name that is not ours. */
export function ownerOfExecution(name: string): Owner | undefined {
  const [owner, aggregateId, ...rest] = name.split('_');
  if ((owner !== 'case' && owner !== 'run') || !aggregateId || rest.length !== 3) return undefined;
  return { owner, aggregateId };
}
