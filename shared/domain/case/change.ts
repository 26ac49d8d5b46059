import * as z from 'zod';
import type { CivilDate } from '../calendar/civil-date.ts';
import type { Step } from '../journey/steps.ts';
import type { Outcome } from '../outcome.ts';
import type { CaseState, RecordName } from './case-state.ts';
import type { CaseEventType } from './event-types.ts';

/** Who acts, as every event keeps it. */
export interface Actor {
  readonly id: string;
  readonly role: string;
}

/** The facts of the moment that a decision is handed. */
export interface Moment {
  readonly actor: Actor;
  /** The day in Europe/London. */
  readonly today: CivilDate;
  /** The number that the event will have if the decision is accepted. */
  readonly event: number;
}

/** A due date that stands on the table and is taken by the daily sweep. */
export const DueName = z.enum([
  'review',
  'urgent-support',
  'appointment-reminder',
  'charge-review',
]);
export type DueName = z.infer<typeof DueName>;
export type DueChange =
  | { readonly due: DueName; readonly on: CivilDate }
  | { readonly due: DueName; readonly on: null };

/** What an accepted command does to a case: one event, and the due dates that must agree with
 * it. */
export interface CaseChange {
  readonly type: CaseEventType;
  /** What was recorded, as it will be read for ever: plain JSON. */
  readonly body: unknown;
  readonly next: CaseState;
  readonly dues?: readonly DueChange[];
  /** The step whose claim the queue must show at once. */
  readonly claim?: { readonly step: Step; readonly by: string | null };
}

export type CaseDecision = Outcome<CaseChange>;

/** Points the record at the event that is about to be written. */
export function withRecord<S extends CaseState>(state: S, name: RecordName, moment: Moment): S {
  return { ...state, records: { ...state.records, [name]: moment.event } };
}
