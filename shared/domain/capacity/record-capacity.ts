import type { CaseState } from '../case/case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../case/change.ts';
import { accept, refuse } from '../outcome.ts';
import type { CapacityRecord } from './capacity-record.ts';

/** Keeps a note on capacity for one decision: it says nothing about any other (Mental Capacity Act
 * 2005 s2(1)), and stands until a newer one on that decision. Refuses `invalid-input` for a day to
 * come. */
export function recordCapacity(
  state: CaseState,
  record: CapacityRecord,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  if (record.assessedOn > moment.today) {
    return refuse('invalid-input', 'That day is still to come.', '/assessedOn');
  }
  return accept({
    type: 'capacity-recorded',
    body: { ...record, rule: 'Mental Capacity Act 2005 s2-s4' },
    next: withRecord(
      { ...state, capacity: withFinding(state, record, moment) },
      'capacity',
      moment,
    ),
  });
}

export function withFinding(
  state: CaseState,
  record: CapacityRecord,
  moment: Moment,
): CaseState['capacity'] {
  const hasCapacity = record.conclusion === 'has-capacity';
  return { ...state.capacity, [record.decision]: { hasCapacity, event: moment.event } };
}
