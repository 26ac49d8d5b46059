import type { Signal } from '#shared/lambda/bus-event.ts';
import { openCaseOf } from '../contact/open-case.ts';
import { ownerOfExecution } from './execution-name.ts';
import { type FollowingPorts, followCase } from './follow-changes.ts';
import { settle } from './settle.ts';

/** An execution was lost, or reconcile brings events once more: the record says what comes next. */
export async function hearSignal(signal: Signal, ports: FollowingPorts): Promise<void> {
  if (signal.kind === 'execution-lost') {
    const lost = ownerOfExecution(signal.execution);
    if (lost) await settle({ ...lost, ended: signal.execution }, ports);
    return;
  }
  const { owner, aggregateId } = signal;
  if (owner === 'contact') {
    const contact = await ports.contacts.last(aggregateId);
    if (contact) await openCaseOf(contact, ports);
    return;
  }
  if (owner === 'case') {
    const { events } = await ports.cases.page(
      aggregateId,
      signal.first - 1,
      signal.last - signal.first + 1,
    );
    for (const event of events) await followCase(event, ports);
  }
  await settle({ owner, aggregateId, mayRetry: true }, ports);
}
