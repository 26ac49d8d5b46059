import * as z from 'zod';
import { Machine } from '../../domain/journey/steps.ts';
import { partition } from '../table/keys.ts';
import type { Item, Key, Table, TableWrite, Value } from '../table/table.ts';
import { TaskOwner } from './task-store.ts';

/** A machine that failed for a reason that nobody who works on the case can decide: a task for
 * those who operate the service. */
export const Fault = z
  .strictObject({
    owner: TaskOwner,
    aggregateId: z.string(),
    machine: Machine,
    /** The name of the execution that failed. */
    execution: z.string(),
    /** The name of the error, never its words: those may quote what it was about. */
    error: z.string(),
    since: z.iso.datetime(),
  })
  .meta({ id: 'OperatorTask' });
export type Fault = z.infer<typeof Fault>;
/** As the table gives it back, with the keys of its item. */
export const StoredFault = Fault.strip();

const queue = 'FAULTS';

type FaultName = Pick<Fault, 'owner' | 'aggregateId' | 'machine'>;

function keyOf({ owner, aggregateId, machine }: FaultName): Key {
  return { pk: partition(owner, aggregateId), sk: `FAULT#${machine}` };
}

/** Opens the operators' task, once: a machine that fails again is the same task. */
export async function openFault(table: Table, fault: Fault): Promise<void> {
  const order = `${fault.since}#${fault.aggregateId}#${fault.machine}`;
  const item: Item = {
    ...keyOf(fault),
    schema: 1,
    ...fault,
    gsi1pk: queue,
    gsi1sk: order,
    gsi2pk: queue,
    gsi2sk: order,
  };
  await table.write([{ put: item, onlyIf: ['absent'] }]);
}

export async function findFault(table: Table, name: FaultName): Promise<Fault | undefined> {
  const item = await table.get(keyOf(name));
  return item && StoredFault.parse(item);
}

/** The write that clears a task, if it is still the one that was seen. */
export function clearFaultWrite(fault: Fault): TableWrite {
  return { delete: keyOf(fault), onlyIf: [{ attribute: 'execution', equals: fault.execution }] };
}

export interface FaultPage {
  readonly faults: readonly Fault[];
  readonly next?: Value;
}

/** The operators' tasks, the oldest first. */
export async function listFaults(
  table: Table,
  limit: number,
  startAfter?: Value,
): Promise<FaultPage> {
  const page = await table.query({
    index: 'gsi1',
    pk: queue,
    limit,
    ...(startAfter === undefined ? {} : { startAfter }),
  });
  const faults = page.items.map((item) => StoredFault.parse(item));
  return page.next === undefined ? { faults } : { faults, next: page.next };
}

/** The keys of what operators are asked to look at, for the daily reconcile to try once more. */
export async function faultyAggregates(table: Table, limit: number): Promise<readonly string[]> {
  const page = await table.query({ index: 'gsi2', pk: queue, limit });
  return [...new Set(page.items.map(({ pk }) => pk))];
}
