import { addDays } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import {
  askForWarningReviews,
  warningReviewDue,
} from '#shared/domain/person/facts/ask-warning-review.ts';
import type { WarningInForce } from '#shared/domain/person/facts/warning.ts';
import { factsOf, type PersonState } from '#shared/domain/person/person-state.ts';
import {
  type DeskTaskName,
  deskTaskDone,
  openDeskTask,
} from '#shared/stores/cases/desk-task-store.ts';
import {
  takeWarningDueWrite,
  type WarningRow,
  warningDueWrite,
} from '#shared/stores/cases/due-store.ts';
import { ownEvent } from '#shared/stores/events/own-event.ts';
import { caseRowsOfPerson } from '#shared/stores/people/person-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { peopleStores } from '../../people-stores.ts';
import type { Ports } from '../../ports.ts';
import { recordNow } from '../follow-merge.ts';

const actor = { id: 'due-sweep', role: 'service' };

// Whoever has no case has nobody to ask: it is tried again, and the banner says meanwhile that it is late.
const daysToNextTry = 28;

/** What asks for the reviews of a person's warnings that are late: an event on their record, and a task
 * for each in the queue of their newest case, an open one before any other. */
export async function warningReviewWrites(
  row: WarningRow,
  { table, system }: Pick<Ports, 'table' | 'system'>,
): Promise<readonly TableWrite[]> {
  const { people } = peopleStores(table);
  const last = await recordNow(row.personId, { people });
  if (!last) return [takeWarningDueWrite(row, null)];
  const { aggregateId: personId, after } = last;
  const at = system.now();
  const today = civilDateInLondon(at);
  const rows = await caseRowsOfPerson(table, personId);
  const shown = rows.find(({ summary }) => summary?.isOpen) ?? rows.find(({ summary }) => summary);
  if (!shown?.summary) return [takeWarningDueWrite(row, addDays(today, daysToNextTry))];
  const { caseId, summary } = shown;
  const taskIdOf = ({ id, reviewOn }: WarningInForce) => derivedId([id, reviewOn]);
  const asked = askForWarningReviews(factsOf(after), { caseId, taskIdOf }, { today });
  const facts = asked?.next ?? factsOf(after);
  const due = warningReviewDue(facts);
  // The row of a record that was merged goes on as that of the record that took it over.
  const moved =
    personId === row.personId
      ? [takeWarningDueWrite(row, due)]
      : [takeWarningDueWrite(row, null), warningDueWrite(personId, due)];
  if (!asked) return moved;
  const event = ownEvent(last, { ...asked, next: { ...after, facts } }, { actor, at });
  const tasks = facts.warnings.flatMap((warning) =>
    warning.reviewTask && factsOf(after).warnings.some((each) => isNewlyAsked(each, warning))
      ? [taskName(warning.reviewTask)]
      : [],
  );
  const { team, worker } = summary;
  const queued = { owner: 'case', team, due: today, claimedBy: worker, isUrgent: false } as const;
  return [
    people.asWrite(last, event),
    ...moved,
    ...tasks.map((name) => openDeskTask({ ...name, ...queued, openedAt: at })),
  ];
}

function isNewlyAsked(before: WarningInForce, after: WarningInForce): boolean {
  return before.id === after.id && before.reviewTask === undefined;
}

function taskName({ caseId, taskId }: NonNullable<WarningInForce['reviewTask']>): DeskTaskName {
  return { aggregateId: caseId, step: 'review-warning', taskId };
}

/** What a change of somebody's warnings does to the queues: the next review falls due on its day, and one
 * that was asked for and is over is asked for no more. */
export function warningTaskWrites(
  personId: string,
  before: PersonState,
  next: PersonState,
): TableWrite[] {
  const now = factsOf(next);
  const isAskedStill = ({ id }: WarningInForce) =>
    now.warnings.some((each) => each.id === id && each.reviewTask !== undefined);
  const over = factsOf(before).warnings.flatMap((warning) =>
    warning.reviewTask && !isAskedStill(warning) ? [taskName(warning.reviewTask)] : [],
  );
  return [warningDueWrite(personId, warningReviewDue(now)), ...over.map(deskTaskDone)];
}
