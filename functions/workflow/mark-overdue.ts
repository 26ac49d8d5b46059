import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { derivedId } from '#shared/stores/digest.ts';
import type { EventLog } from '#shared/stores/event-log.ts';
import type { TableWrite } from '#shared/stores/table.ts';
import type { WaitAddress } from '#shared/stores/task-store.ts';
import type { DailyPorts } from './daily-task.ts';

interface LateWait extends WaitAddress {
  /** The last day of which what was due is late. */
  readonly upTo: CivilDate;
}

const actor = { id: 'due-sweep', role: 'service' };

/** What tells once that a step is late: an event on its record, and the task marked in its queue,
 * both or neither. The wait itself goes on; lateness never decides anything. */
export function overdueWrites(late: LateWait, ports: DailyPorts): Promise<readonly TableWrite[]> {
  return late.owner === 'case'
    ? writesIn(ports.cases, late, ports)
    : writesIn(ports.runs, late, ports);
}

async function writesIn<S>(
  log: EventLog<S>,
  late: LateWait,
  ports: DailyPorts,
): Promise<readonly TableWrite[]> {
  // The record first, and the wait after it: whoever marks the wait later than that writes the very
  // event that this would be, so that one of the two is refused.
  const last = await log.last(late.aggregateId);
  const wait = await ports.tasks.find(late.owner, late.aggregateId, late.step);
  // The index may show a wait that is over, or one that has been given a later day since.
  if (!last || !wait || wait.isOverdue || wait.due > late.upTo) return [];
  const event = {
    id: derivedId(['overdue', late.aggregateId, late.step, wait.attempt]),
    aggregateId: late.aggregateId,
    type: 'task-overdue',
    at: ports.system.now(),
    actor,
    request: null,
    body: { step: late.step, team: wait.team, due: wait.due },
    after: last.after,
  };
  return [log.asWrite(last, event), ports.tasks.changed(wait, { isOverdue: true })];
}
