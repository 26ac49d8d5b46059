import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { Wait, WaitAddress } from '#shared/stores/cases/task-store.ts';
import type { EventLog } from '#shared/stores/events/event-log.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { DailyPorts } from './daily-task.ts';

interface LateWait extends WaitAddress {
  /** The last day of which what was due is late. */
  readonly upTo: CivilDate;
}

const actor = { id: 'due-sweep', role: 'service' };

/** What tells once that steps of different records are late: an event on each record, and the task
 * marked in its queue, both or neither. The waits themselves go on; lateness never decides anything. */
export async function overdueWrites(
  late: readonly LateWait[],
  ports: DailyPorts,
): Promise<readonly TableWrite[]> {
  if (late.length === 0) return [];
  // The records first, and the waits after them: whoever marks a wait later than that writes the very
  // event that this would be, so that one of the two is refused.
  const marks = await Promise.all(
    late.map((each) =>
      each.owner === 'case' ? markIn(ports.cases, each, ports) : markIn(ports.runs, each, ports),
    ),
  );
  const waits = await ports.tasks.findMany(late);
  return marks.flatMap((mark, place) => mark(waits[place]));
}

async function markIn<S>(
  log: EventLog<S>,
  late: LateWait,
  ports: DailyPorts,
): Promise<(wait: Wait | undefined) => readonly TableWrite[]> {
  const last = await log.last(late.aggregateId);
  return (wait) => {
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
  };
}
