import { refusalBeforeEighteen } from '../budget/eighteenth-birthday.ts';
import { addDays, type CivilDate, daysBetween } from '../calendar/civil-date.ts';
import type { Moment } from '../case/change.ts';
import { accept, type Outcome, type Refused, refuse } from '../outcome.ts';
import { isToReplace, replaceNoMore } from './handing-back/hand-back-order.ts';
import { isInterim } from './last-day.ts';
import { hasEnded, isRecordedBehind, type OrderChange, type OrderState } from './order-state.ts';

/** A line of the plan and the day on which it actually began. */
export interface LineStarted {
  readonly lineId: string;
  readonly firstDay: CivilDate;
}

/** An order as far as the start of support concerns it: its lines that began have their actual first day.
 * Nothing where none of them did, or all that did are known. */
export function startOrder(
  order: OrderState,
  started: readonly LineStarted[],
): OrderChange | undefined {
  if (hasEnded(order)) return undefined;
  const begun = started.filter(({ lineId }) =>
    order.lines.some((line) => line.lineId === lineId && line.firstDay === null),
  );
  if (begun.length === 0) return undefined;
  const lines = order.lines.map((line) => {
    const day = begun.find(({ lineId }) => lineId === line.lineId)?.firstDay;
    return day === undefined ? line : { ...line, firstDay: day };
  });
  const days = lines.flatMap(({ firstDay }) => firstDay ?? []).toSorted();
  const startedOn = days[0] ?? order.startsOn;
  const lateDays = Math.max(0, daysBetween(order.startsOn, startedOn));
  return {
    type: 'order-started',
    body: { lines: begun, startedOn, lateDays },
    next: { ...order, status: 'started', lines, startedOn },
  };
}

/** Records that a line of an order began which did not begin with the rest, as what is bought once may, or care
 * in the place of other: after the day on which that ended, where it ended before it was to.
 * Refuses `order-ended`, `already-recorded`, `two-keys-missing` and `before-eighteenth-birthday` for a day
 * before either, `death-recorded` for one after it, `wrong-stage` for a line that begins with the plan, and
 * `invalid-input` for another line, a day to come, or one of the help before it. */
export function startLate(
  order: OrderState,
  { lineId, firstDay }: LineStarted,
  { today, endedOn }: Pick<Moment, 'today'> & { readonly endedOn?: CivilDate | undefined },
): Outcome<OrderChange> {
  if (hasEnded(order)) {
    return refuse('order-ended', 'The order has ended.');
  }
  const line = order.lines.find((each) => each.lineId === lineId);
  if (!line) return refuse('invalid-input', 'The order has no such line.', '/lineId');
  const isOfItself = (order.follows && !order.follows.beginsWithPlan) || isInterim(order);
  if (order.status === 'ordered' && line.kind === 'weekly' && !isOfItself) {
    return refuse('wrong-stage', 'Weekly support begins with the start of the plan.');
  }
  const before = endedOn ?? order.follows?.lastDay;
  const wrong = refusalOfFirstDay(order, { firstDay, before, today });
  if (wrong) return wrong;
  const { authorisedOn, notBefore = null, diedOn } = order;
  if (authorisedOn !== undefined && firstDay < authorisedOn) {
    const detail = `Both keys were turned on ${authorisedOn}: nothing begins before.`;
    return refuse('two-keys-missing', detail, '/firstDay');
  }
  const tooEarly = refusalBeforeEighteen(firstDay, notBefore, '/firstDay');
  if (tooEarly) return tooEarly;
  if (diedOn !== undefined && firstDay > diedOn) {
    return refuse('death-recorded', `Nothing began after ${diedOn}.`, '/firstDay');
  }
  const change = startOrder(order, [{ lineId, firstDay }]);
  return change ? accept(change) : refuse('already-recorded', 'The line has begun already.');
}

interface FirstDay {
  readonly firstDay: CivilDate;
  /** The last day of the help before it. */
  readonly before: CivilDate | undefined;
  readonly today: CivilDate;
}

function refusalOfFirstDay(
  { lastDay }: OrderState,
  { firstDay, before, today }: FirstDay,
): Refused | undefined {
  if (firstDay > today) {
    const detail = 'Record a first day when it has come: a planned day is no actual one.';
    return refuse('invalid-input', detail, '/firstDay');
  }
  // The provider before is paid up to that day, and no day is paid twice.
  if (before !== undefined && firstDay <= before) {
    const detail = `The help before it was ordered until ${before}.`;
    return refuse('invalid-input', detail, '/firstDay');
  }
  return lastDay !== null && firstDay > lastDay
    ? refuse('order-ended', `It was ordered until ${lastDay}.`, '/firstDay')
    : undefined;
}

/** Ends an order on a day, or on its last where that is earlier; one that never started is cancelled. What was
 * handed back is asked for no more. Nothing where it is over. */
export function endOrder(
  read: OrderState,
  on: CivilDate,
  reason: 'superseded' | 'case-ended' | 'support-started',
): OrderChange | undefined {
  if (hasEnded(read)) {
    return isToReplace(read) ? replaceNoMore(read) : undefined;
  }
  const order = isToReplace(read) ? replaceNoMore(read).next : read;
  if (order.status === 'ordered') {
    const body = { reason };
    return { type: 'order-cancelled', body, next: { ...order, status: 'cancelled' } };
  }
  const lastDay = order.lastDay !== null && order.lastDay < on ? order.lastDay : on;
  const ended: OrderState = { ...order, status: 'ended', lastDay };
  return {
    type: 'order-ended',
    body: { reason, lastDay },
    next: isRecordedBehind(ended) ? { ...ended, isToCorrect: true } : ended,
  };
}

/** Tells that an order has not started on its planned day, with the figures, once. */
export function noticeLate(order: OrderState, today: CivilDate): OrderChange | undefined {
  if (order.status !== 'ordered' || order.lateOn !== undefined) return undefined;
  // Nobody is asked why support did not start for somebody who has died.
  if (order.startsOn >= today || order.diedOn !== undefined) return undefined;
  const { startsOn, weeklyPence, oneOffPence } = order;
  return {
    type: 'order-late',
    body: { startsOn, lateDays: daysBetween(startsOn, today), weeklyPence, oneOffPence },
    next: { ...order, lateOn: today },
  };
}

/** The day on which an order that has not started is late. */
export function lateFrom({ startsOn }: Pick<OrderState, 'startsOn'>): CivilDate {
  return addDays(startsOn, 1);
}

/** An order in step with what the person's record says of their death: what was given until then is still
 * paid, and nothing after it. What was handed back is asked for anew after one in error. Nothing where it is
 * in step. */
export function noteDeathOnOrder(
  { diedOn: known, ...order }: OrderState,
  diedOn: CivilDate | undefined,
  event: number,
): OrderChange | undefined {
  const { handedBack, status } = order;
  const isNeeded = handedBack !== undefined && handedBack.replacedBy === undefined;
  if (known === diedOn || (status === 'cancelled' && !isNeeded)) return undefined;
  const anew = isNeeded && diedOn === undefined && { handedBack: { ...handedBack, event } };
  const next = diedOn === undefined ? { ...order, ...anew } : { ...order, diedOn };
  return { type: 'order-death-noted', body: { diedOn: diedOn ?? null }, next };
}
