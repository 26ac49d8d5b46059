import { Machine } from '#shared/domain/journey/steps.ts';
import type { Execution } from '#shared/stores/cases/execution-store.ts';
import { TaskOwner } from '#shared/stores/cases/task-store.ts';

interface Owner {
  readonly owner: TaskOwner;
  readonly aggregateId: string;
}

type Run = Pick<Execution, 'machine' | 'round' | 'attempt'>;

/** The name of a run: it can be made again from what it concerns, and tells what it concerns. */
export function executionName(owner: Owner, { machine, round, attempt }: Run): string {
  return [owner.owner, owner.aggregateId, machine, round, attempt].join('_');
}

/** What an execution's name concerns; undefined for a name that is not ours. */
export function ownerOfExecution(name: string): (Owner & Run) | undefined {
  const [kind, aggregateId, named, round, attempt, ...rest] = name.split('_');
  const owner = TaskOwner.safeParse(kind);
  const machine = Machine.safeParse(named);
  const numbers = [Number(round), Number(attempt)];
  if (!owner.success || !machine.success || !aggregateId || rest.length > 0) return undefined;
  const [roundNumber = 0, attemptNumber = 0] = numbers;
  if (!numbers.every((number) => Number.isInteger(number) && number > 0)) return undefined;
  return {
    owner: owner.data,
    aggregateId,
    machine: machine.data,
    round: roundNumber,
    attempt: attemptNumber,
  };
}
