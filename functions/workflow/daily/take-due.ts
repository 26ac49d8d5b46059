import * as z from 'zod';
import { WhatWasAgreed } from '#shared/domain/appointment/appointment.ts';
import { remindOfAppointment } from '#shared/domain/appointment/remind.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { CaseDecision, DueName, Moment } from '#shared/domain/case/change.ts';
import { expireUrgentSupport } from '#shared/domain/case/urgent/expire-urgent-support.ts';
import { fallDueForChargeReview } from '#shared/domain/finances/look-again.ts';
import { fallDueForReview } from '#shared/domain/review/fall-due-for-review.ts';
import { type DueRow, dueWrite, takeDueWrite } from '#shared/stores/cases/due-store.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { askedToLook } from '../../charging/look-at-charge.ts';
import type { DailyPorts } from './daily-task.ts';

const decideDue = {
  review: fallDueForReview,
  'urgent-support': expireUrgentSupport,
  'appointment-reminder': remindOfAppointment,
  'charge-review': fallDueForChargeReview,
} as const satisfies Record<DueName, (state: CaseState, moment: Moment) => CaseDecision>;

const actor = { id: 'due-sweep', role: 'service' };

/** What takes one due row: its event is written and the row goes in the same transaction, so that
 * two sweeps at once take it once. A row that the case knows nothing of any more is removed. */
export async function dueWrites(row: DueRow, ports: DailyPorts): Promise<readonly TableWrite[]> {
  const last = await ports.cases.last(row.caseId);
  if (!last) return [];
  const now = ports.system.now();
  const today = civilDateInLondon(now);
  const decision = decideDue[row.due](last.after, { actor, today, event: last.sequence + 1 });
  if (!decision.accepted) return [takeDueWrite(row)];
  const { type, body, next, dues = [] } = decision.value;
  const again = dues.find(({ due }) => due === row.due)?.on;
  const others = dues.filter((change) => change.due !== row.due);
  const event = {
    id: derivedId(['due', row.caseId, row.due, row.on]),
    aggregateId: row.caseId,
    type,
    at: now,
    actor,
    request: null,
    body: row.due === 'appointment-reminder' ? await withWhatWasAgreed(last, body, ports) : body,
    after: next,
  };
  return [
    ports.cases.asWrite(last, event),
    takeDueWrite(row, again),
    ...others.map((change) => dueWrite(row.caseId, change)),
    ...askedToLook({ caseId: row.caseId, before: last.after, next }, now, ports.council),
    ...(row.due === 'urgent-support'
      ? await escalated({ caseId: row.caseId, next, at: now, council: ports.council })
      : []),
  ];
}

/** Rare: what says how is loaded for it. */
async function escalated(about: {
  caseId: string;
  next: CaseState;
  at: string;
  council: DailyPorts['council'];
}) {
  const { escalateUrgent } = await import('../../cases/urgent/urgent-tasks.ts');
  return escalateUrgent(about);
}

const Reminder = z.looseObject({ agreedIn: z.int().positive() });

/** The case keeps no address and no words of an appointment: the letter is written from the event that
 * agreed them. */
async function withWhatWasAgreed(
  { aggregateId }: RecordedEvent<CaseState>,
  body: unknown,
  { cases }: Pick<DailyPorts, 'cases'>,
) {
  const reminder = Reminder.parse(body);
  const agreed = await cases.at(aggregateId, reminder.agreedIn);
  return { ...WhatWasAgreed.parse(agreed?.body), ...reminder };
}
