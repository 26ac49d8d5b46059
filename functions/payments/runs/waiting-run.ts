import type { Council } from '#shared/council/schema.ts';
import { addDays } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { addWorkingDays } from '#shared/domain/calendar/working-days.ts';
import type { RunStatus } from '#shared/domain/run/run-state.ts';
import {
  type DeskTaskName,
  deskTaskOver,
  openDeskTaskAgain,
} from '#shared/stores/cases/desk-task-store.ts';
import {
  type MoneyDueRow,
  moneyDueWrite,
  takeMoneyDueWrite,
} from '#shared/stores/money/money-due-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { DailyPorts } from '../../workflow/daily/daily-task.ts';
import { taskTeam } from '../../workflow/task-address.ts';

/** In these nobody is waited for: a machine prepares the run, empties it or sends it, within minutes. */
const machineWorks: readonly RunStatus[] = ['draft', 'cancelling', 'approved'];

// People wait for the money that a run holds.
const workingDaysToAct = 2;

type Step = 'put-run-up-again' | 'look-at-run';

/** A task of finance about a run. */
export function runTaskName(runId: string, step: Step): DeskTaskName & { readonly step: Step } {
  return { owner: 'run', aggregateId: runId, step, taskId: derivedId([step, runId]) };
}

function open(
  runId: string,
  step: Step,
  { at, council }: { readonly at: string; readonly council: Council },
): TableWrite {
  return openDeskTaskAgain({
    ...runTaskName(runId, step),
    owner: 'run',
    team: taskTeam('approve-payment-run', undefined, council),
    due: addWorkingDays(civilDateInLondon(at), workingDaysToAct),
    claimedBy: null,
    isUrgent: false,
    openedAt: at,
  });
}

function unfinished(runId: string) {
  return { owner: 'run', id: runId, due: 'run-unfinished' } as const;
}

interface Passing {
  readonly runId: string;
  /** Nothing where it is drafted. */
  readonly before: RunStatus | undefined;
  readonly next: RunStatus;
  readonly at: string;
}

/** Keeps a run in sight that a machine works on, until the machine is done. */
export function machineWrites({ runId, before, next, at }: Passing): readonly TableWrite[] {
  const tomorrow = addDays(civilDateInLondon(at), 1);
  if (machineWorks.includes(next)) return [moneyDueWrite(unfinished(runId), tomorrow)];
  if (before === undefined || !machineWorks.includes(before)) return [];
  return [moneyDueWrite(unfinished(runId), null), deskTaskOver(runTaskName(runId, 'look-at-run'))];
}

/** What a decision on a run leads to: one that is rejected waits for finance to put it up again, or to cancel
 * it. */
export function waitingRunWrites(passing: Passing, council: Council): readonly TableWrite[] {
  const { runId, before, next, at } = passing;
  return [
    ...machineWrites(passing),
    ...(next === 'rejected' ? [open(runId, 'put-run-up-again', { at, council })] : []),
    ...(before === 'rejected' ? [deskTaskOver(runTaskName(runId, 'put-run-up-again'))] : []),
  ];
}

/** A run that a machine has worked on since yesterday and has not finished is put before finance, besides the
 * operators who are told of faults: somebody's money is late. */
export async function runUnfinished(
  row: MoneyDueRow,
  { runs, council, system }: DailyPorts,
): Promise<readonly TableWrite[]> {
  const last = await runs.last(row.id);
  if (!last) throw new Error(`run ${row.id} is missing`);
  const taken = takeMoneyDueWrite(row, null);
  if (!machineWorks.includes(last.after.status)) return [taken];
  return [taken, open(row.id, 'look-at-run', { at: system.now(), council })];
}
