import type { Council } from '#shared/council/schema.ts';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { addDays, type CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { reachFlags } from '#shared/domain/journey/task-flags.ts';
import { nextLook } from '#shared/domain/monitoring/return-period.ts';
import {
  type DeskTaskName,
  deskTaskDone,
  openDeskTask,
} from '#shared/stores/cases/desk-task-store.ts';
import { moneyDueWrite } from '#shared/stores/money/money-due-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { taskTeam } from '../../workflow/task-address.ts';

interface Change {
  readonly agreementId: string;
  readonly before: AgreementState;
  readonly next: AgreementState;
}

interface Opening {
  readonly at: string;
  readonly held: CaseState;
  readonly council: Council;
}

/** The task that an agreement's return gives to finance: to chase one that is late, or to check one that
 * was made. */
function taskOf(
  agreementId: string,
  { caseId, monitoring }: AgreementState,
): DeskTaskName | undefined {
  const named = (step: 'chase-return' | 'check-return', what: string | number) => {
    const taskId = derivedId([step, agreementId, String(what)]);
    return { aggregateId: caseId, step, taskId };
  };
  if (monitoring?.status === 'overdue') return named('chase-return', monitoring.due ?? '');
  return monitoring?.status === 'made' && monitoring.made
    ? named('check-return', monitoring.made.event)
    : undefined;
}

// A return that is clean lets the payee go on; one that is not may cost them care.
const daysToLook = 14;

/** Opens what a change of an agreement's return gives to finance, and takes out of the queue what it
 * ends. */
export function returnTaskWrites(
  { agreementId, before, next }: Change,
  { at, held, council }: Opening,
): readonly TableWrite[] {
  const [old, task] = [taskOf(agreementId, before), taskOf(agreementId, next)];
  if (old?.taskId === task?.taskId) return [];
  const opened = task && {
    ...task,
    owner: 'case' as const,
    agreementId,
    team: taskTeam('assess-finances', held, council),
    due: addDays(civilDateInLondon(at), daysToLook),
    claimedBy: null,
    isUrgent: false,
    flags: reachFlags(held),
    openedAt: at,
  };
  return [...(old ? [deskTaskDone(old)] : []), ...(opened ? [openDeskTask(opened)] : [])];
}

/** Keeps the day of an agreement's return where the schedule finds it. */
export function returnDayWrites({ agreementId, before, next }: Change): readonly TableWrite[] {
  const day = ({ monitoring }: AgreementState): CivilDate | null =>
    monitoring ? nextLook(monitoring) : null;
  if (day(before) === day(next)) return [];
  return [
    moneyDueWrite({ owner: 'agreement', id: agreementId, due: 'monitoring-return' }, day(next)),
  ];
}
