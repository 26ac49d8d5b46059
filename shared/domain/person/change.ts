import type { Moment } from '../case/change.ts';
import type { Outcome } from '../outcome.ts';
import type { PersonEventType } from './event-types.ts';
import type { PersonRecordName, PersonState } from './person-state.ts';

/** What an accepted command does to a person's record: one event. */
export interface PersonChange {
  readonly type: PersonEventType;
  /** What was recorded, as it will be read for ever: plain JSON. */
  readonly body: unknown;
  readonly next: PersonState;
}

export type PersonDecision = Outcome<PersonChange>;

/** Points the record at the event that is about to be written. */
export function withPersonRecord(
  state: PersonState,
  name: PersonRecordName,
  moment: Moment,
): PersonState {
  return { ...state, records: { ...state.records, [name]: moment.event } };
}
