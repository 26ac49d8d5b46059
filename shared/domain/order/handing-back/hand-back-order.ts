import * as z from 'zod';
import { addDays, CivilDate, daysBetween } from '../../calendar/civil-date.ts';
import type { Moment } from '../../case/change.ts';
import { Reason } from '../../eligibility/decision.ts';
import { accept, type Outcome, type Refused, refuse } from '../../outcome.ts';
import { planningLaw } from '../../plan/planning-law.ts';
import {
  HandedBackBy,
  hasEnded,
  isRecordedBehind,
  type OrderChange,
  type OrderState,
} from '../order-state.ts';

export const OrderHandedBack = z
  .strictObject({
    by: HandedBackBy,
    /** The day on which it was said. */
    on: CivilDate,
    /** The last day of the care; where it does not say, after the notice of the offer. */
    lastDay: CivilDate.optional(),
    reason: Reason,
  })
  .meta({ id: 'OrderHandedBack' });
export type OrderHandedBack = z.infer<typeof OrderHandedBack>;

/** Records that a provider gives care back, or that the council or the person ends it, while the needs go on:
 * the order is paid up to its last day, and somebody is to arrange the care anew before that (Care Act 2014
 * s18). One that has not begun never does. A notice that is too short is no reason to refuse it, because
 * nobody comes all the same: it says by how many days. Refuses `order-ended`, `already-recorded` once another
 * order takes its place and it ends no earlier, `death-recorded`, and `invalid-input` for a last day that
 * cannot be. */
export function handBackOrder(
  order: OrderState,
  input: OrderHandedBack,
  { today, event }: Moment,
): Outcome<OrderChange> {
  const refused = refusalToHandBack(order, input, today);
  if (refused) return refused;
  const { orderedUntil = order.lastDay, replacedBy } = order.handedBack ?? {};
  const handedBack = {
    ...{ by: input.by, on: input.on, event },
    ...(orderedUntil !== null && { orderedUntil }),
    ...(replacedBy !== undefined && { replacedBy }),
  };
  if (order.status === 'ordered') {
    const next: OrderState = { ...order, status: 'cancelled', handedBack };
    const body = { ...input, lastDay: null, rule: ruleOn(today) };
    return accept({ type: 'order-handed-back', body, next });
  }
  const { noticeDays } = order;
  const noticed = noticeDays === undefined ? undefined : addDays(input.on, noticeDays);
  const lastDay = input.lastDay ?? noticed;
  const wrong = refusalOfLastDay(order, lastDay);
  if (wrong) return wrong;
  if (lastDay === undefined) {
    return refuse('invalid-input', 'Say the last day: the offer names no notice.', '/lastDay');
  }
  const shortDays = noticed === undefined ? 0 : Math.max(0, daysBetween(lastDay, noticed));
  const next: OrderState = {
    ...order,
    status: lastDay < today ? 'ended' : 'started',
    lastDay,
    handedBack,
  };
  return accept({
    type: 'order-handed-back',
    body: { ...input, lastDay, noticeDays: noticeDays ?? null, shortDays, rule: ruleOn(today) },
    next: isRecordedBehind(next) ? { ...next, isToCorrect: true } : next,
  });
}

function ruleOn(day: CivilDate): string {
  return `${planningLaw('support', day)}: the needs go on being met`;
}

function refusalToHandBack(
  order: OrderState,
  input: OrderHandedBack,
  today: CivilDate,
): Refused | undefined {
  const { diedOn, handedBack } = order;
  if (handedBack?.replacedBy !== undefined && !endsEarlier(order, input)) {
    const detail = 'Another order takes its place: say on which earlier day it ends.';
    return refuse('already-recorded', detail, '/lastDay');
  }
  if (hasEnded(order)) return refuse('order-ended', 'The order has ended.');
  if (diedOn !== undefined) return refuse('death-recorded', 'The person has died.');
  return input.on > today
    ? refuse('invalid-input', 'Record it when it was said.', '/on')
    : undefined;
}

/** What takes its place is ordered: care that ends before it was to is told of all the same. */
function endsEarlier({ status, lastDay }: OrderState, input: OrderHandedBack): boolean {
  if (status !== 'started' || lastDay === null) return false;
  return input.lastDay !== undefined && input.lastDay < lastDay;
}

function refusalOfLastDay(
  { startedOn, startsOn, lastDay: known }: OrderState,
  lastDay: CivilDate | undefined,
): Refused | undefined {
  if (lastDay === undefined) return undefined;
  const first = startedOn ?? startsOn;
  if (lastDay < first) {
    return refuse('invalid-input', `The care began on ${first}.`, '/lastDay');
  }
  return known !== null && lastDay > known
    ? refuse('invalid-input', `It ends on ${known} already.`, '/lastDay')
    : undefined;
}

/** Whether care was handed back and nobody has arranged what takes its place. */
export function isToReplace({ handedBack, diedOn }: OrderState): boolean {
  return handedBack !== undefined && handedBack.replacedBy === undefined && diedOn === undefined;
}

/** An order that was handed back, once a new plan or the end of the case asks for nothing in its place. */
export function replaceNoMore({ handedBack: _over, ...order }: OrderState): OrderChange {
  return { type: 'order-not-replaced', body: {}, next: order };
}
