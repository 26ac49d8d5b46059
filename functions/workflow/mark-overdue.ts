import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { Step } from '#shared/domain/journey/steps.ts';
import { derivedId } from '#shared/stores/digest.ts';
import type { TaskOwner } from '#shared/stores/task-store.ts';
import type { DailyPorts } from './daily-task.ts';

interface LateWait {
  readonly owner: TaskOwner;
  readonly aggregateId: string;
  readonly step: Step;
  /** The last day of which what was due is late. */
  readonly upTo: CivilDate;
}

const actor = { id: 'due-sweep', role: 'service' };

/** Tells once that a step is late: an event on its record, and the task marked in its queue, both or
 * neither. The wait itself goes on; lateness never decides anything. */
export async function markOverdue(late: LateWait, ports: DailyPorts): Promise<void> {
  const wait = await ports.tasks.find(late.owner, late.aggregateId, late.step);
  // The index may show a wait that is over, or one that has been given a later day since.
  if (!wait || wait.isOverdue || wait.due > late.upTo) return;
  const event = {
    id: derivedId(['overdue', late.aggregateId, late.step, wait.attempt]),
    aggregateId: late.aggregateId,
    type: 'task-overdue',
    at: ports.system.now(),
    actor,
    request: null,
    body: { step: late.step, team: wait.team, due: wait.due },
  };
  const also = [ports.tasks.changed(wait, { isOverdue: true })];
  // A race is left to tomorrow's sweep: the wait is still late then, or it is over.
  if (late.owner === 'case') {
    const last = await ports.cases.last(late.aggregateId);
    if (last) await ports.cases.append(last, { ...event, after: last.after }, also);
  } else {
    const last = await ports.runs.last(late.aggregateId);
    if (last) await ports.runs.append(last, { ...event, after: last.after }, also);
  }
}
