import type { Signal } from '#shared/lambda/bus-event.ts';
import { bringDeath } from '../people/death/bring-death.ts';
import { ownerOfExecution } from './execution-name.ts';
import { type FollowingPorts, followCase, followContact } from './follow-changes.ts';
import { settle } from './settle.ts';

// More than may ever be asked for under one receipt.
const contactEventsMax = 20;

/** An execution was lost, or reconcile brings events once more: the record says what comes next. */
export async function hearSignal(signal: Signal, ports: FollowingPorts): Promise<void> {
  if (signal.kind === 'execution-lost') {
    const lost = ownerOfExecution(signal.execution);
    if (!lost) return;
    const { owner, aggregateId } = lost;
    await settle({ owner, aggregateId, ended: signal.execution }, ports);
    return;
  }
  const { owner, aggregateId } = signal;
  if (owner === 'contact') {
    const { events } = await ports.contacts.page(aggregateId, 0, contactEventsMax);
    for (const event of events) await followContact(event, ports);
    return;
  }
  if (owner === 'person') return bringDeath(aggregateId, ports);
  if (owner === 'case') {
    await followAgain(signal, ports);
  }
  await settle({ owner, aggregateId, mayRetry: true }, ports);
}

/** The events of a case from the first number to the last, however many pages they fill. */
async function followAgain(
  { aggregateId, first, last }: Extract<Signal, { kind: 'unsettled' }>,
  ports: FollowingPorts,
): Promise<void> {
  let followed = first - 1;
  while (followed < last) {
    const { events } = await ports.cases.page(aggregateId, followed, last - followed);
    for (const event of events) await followCase(event, ports);
    const newest = events.at(-1);
    if (!newest) return;
    followed = newest.sequence;
  }
}
