import type { CivilDate } from '../calendar/civil-date.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { earliestPayDate } from '../payment/next-pay-date.ts';
import type { RunState } from './run-state.ts';

type PayDates = Pick<RunState, 'payOn' | 'plannedPayOn'>;

/** When the money of a run that is approved today arrives, and when it was meant to if that
 * differs. */
export function payDatesOfApproval({ payOn }: RunState, today: CivilDate): PayDates {
  const earliest = earliestPayDate(today);
  return earliest > payOn ? { payOn: earliest, plannedPayOn: payOn } : { payOn };
}

/** When the money of a run arrives whose file is drawn up today: as it was approved, unless what stopped
 * its machine meanwhile has let the day go by on which Bacs was to work. No file names a day that is past. */
export function payDatesOfFile({ payOn, plannedPayOn }: RunState, today: CivilDate): PayDates {
  const isInTime = addWorkingDays(payOn, -1) > today;
  if (!isInTime) return { payOn: earliestPayDate(today), plannedPayOn: plannedPayOn ?? payOn };
  return { payOn, ...(plannedPayOn !== undefined && { plannedPayOn }) };
}
