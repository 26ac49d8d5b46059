import type * as z from 'zod';
import type { CivilDate } from '../../calendar/civil-date.ts';
import { formatPounds } from '../../money/pence.ts';
import { accept, type Outcome, type Refused, refuse } from '../../outcome.ts';
import { lineCostPence, type PlanLine } from '../../plan/plan-line.ts';
import { isInterim } from '../last-day.ts';
import { type NewOrder, type Ordering, openOrder } from '../open-orders.ts';
import type { OrderChange, OrderedLine, OrderState } from '../order-state.ts';
import type { Offering } from '../price-order.ts';
import { ServiceOrder } from '../service-order.ts';
import { isUrgentOrder } from '../urgent-order.ts';
import { replaceHelp } from './replace-help.ts';

/** What is ordered in the place of an order that was handed back: the same lines of the same part. */
export const ReplacementOrder = ServiceOrder.omit({ partId: true, lineIds: true }).meta({
  id: 'ReplacementOrder',
});
export type ReplacementOrder = z.infer<typeof ReplacementOrder>;

/** The replacement's name among the orders that one event begins. */
export const replacementName = '0';

export interface Replaced extends OrderChange {
  /** What takes its place, and the help until that begins. */
  readonly opened: readonly NewOrder[];
}

export interface Replacing {
  /** The plan of the order and its lines; nothing of urgent support. */
  readonly planned: Omit<Ordering, 'providers' | 'today'> | undefined;
  readonly providers: readonly Offering[];
  readonly today: CivilDate;
  /** The order that is replaced, and the one that takes its place. */
  readonly orderId: string;
  readonly replacementId: string;
}

/** Orders from another provider, or on another offer, what was handed back. It begins after the last day of
 * what it replaces, so that no day is paid twice, and says who helps in between. A line costs no more than two
 * people authorised for it; a dearer one is a change of the plan, under its keys, and the live plan goes on
 * until then. Refuses `wrong-stage` where nothing was handed back, `already-recorded` where something takes
 * its place, `death-recorded`, `parts-do-not-add-up`, and what opening an order refuses. */
export function replaceOrder(
  order: OrderState,
  input: ReplacementOrder,
  replacing: Replacing,
): Outcome<Replaced> {
  const { handedBack } = order;
  if (!handedBack) return refuse('wrong-stage', 'Only what was handed back is ordered anew.');
  if (handedBack.replacedBy !== undefined) {
    return refuse('already-recorded', 'Another order takes its place already.');
  }
  if (order.diedOn !== undefined) return refuse('death-recorded', 'The person has died.');
  const heldUntil = heldUntilOf(order);
  const early = refusalOfDays(input, heldUntil);
  if (early) return early;
  const opened = isHelp(order)
    ? openHelp(order, input, { replacing, heldUntil })
    : openAgain(order, input, { replacing, heldUntil });
  if (!opened.accepted) return opened;
  const { replacementId } = replacing;
  return accept({
    type: 'order-replaced',
    body: { ...input, replacedBy: replacementId },
    next: { ...order, handedBack: { ...handedBack, replacedBy: replacementId } },
    opened: opened.value,
  });
}

interface About {
  readonly replacing: Replacing;
  readonly heldUntil: CivilDate | null;
}

function openHelp(
  order: OrderState,
  input: ReplacementOrder,
  { replacing, heldUntil }: About,
): Outcome<readonly NewOrder[]> {
  const help = replaceHelp(order, input, { ...replacing, heldUntil });
  return help.accepted ? accept([{ name: replacementName, order: help.value }]) : help;
}

/** The lines of the plan once more, and the help until they begin: each after what is given before it. */
function openAgain(
  order: OrderState,
  input: ReplacementOrder,
  { replacing: { planned, orderId, providers, today }, heldUntil }: About,
): Outcome<readonly NewOrder[]> {
  if (!planned) return refuse('wrong-stage', 'It belongs to no plan.');
  const lineIds = order.lines.filter((line) => isToCome(line, order)).map(({ lineId }) => lineId);
  const again = { ...input, partId: order.partId, lineIds };
  const ordering = { ...planned, providers, today };
  const opened = openOrder(again, { name: replacementName, pointer: '' }, ordering);
  if (!opened.accepted) return opened;
  const [main, ...cover] = opened.value;
  if (!main) return refuse('invalid-input', 'Nothing of the order is left to be given.');
  const above = refusalAbove(main.order, order, planned.lines);
  if (above) return above;
  const after = { orderId, ...(heldUntil !== null && { lastDay: heldUntil }) };
  const follows = {
    ...after,
    ...(input.paidInterim && { lastDay: input.paidInterim.lastDay, isCovered: true as const }),
    ...(beginsWithPlan(order) && { beginsWithPlan: true as const }),
  };
  return accept([
    { ...main, order: { ...main.order, follows } },
    ...cover.map((help) => ({ ...help, order: { ...help.order, follows: after } })),
  ]);
}

/** Help until the support starts, or urgent support: by the week, and no line of a plan. */
function isHelp(order: OrderState): boolean {
  return isInterim(order) || isUrgentOrder(order);
}

/** The last day of the help before: of an order that never began, the one that it was to follow. */
function heldUntilOf({ status, lastDay, follows }: OrderState): CivilDate | null {
  return status === 'cancelled' ? (follows?.lastDay ?? null) : lastDay;
}

/** Whether a line is still to be given. A fund that is paid ahead was paid at its start for all that is bought
 * once. */
function isToCome(
  { kind, firstDay }: OrderedLine,
  { paid, startedOn }: Pick<OrderState, 'paid' | 'startedOn'>,
): boolean {
  if (kind === 'weekly') return true;
  return firstDay === null && (paid !== 'in-advance' || startedOn === null);
}

/** Whether the plan has not begun, since neither this order nor one before it has. */
function beginsWithPlan({ startedOn, follows }: OrderState): boolean {
  return startedOn === null && (follows === undefined || follows.beginsWithPlan === true);
}

function refusalOfDays(
  { startsOn, paidInterim }: ReplacementOrder,
  lastDay: CivilDate | null,
): Refused | undefined {
  if (lastDay !== null && startsOn <= lastDay) {
    return refuse('invalid-input', `The care before it is given until ${lastDay}.`, '/startsOn');
  }
  if (!paidInterim) return undefined;
  if (lastDay !== null && paidInterim.from <= lastDay) {
    const detail = `The care before it is given until ${lastDay}.`;
    return refuse('invalid-input', detail, '/paidInterim/from');
  }
  return paidInterim.lastDay >= startsOn
    ? refuse('invalid-input', 'It ends before the care begins.', '/paidInterim/lastDay')
    : undefined;
}

/** What the plan has for a line, or what its order cost: two people agreed to that. */
function refusalAbove(
  { lines }: OrderState,
  before: OrderState,
  planned: readonly PlanLine[],
): Refused | undefined {
  for (const { lineId, pence } of lines) {
    const line = planned.find(({ id }) => id === lineId);
    const known = before.lines.find((each) => each.lineId === lineId);
    const most = Math.max(line ? lineCostPence(line) : 0, known?.pence ?? 0);
    if (pence <= most) continue;
    const detail =
      `${lineId} comes to ${formatPounds(pence)}, and ${formatPounds(most)} was authorised: ` +
      'change the plan, under its two keys, and order help until then.';
    return refuse('parts-do-not-add-up', detail, '/weeklyPence');
  }
  return undefined;
}
