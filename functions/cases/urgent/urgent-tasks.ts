import type { Council } from '#shared/council/schema.ts';
import { addDays, type CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { urgentSupportSecondKeyDue } from '#shared/domain/calendar/clocks.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState, UrgentSupportState } from '#shared/domain/case/case-state.ts';
import { hasDied } from '#shared/domain/case/ending/note-death.ts';
import { reachFlags } from '#shared/domain/journey/task-flags.ts';
import {
  type DeskTaskName,
  deskTaskOver,
  openDeskTask,
  openDeskTaskAgain,
} from '#shared/stores/cases/desk-task-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { taskTeam } from '../../workflow/task-address.ts';

// A week for an assessment, a plan, or another way before the last day.
const daysBeforeLast = 7;

const every = ['second-key', 'renewal-key', 'until-last-day', 'ran-out'] as const;
type Which = (typeof every)[number];

/** The tasks of one urgent support, which no day has two of, and each renewal anew. */
function taskName(
  caseId: string,
  { startedOn, timesRenewed }: UrgentSupportState,
  which: Which,
): DeskTaskName {
  const round = timesRenewed === undefined ? [] : [String(timesRenewed)];
  return {
    aggregateId: caseId,
    step: isKey(which) ? 'confirm-urgent-support' : 'replace-urgent-support',
    taskId: derivedId(['urgent', caseId, startedOn, which, ...round]),
  };
}

/** What those decide who answer for budgets; all else is the person's own team's to do. */
function isKey(which: Which): boolean {
  return which === 'second-key' || which === 'renewal-key';
}

interface OfCase {
  readonly caseId: string;
  readonly next: CaseState;
  readonly at: string;
  readonly council: Council;
}

/** Asks those who answer for budgets for the second key by its day. */
export function askForSecondKey(about: OfCase): readonly TableWrite[] {
  const { urgentSupport: urgent } = about.next;
  return urgent ? [opened(about, urgent, { which: 'second-key', due: urgent.secondKeyDue })] : [];
}

/** Asks for the second key to a renewal by its day, or by the last day where that is sooner. */
export function askToConfirmRenewal(about: OfCase): readonly TableWrite[] {
  const { urgentSupport: urgent } = about.next;
  if (!urgent) return [];
  const inTime = urgentSupportSecondKeyDue(civilDateInLondon(about.at));
  const due = inTime < urgent.expiresOn ? inTime : urgent.expiresOn;
  return [opened(about, urgent, { which: 'renewal-key', due })];
}

/** Under both keys: asks the person's own team to assess, or to meet the needs another way, a week before its
 * last day (Care Act 2014 s19(3)). */
export function askToReplaceUrgent(about: OfCase): readonly TableWrite[] {
  const { urgentSupport: urgent } = about.next;
  if (!urgent) return [];
  const before = addDays(urgent.expiresOn, -daysBeforeLast);
  const due = before < civilDateInLondon(about.at) ? urgent.expiresOn : before;
  return [
    ...askedBefore(about.caseId, urgent),
    opened(about, urgent, { which: 'until-last-day', due }),
  ];
}

function askedBefore(
  caseId: string,
  { timesRenewed, ...urgent }: UrgentSupportState,
): readonly TableWrite[] {
  if (timesRenewed === undefined) return [deskTaskOver(taskName(caseId, urgent, 'second-key'))];
  const last = timesRenewed === 1 ? urgent : { ...urgent, timesRenewed: timesRenewed - 1 };
  const asked = ['renewal-key', 'until-last-day'] as const;
  return asked.map((which) => deskTaskOver(taskName(caseId, last, which)));
}

/** What ran out and is followed by nothing stands before all else in the queue of the person's own team. */
export function escalateUrgent(about: OfCase): readonly TableWrite[] {
  const { urgentSupport: urgent } = about.next;
  // Nobody is left to support.
  if (urgent?.state !== 'expired' || hasDied(about.next)) return [];
  const isConfirmed = urgent.secondKeyBy !== null;
  const before = isConfirmed
    ? (['renewal-key', 'until-last-day'] as const)
    : ['second-key' as const];
  return [
    ...before.map((which) => deskTaskOver(taskName(about.caseId, urgent, which))),
    opened(about, urgent, { which: 'ran-out', due: civilDateInLondon(about.at) }),
  ];
}

/** Asks nobody any more once a plan, a death, or the end of the case has taken its place. */
export function urgentTasksOver(
  caseId: string,
  { urgentSupport: urgent }: CaseState,
): readonly TableWrite[] {
  if (!urgent) return [];
  return every.map((which) => deskTaskOver(taskName(caseId, urgent, which)));
}

/** Asks nobody any more after a death, and anew after one that was recorded in error: in the transaction that
 * notes it on the case, so that no repetition does. */
export function urgentTasksAfterDeath(about: OfCase): readonly TableWrite[] {
  const { urgentSupport: urgent, death } = about.next;
  if (!urgent || !death) return [];
  if (death.status === 'stands') return urgentTasksOver(about.caseId, about.next);
  return asksNow(urgent).map((asked) => opened(about, urgent, { ...asked, isAnew: true }));
}

/** What is asked of urgent support that stands as it does. */
function asksNow(urgent: UrgentSupportState): readonly Asked[] {
  const { state, secondKeyDue, expiresOn, renewal } = urgent;
  if (state === 'awaiting-second-key') return [{ which: 'second-key', due: secondKeyDue }];
  if (state === 'expired') return [{ which: 'ran-out', due: expiresOn }];
  if (state === 'ended') return [];
  return [
    { which: 'until-last-day', due: expiresOn },
    ...(renewal ? [{ which: 'renewal-key', due: expiresOn } as const] : []),
  ];
}

interface Asked {
  readonly which: Which;
  readonly due: CivilDate;
}

function opened(
  { caseId, next, at, council }: OfCase,
  urgent: UrgentSupportState,
  { which, due, isAnew = false }: Asked & { readonly isAnew?: boolean },
): TableWrite {
  const open = isAnew ? openDeskTaskAgain : openDeskTask;
  return open({
    ...taskName(caseId, urgent, which),
    owner: 'case',
    team: isKey(which) ? taskTeam('authorise-budget', next, council) : next.team,
    due,
    claimedBy: null,
    isUrgent: which === 'ran-out',
    flags: reachFlags(next),
    openedAt: at,
  });
}
