import type { Signal } from '#shared/lambda/bus-event.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import type { EventLog } from '#shared/stores/events/event-log.ts';
import { ownerOfExecution } from './execution-name.ts';
import { followCase, followContact, followPerson } from './follow-changes.ts';
import type { FollowingPorts } from './following-ports.ts';
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
  if (owner === 'person') {
    await followAgain(ports.people, signal, (event) => followPerson(event, ports));
    return;
  }
  if (owner === 'case') {
    await followAgain(ports.cases, signal, (event) => followCase(event, ports));
  }
  await settle({ owner, aggregateId, mayRetry: true }, ports);
}

/** The events of an aggregate from the first number to the last, however many pages they fill. */
async function followAgain<S>(
  log: EventLog<S>,
  { aggregateId, first, last }: Extract<Signal, { kind: 'unsettled' }>,
  follow: (event: RecordedEvent<S>) => Promise<void>,
): Promise<void> {
  let followed = first - 1;
  while (followed < last) {
    const { events } = await log.page(aggregateId, followed, last - followed);
    for (const event of events) await follow(event);
    const newest = events.at(-1);
    if (!newest) return;
    followed = newest.sequence;
  }
}
