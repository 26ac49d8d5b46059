import { addDays, type CivilDate } from '../calendar/civil-date.ts';
import { type PayCalendar, periodContaining } from '../calendar/pay-calendar.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { type AgreementHead, firstUnpaidDay, owesBeside } from './agreement-head.ts';

const bacsWorkingDays = 3;

export interface PaySchedule extends PayCalendar {
  /** Working days before the money arrives on which its run is prepared: time for the approval and
   * for the three-working-day cycle of Bacs. */
  readonly payLeadWorkingDays: number;
}

/** The last pay date whose run is prepared by the end of today. */
export function preparedUpTo(schedule: PaySchedule, today: CivilDate): CivilDate {
  return addWorkingDays(today, schedule.payLeadWorkingDays);
}

/** The first day on which money that is submitted today can arrive: Bacs takes three working
 * days. */
export function earliestPayDate(today: CivilDate): CivilDate {
  return addWorkingDays(today, bacsWorkingDays);
}

/** The day on which money next arrives that no run has created yet; undefined while payments are
 * stopped, and where nothing more is to be paid. An agreement that started after its period's run
 * was prepared is paid with the next one. */
export function nextPayDate(
  head: AgreementHead,
  schedule: PaySchedule,
  today: CivilDate,
): CivilDate | undefined {
  const unpaid = firstUnpaidDay(head);
  const owesMore = owesBeside(head);
  if (head.payStop || head.payeeHold || (unpaid === undefined && !owesMore)) return undefined;
  const prepared = preparedUpTo(schedule, today);
  const isAhead = unpaid !== undefined && unpaid > today && !owesMore;
  let period = periodContaining(schedule, isAhead ? unpaid : today);
  while (period.payDate <= prepared) {
    period = periodContaining(schedule, addDays(period.end, 1));
  }
  return period.payDate;
}
