import type { Council } from '#shared/council/schema.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { reachFlags } from '#shared/domain/journey/task-flags.ts';
import { isToReplace } from '#shared/domain/order/handing-back/hand-back-order.ts';
import { overOn } from '#shared/domain/order/last-day.ts';
import type { OrderState } from '#shared/domain/order/order-state.ts';
import {
  type DeskTaskName,
  deskTaskOver,
  openDeskTask,
  openDeskTaskAgain,
} from '#shared/stores/cases/desk-task-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { taskTeam } from '../../workflow/task-address.ts';

interface About {
  readonly held: CaseState;
  readonly at: string;
  readonly council: Council;
}

/** The task to arrange care anew that was handed back, before its last day. */
function rearrangeTask(orderId: string, { caseId, handedBack }: OrderState): DeskTaskName {
  const taskId = derivedId(['rearrange-care', orderId, String(handedBack?.event)]);
  return { aggregateId: caseId, step: 'rearrange-care', taskId };
}

/** The task of the person's own team once the care is over and nobody has. */
function unmetTask(orderId: string, { caseId, handedBack }: OrderState): DeskTaskName {
  const taskId = derivedId(['care-is-over', orderId, String(handedBack?.event)]);
  return { aggregateId: caseId, step: 'rearrange-care', taskId };
}

/** The task to bring forward what takes the place of care that ends before it was to. */
function bringForwardTask(orderId: string, { caseId }: Pick<OrderState, 'caseId'>): DeskTaskName {
  const taskId = derivedId(['bring-forward', orderId]);
  return { aggregateId: caseId, step: 'rearrange-care', taskId };
}

/** Asks those who arrange support for care in the place of what was handed back, or for what takes its place to
 * begin sooner. */
export function askToRearrange(
  orderId: string,
  order: OrderState,
  { held, at, council }: About,
): TableWrite {
  const today = civilDateInLondon(at);
  const day = order.status === 'cancelled' ? order.startsOn : (order.lastDay ?? today);
  const isFollowed = order.handedBack?.replacedBy !== undefined;
  return openDeskTaskAgain({
    ...(isFollowed ? bringForwardTask : rearrangeTask)(orderId, order),
    orderId,
    owner: 'case',
    team: taskTeam('arrange-support', held, council),
    due: day < today ? today : day,
    claimedBy: null,
    isUrgent: day <= today,
    flags: reachFlags(held),
    openedAt: at,
  });
}

/** Puts it before the person's own team, ahead of everything else, on the day after the last (Care Act 2014
 * s18: the needs go on being met, and s19 says how until then). */
export function escalateUnmet(
  orderId: string,
  order: OrderState,
  { held, at }: Pick<About, 'held' | 'at'>,
): TableWrite {
  return openDeskTask({
    ...unmetTask(orderId, order),
    orderId,
    owner: 'case',
    team: held.team,
    due: civilDateInLondon(at),
    claimedBy: null,
    isUrgent: true,
    flags: reachFlags(held),
    openedAt: at,
  });
}

/** Asks nobody any more once something takes its place, or nothing has to; and once it begins, or never will, to
 * have it begin sooner. */
export function rearranged(
  orderId: string,
  before: OrderState,
  next: OrderState,
): readonly TableWrite[] {
  return [...followedNow(before, next), ...askedNoMore(orderId, before, next)];
}

function followedNow(before: OrderState, next: OrderState): readonly TableWrite[] {
  const isToBegin = next.status === 'ordered' && next.diedOn === undefined;
  const isSettled = before.status === 'ordered' && !isToBegin;
  return next.follows && isSettled
    ? [deskTaskOver(bringForwardTask(next.follows.orderId, next))]
    : [];
}

function askedNoMore(orderId: string, before: OrderState, next: OrderState): readonly TableWrite[] {
  // Who hands back once more, for an earlier day, asks anew.
  const isAsked = isToReplace(next) && next.handedBack?.event === before.handedBack?.event;
  if (!isToReplace(before) || isAsked) return [];
  // Before its last day is over nobody has been told that it is.
  const isTold = overOn(before) === null;
  const names = [rearrangeTask, ...(isTold ? [unmetTask] : [])];
  return names.map((nameOf) => deskTaskOver(nameOf(orderId, before)));
}
