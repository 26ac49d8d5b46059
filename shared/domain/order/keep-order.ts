import { refusalBeforeEighteen } from '../budget/eighteenth-birthday.ts';
import { addDays, type CivilDate, daysBetween } from '../calendar/civil-date.ts';
import type { Moment } from '../case/change.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { isRecordedBehind, type OrderChange, type OrderState } from './order-state.ts';

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
  if (order.status !== 'ordered' && order.status !== 'started') return undefined;
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

/** Records that a line of an order began which did not begin with the rest, as what is bought once may.
 * Refuses `order-ended`, `already-recorded`, `two-keys-missing` and `before-eighteenth-birthday` for a day before either,
 * `death-recorded` for one after it, and `invalid-input` for another line or a day to come. */
export function startLate(
  order: OrderState,
  { lineId, firstDay }: LineStarted,
  { today }: Moment,
): Outcome<OrderChange> {
  if (order.status === 'ended' || order.status === 'cancelled') {
    return refuse('order-ended', 'The order has ended.');
  }
  const line = order.lines.find((each) => each.lineId === lineId);
  if (!line) return refuse('invalid-input', 'The order has no such line.', '/lineId');
  if (order.status === 'ordered' && line.kind === 'weekly') {
    return refuse('wrong-stage', 'Weekly support begins with the start of the plan.');
  }
  if (firstDay > today) {
    const detail = 'Record a first day when it has come: a planned day is no actual one.';
    return refuse('invalid-input', detail, '/firstDay');
  }
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

/** Ends an order on its last day; one that never started is cancelled. Nothing where it is over, or ends
 * before that. */
export function endOrder(
  order: OrderState,
  lastDay: CivilDate,
  reason: 'superseded' | 'case-ended' | 'support-started',
): OrderChange | undefined {
  if (order.status === 'ended' || order.status === 'cancelled') return undefined;
  if (order.lastDay !== null && order.lastDay <= lastDay) return undefined;
  if (order.status === 'ordered') {
    const body = { reason };
    return { type: 'order-cancelled', body, next: { ...order, status: 'cancelled' } };
  }
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
 * paid, and nothing after it. Nothing where it is. */
export function noteDeathOnOrder(
  { diedOn: known, ...order }: OrderState,
  diedOn: CivilDate | undefined,
): OrderChange | undefined {
  if (order.status === 'cancelled' || known === diedOn) return undefined;
  const next = diedOn === undefined ? order : { ...order, diedOn };
  return { type: 'order-death-noted', body: { diedOn: diedOn ?? null }, next };
}
