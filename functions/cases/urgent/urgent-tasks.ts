import { addDays, type CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState, UrgentSupportState } from '#shared/domain/case/case-state.ts';
import { reachFlags } from '#shared/domain/journey/task-flags.ts';
import {
  type DeskTaskName,
  deskTaskOver,
  openDeskTask,
} from '#shared/stores/cases/desk-task-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';

// A week for an assessment, a plan, or another way before the last day.
const daysBeforeLast = 7;

type Which = 'second-key' | 'until-last-day' | 'ran-out';

/** The tasks of one urgent support, which no day has two of. */
function taskName(caseId: string, { startedOn }: UrgentSupportState, which: Which): DeskTaskName {
  const step = which === 'second-key' ? 'confirm-urgent-support' : 'replace-urgent-support';
  return { aggregateId: caseId, step, taskId: derivedId(['urgent', caseId, startedOn, which]) };
}

interface OfCase {
  readonly caseId: string;
  readonly next: CaseState;
  readonly at: string;
}

/** Asks for the second key by its day. */
export function askForSecondKey(about: OfCase): readonly TableWrite[] {
  const { urgentSupport: urgent } = about.next;
  return urgent ? [opened(about, urgent, { which: 'second-key', due: urgent.secondKeyDue })] : [];
}

/** Under both keys: asks the person's own team to assess, or to meet the needs another way, a week before its
 * last day (Care Act 2014 s19(3)). */
export function askToReplaceUrgent(about: OfCase): readonly TableWrite[] {
  const { urgentSupport: urgent } = about.next;
  if (!urgent) return [];
  const before = addDays(urgent.expiresOn, -daysBeforeLast);
  const due = before < civilDateInLondon(about.at) ? urgent.expiresOn : before;
  return [
    deskTaskOver(taskName(about.caseId, urgent, 'second-key')),
    opened(about, urgent, { which: 'until-last-day', due }),
  ];
}

/** What ran out and is followed by nothing stands before all else in the queue of the person's own team. */
export function escalateUrgent(about: OfCase): readonly TableWrite[] {
  const { urgentSupport: urgent } = about.next;
  if (urgent?.state !== 'expired') return [];
  const before = urgent.secondKeyBy === null ? 'second-key' : 'until-last-day';
  return [
    deskTaskOver(taskName(about.caseId, urgent, before)),
    opened(about, urgent, { which: 'ran-out', due: civilDateInLondon(about.at) }),
  ];
}

/** Asks nobody any more once a plan, or the end of the case, has taken its place. */
export function urgentTasksOver(
  caseId: string,
  { urgentSupport: urgent }: CaseState,
): readonly TableWrite[] {
  if (!urgent) return [];
  const all = ['second-key', 'until-last-day', 'ran-out'] as const;
  return all.map((which) => deskTaskOver(taskName(caseId, urgent, which)));
}

function opened(
  { caseId, next, at }: OfCase,
  urgent: UrgentSupportState,
  { which, due }: { readonly which: Which; readonly due: CivilDate },
): TableWrite {
  return openDeskTask({
    ...taskName(caseId, urgent, which),
    owner: 'case',
    team: next.team,
    due,
    claimedBy: null,
    isUrgent: which === 'ran-out',
    flags: reachFlags(next),
    openedAt: at,
  });
}
