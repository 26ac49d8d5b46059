import * as z from 'zod';
import { Id, NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { listStart, PageQuery, toCursor } from '#shared/contracts/page.ts';
import { Machine } from '#shared/domain/journey/steps.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { clearFaultWrite, Fault, findFault, listFaults } from '#shared/stores/cases/fault-store.ts';
import { TaskOwner } from '#shared/stores/cases/task-store.ts';
import type { NewEvent } from '#shared/stores/events/event.ts';
import type { EventLog } from '#shared/stores/events/event-log.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { Ports } from '../ports.ts';

const OperatorTasks = z
  .strictObject({ tasks: z.array(Fault), cursor: z.string().optional() })
  .meta({ id: 'OperatorTasks' });

export const listOperatorTasks = staffOperation({
  id: 'list-operator-tasks',
  method: 'GET',
  path: '/operator-tasks',
  tag: 'Operating',
  roles: ['administrator', 'team-manager'],
  summary: 'The machines that failed and wait for whoever operates the service, the oldest first',
  params: NoParams,
  query: PageQuery,
  answer: OperatorTasks,
  async handle({ query }, ports: Pick<Ports, 'table'>) {
    const start = listStart(query.cursor, 'FAULTS');
    if (!start.accepted) return start;
    const { faults, next } = await listFaults(ports.table, query.limit, start.value);
    const cursor = toCursor(next);
    return accept({
      status: 200,
      body: { tasks: faults, ...(cursor === undefined ? {} : { cursor }) },
    });
  },
});

export const clearOperatorTask = staffOperation({
  id: 'clear-operator-task',
  method: 'POST',
  path: '/operator-tasks/{owner}/{aggregateId}/{machine}/clear',
  tag: 'Operating',
  roles: ['administrator', 'team-manager'],
  summary: 'Say that a fault is mended, which tries the machine again',
  params: z.strictObject({ owner: TaskOwner, aggregateId: Id, machine: Machine }),
  query: NoQuery,
  answer: Fault,
  async handle(
    { params, caller, actingAs },
    ports: Pick<Ports, 'table' | 'cases' | 'runs' | 'system'>,
  ) {
    const fault = await findFault(ports.table, params);
    if (!fault) return refuse('not-found', 'There is no such task.');
    const { aggregateId, machine, error } = fault;
    const event = {
      id: derivedId(['fault-cleared', fault.execution, fault.since]),
      aggregateId,
      type: 'operator-task-cleared',
      at: ports.system.now(),
      actor: { id: caller.id, role: actingAs },
      request: null,
      body: { machine, error, since: fault.since },
    };
    // The event is the audit entry, and in the stream it is what tries the machine again.
    const cleared =
      fault.owner === 'case'
        ? await appendUnchanged(ports.cases, event, fault)
        : await appendUnchanged(ports.runs, event, fault);
    return cleared
      ? accept({ status: 200, body: fault })
      : refuse('lost-race', 'The record was being changed at the same moment; try again.');
  },
});

async function appendUnchanged<S>(
  log: EventLog<S>,
  event: Omit<NewEvent<S>, 'after'>,
  fault: Fault,
): Promise<boolean> {
  const last = await log.last(event.aggregateId);
  if (!last) return false;
  const result = await log.append(last, { ...event, after: last.after }, [clearFaultWrite(fault)]);
  return result.appended;
}
