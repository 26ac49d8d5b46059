import type { Council } from '#shared/council/schema.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { stageOf } from '#shared/domain/case/stage.ts';
import { openSteps } from '#shared/domain/journey/workflow.ts';
import { Questioned } from '#shared/domain/second-look/second-look.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import {
  type ReceiptStatus,
  readShown,
  showStatus,
} from '#shared/stores/front-door/receipt-store.ts';
import type { Ports } from '../ports.ts';
import { promisedBy } from '../workflow/task-address.ts';

type ProgressPorts = Pick<Ports, 'table' | 'cases'> & { readonly council: Council };

/** Lets whoever holds the receipt see where the case stands. Written only where it differs from what
 * they see now, and then from the case as it is at this moment: an event that comes late or twice
 * changes nothing. */
export async function showProgress(
  event: RecordedEvent<CaseState>,
  ports: ProgressPorts,
): Promise<void> {
  const { receipt } = event.after;
  if (!receipt) return;
  const shown = await readShown(ports.table, receipt);
  if (shown && isSameAs(shown, statusOf(event, shown, ports.council))) return;
  const newest = (await ports.cases.last(event.aggregateId)) ?? event;
  const status = statusOf(newest, shown, ports.council);
  if (shown && isSameAs(shown, status)) return;
  await showStatus(ports.table, receipt, { ...status, event: newest.sequence });
}

/** The status after an event. A step that is shown already keeps its day; one that has just opened
 * gets the council's own time for it. */
export function statusOf(
  { after, at }: RecordedEvent<CaseState>,
  shown: ReceiptStatus | undefined,
  council: Council,
): ReceiptStatus {
  const asOf = civilDateInLondon(at);
  const nextSteps = openSteps(after.workflow);
  const { isUrgent, team } = after;
  const dues = nextSteps.map((step) => {
    const due = shown?.dues[step] ?? promisedBy(step, { at, isUrgent, council });
    return [step, due] as const;
  });
  return {
    stage: stageOf(after),
    nextSteps,
    asOf,
    dues: Object.fromEntries(dues),
    team,
    appointments: shownAppointments(after),
    secondLooks: openSecondLooks(after),
  };
}

/** What the receipt shows of appointments. Whoever made the contact may hold it, so that it is silent
 * of a visit about abuse. */
function shownAppointments({ appointments = [] }: CaseState): ReceiptStatus['appointments'] {
  return appointments
    .filter(({ purpose }) => purpose !== 'safeguarding')
    .map(({ kind, on, from }) => ({ kind, on, from }));
}

function openSecondLooks({ secondLooks = {} }: CaseState): ReceiptStatus['secondLooks'] {
  return Questioned.options.flatMap((about) => {
    const look = secondLooks[about];
    return look?.status === 'asked' ? [{ about, by: look.due }] : [];
  });
}

function isSameAs(shown: ReceiptStatus, status: ReceiptStatus): boolean {
  return (
    shown.stage === status.stage &&
    shown.team === status.team &&
    shown.nextSteps.join() === status.nextSteps.join() &&
    inOneLine(shown) === inOneLine(status) &&
    looksInOneLine(shown) === looksInOneLine(status)
  );
}

function inOneLine({ appointments }: ReceiptStatus): string {
  return appointments.map(({ kind, on, from }) => `${kind} ${on} ${from}`).join();
}

function looksInOneLine({ secondLooks }: ReceiptStatus): string {
  return secondLooks.map(({ about, by }) => `${about} ${by}`).join();
}
