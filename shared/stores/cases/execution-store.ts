import * as z from 'zod';
import { Machine } from '../../domain/journey/steps.ts';
import { partition } from '../table/keys.ts';
import type { Item, Table } from '../table/table.ts';
import { type Fault, StoredFault } from './fault-store.ts';
import { StoredWait, type TaskOwner, type Wait } from './task-store.ts';

/** Which run of a machine carries an aggregate's newest round; stored before it is started. */
export const Execution = z.strictObject({
  schema: z.literal(1),
  machine: Machine,
  round: z.int().positive(),
  attempt: z.int().positive(),
  /** The newest event of the record when this attempt was written down. */
  event: z.int().positive(),
  /** How many attempts there have been, this one included, since the record last moved. */
  tries: z.int().positive(),
});
export type Execution = z.infer<typeof Execution>;
const StoredExecution = Execution.strip();

export interface Workings {
  readonly executions: readonly Execution[];
  readonly waits: readonly Wait[];
  readonly faults: readonly Fault[];
}

// More machines and steps than this do not exist, and nothing else of a case or run has a sort key
// from EXEC to WORK: one page holds them all.
const workingsMax = 50;

/** What the machines of one aggregate have left on the table: executions begun, waits open and
 * faults. */
export async function readWorkings(
  table: Table,
  owner: TaskOwner,
  aggregateId: string,
): Promise<Workings> {
  const { items } = await table.query({
    pk: partition(owner, aggregateId),
    from: 'EXEC#',
    to: 'WORK#~',
    limit: workingsMax,
  });
  const executions: Execution[] = [];
  const waits: Wait[] = [];
  const faults: Fault[] = [];
  for (const item of items) {
    if (item.sk.startsWith('EXEC#')) executions.push(StoredExecution.parse(item));
    if (item.sk.startsWith('FAULT#')) faults.push(StoredFault.parse(item));
    if (item.sk.startsWith('WORK#')) waits.push(StoredWait.parse(item));
  }
  return { executions, waits, faults };
}

/** Writes down an attempt before it is started. False where another has written a later one. */
export async function storeExecution(
  table: Table,
  owner: TaskOwner,
  aggregateId: string,
  execution: Execution,
  replaced: Execution | undefined,
): Promise<boolean> {
  const item: Item = {
    pk: partition(owner, aggregateId),
    sk: `EXEC#${execution.machine}`,
    ...execution,
  };
  const onlyIf = replaced
    ? [
        { attribute: 'round', equals: replaced.round },
        { attribute: 'attempt', equals: replaced.attempt },
      ]
    : (['absent'] as const);
  const result = await table.write([{ put: item, onlyIf }]);
  return result.written;
}
