import * as z from 'zod';
import { refusalBeforeEighteen } from '../budget/eighteenth-birthday.ts';
import { CivilDate } from '../calendar/civil-date.ts';
import type { Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import type { OrderChange, OrderState } from './order-state.ts';

export const MovedStart = z
  .strictObject({
    startsOn: CivilDate,
    reason: Reason.meta({ examples: ['The carer of the provider begins a week later.'] }),
  })
  .meta({ id: 'MovedStart' });
export type MovedStart = z.infer<typeof MovedStart>;

/** Moves the day on which an order that has not started is planned to: from then on it is late if it has not
 * started by the new one. Its prices stay as they were agreed. Refuses `wrong-stage` for an order that has
 * started or never will, `already-recorded` for the day that is planned, `death-recorded`,
 * `before-eighteenth-birthday`, and `invalid-input` for a day that is over. */
export function moveStart(
  order: OrderState,
  { startsOn, reason }: MovedStart,
  { today }: Moment,
): Outcome<OrderChange> {
  if (order.status !== 'ordered') {
    return refuse('wrong-stage', 'Only the start of an order that has not started can be moved.');
  }
  if (order.diedOn !== undefined) return refuse('death-recorded', 'The person has died.');
  if (startsOn === order.startsOn) {
    return refuse('already-recorded', `It is planned for ${startsOn} already.`, '/startsOn');
  }
  if (startsOn < today) {
    return refuse('invalid-input', 'A day that is over cannot be planned.', '/startsOn');
  }
  const tooEarly = refusalBeforeEighteen(startsOn, order.notBefore ?? null, '/startsOn');
  if (tooEarly) return tooEarly;
  const { lateOn: _ofTheDayBefore, ...rest } = order;
  return accept({
    type: 'order-start-moved',
    body: { from: order.startsOn, startsOn, reason },
    next: { ...rest, startsOn, timesMoved: (order.timesMoved ?? 0) + 1 },
  });
}
