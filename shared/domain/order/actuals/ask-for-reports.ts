import { addDays, type CivilDate } from '../../calendar/civil-date.ts';
import { type PayCalendar, periodContaining } from '../../calendar/pay-calendar.ts';
import {
  type AskedReport,
  type OrderChange,
  type OrderState,
  recordedPeriodsMax,
} from '../order-state.ts';

export interface ReportsAsked {
  readonly change: OrderChange | undefined;
  /** What somebody is asked for from now on. */
  readonly asked: readonly AskedReport[];
  /** The day on which the next period is looked at; null where the order is over. */
  readonly nextOn: CivilDate | null;
}

interface Asking {
  readonly calendar: PayCalendar;
  /** Days from the end of a period until it is asked for. */
  readonly waitDays: number;
  readonly today: CivilDate;
  /** The event that asks. */
  readonly event: number;
}

/** Asks for what was delivered in each period of which nobody has said so some days after its end: until
 * then the provider is not paid and the person is not billed, and nobody would notice. */
export function askForReports(order: OrderState, asking: Asking): ReportsAsked {
  const { reportsAsked = [], weeklyPence } = order;
  const last = lastDayHeld(order);
  const { missing, through, nextOn } = lookThrough(order, last, asking);
  const asked = missing
    .filter((start) => !reportsAsked.some(({ periodStart }) => periodStart === start))
    .map((periodStart) => ({ periodStart, event: asking.event }));
  const dropped = reportsAsked.filter(({ periodStart }) => periodStart > last);
  if (asked.length + dropped.length === 0) return { change: undefined, asked, nextOn };
  const waited = [...reportsAsked.filter((each) => !dropped.includes(each)), ...asked];
  const next = {
    ...order,
    reportsAsked: waited,
    ...(through !== undefined && { askedThrough: through }),
  };
  const periodsOf = (reports: readonly AskedReport[]) => reports.map((each) => each.periodStart);
  const body = { periods: periodsOf(asked), noLonger: periodsOf(dropped), weeklyPence };
  return { change: { type: 'care-reports-asked', body, next }, asked, nextOn };
}

/** The periods that are over and of which nothing is known, up to the one that is looked at next. */
function lookThrough(order: OrderState, last: CivilDate, { calendar, waitDays, today }: Asking) {
  const missing: CivilDate[] = [];
  let through = order.askedThrough;
  let period = firstPeriod(order, calendar);
  while (period.start <= last) {
    const on = addDays(last < period.end ? last : period.end, waitDays);
    if (on > today) return { missing, through, nextOn: on };
    if (!isSettled(order, period.start)) missing.push(period.start);
    through = period.start;
    period = periodContaining(calendar, addDays(period.end, 1));
  }
  return { missing, through, nextOn: null };
}

function firstPeriod({ askedThrough, startedOn, startsOn }: OrderState, calendar: PayCalendar) {
  const first = periodContaining(calendar, askedThrough ?? startedOn ?? startsOn);
  return askedThrough === undefined ? first : periodContaining(calendar, addDays(first.end, 1));
}

/** The last day on which anything may have been given. What is only bought once is told of once. */
function lastDayHeld({ lines, lastDay, diedOn, startedOn }: OrderState): CivilDate {
  if (startedOn === null) return '0000-01-01';
  const isWeekly = lines.some(({ kind, firstDay }) => kind === 'weekly' && firstDay !== null);
  const days = [lastDay ?? never, diedOn ?? never, isWeekly ? never : startedOn];
  return days.toSorted()[0] ?? never;
}

const never: CivilDate = '9999-12-31';

/** Recorded, or so long ago that it stands in the events alone. */
function isSettled({ periods }: OrderState, start: CivilDate): boolean {
  const oldest = periods[0]?.periodStart;
  if (periods.length >= recordedPeriodsMax && oldest !== undefined && start < oldest) return true;
  return periods.some(({ periodStart }) => periodStart === start);
}
