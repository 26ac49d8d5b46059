import { refusalBeforeEighteen } from '../budget/eighteenth-birthday.ts';
import type { CivilDate } from '../calendar/civil-date.ts';
import { formatPounds } from '../money/pence.ts';
import { accept, type Outcome, type Refused, refuse } from '../outcome.ts';
import type { PlanLine } from '../plan/plan-line.ts';
import type { BudgetPartState, PlanState } from '../plan/plan-state.ts';
import { costsByCentre } from '../plan/plan-totals.ts';
import { helpUntil } from './help-until.ts';
import { interimLine } from './last-day.ts';
import type { OrderedLine, OrderState } from './order-state.ts';
import { type Offering, priceOrder } from './price-order.ts';
import type { ServiceOrder } from './service-order.ts';

export interface Ordering {
  readonly caseId: string;
  readonly plan: PlanState;
  readonly lines: readonly PlanLine[];
  readonly providers: readonly Offering[];
  /** The day on which both keys were turned. */
  readonly authorisedOn: CivilDate;
  readonly today: CivilDate;
}

/** An order as it begins, named by its place among those of its arrangement. */
export interface NewOrder {
  readonly name: string;
  readonly order: OrderState;
}

/** The orders of an arrangement, and those of the help until they start, each at its price. Refuses
 * `not-found` for a provider that nobody entered, what pricing refuses, a way of paying that does not
 * go with the part, and interim cover or a retainer above what was authorised or ordered. */
export function openOrders(
  orders: readonly ServiceOrder[],
  ordering: Ordering,
): Outcome<readonly NewOrder[]> {
  const opened: NewOrder[] = [];
  for (const [place, order] of orders.entries()) {
    const named = { name: String(place), pointer: `/orders/${place}` };
    const decided = openOrder(order, named, ordering);
    if (!decided.accepted) return decided;
    opened.push(...decided.value);
  }
  return accept(opened);
}

/** One order, and the help until it starts. Refuses what `openOrders` says. */
export function openOrder(
  order: ServiceOrder,
  { name, pointer }: { readonly name: string; readonly pointer: string },
  ordering: Ordering,
): Outcome<readonly NewOrder[]> {
  const part = ordering.plan.parts.find(({ id }) => id === order.partId);
  if (!part) return refuse('invalid-input', 'The plan has no such part.', `${pointer}/partId`);
  const from = offering(order.provider, ordering.providers);
  if (!from && 'providerId' in order.provider) return unknownProvider(`${pointer}/provider`);
  const lines = priceOrder(order, ordering.lines, { from, pointer });
  if (!lines.accepted) return lines;
  const wrong =
    refusalOfPaying(order, part, pointer) ??
    refusalOfRetainer(order, pointer) ??
    refusalOfInterim(order, { part, ordering, pointer });
  if (wrong) return wrong;
  const common = {
    caseId: ordering.caseId,
    partId: part.id,
    planVersion: ordering.plan.version,
    authorisedOn: ordering.authorisedOn,
    ...(ordering.plan.notBefore !== null && { notBefore: ordering.plan.notBefore }),
    costs: costsByCentre(ordering.lines.filter(({ id }) => order.lineIds.includes(id))),
  };
  const main: OrderState = {
    ...beginning,
    ...common,
    ...(from
      ? { providerId: from.providerId, providerName: from.name, paid: order.paid ?? 'on-actuals' }
      : { providerName: nameOf(order), paid: 'elsewhere' }),
    lines: [...lines.value],
    weeklyPence: order.weeklyPence,
    oneOffPence: order.oneOffPence,
    startsOn: order.startsOn,
    retainer: order.retainer ?? null,
    ...noticeOf(lines.value, from),
  };
  const cover = interimOrder(order, ordering);
  return accept([
    { name, order: main },
    ...(cover ? [{ name: `${name}-interim`, order: { ...common, ...cover } }] : []),
  ]);
}

/** The longest notice that the offers of an order ask for. */
function noticeOf(
  lines: readonly OrderedLine[],
  from: Offering | undefined,
): Pick<OrderState, 'noticeDays'> {
  const days = lines.flatMap(
    ({ offerId }) => from?.offers.find(({ id }) => id === offerId)?.noticeDays ?? [],
  );
  return days.length === 0 ? {} : { noticeDays: Math.max(...days) };
}

const beginning = {
  status: 'ordered',
  startedOn: null,
  lastDay: null,
  retainer: null,
  periods: [],
  waiting: null,
  recent: [],
} as const satisfies Partial<OrderState>;

function offering(
  provider: ServiceOrder['provider'],
  providers: readonly Offering[],
): Offering | undefined {
  if (!('providerId' in provider)) return undefined;
  return providers.find(({ providerId }) => providerId === provider.providerId);
}

function nameOf({ provider }: ServiceOrder): string {
  return 'name' in provider ? provider.name : provider.providerId;
}

function unknownProvider(pointer: string): Refused {
  return refuse('not-found', 'Enter the provider first: nobody has.', pointer);
}

/** Four weeks ahead is for an organisation that holds a budget for the person; a provider is paid for what
 * it has delivered. */
function refusalOfPaying(
  { paid, provider }: ServiceOrder,
  part: BudgetPartState,
  pointer: string,
): Refused | undefined {
  if ('providerId' in provider && part.contribution === 'net') {
    const detail =
      'The organisation takes the contribution itself: what it is paid is paid elsewhere.';
    return refuse('invalid-input', detail, `${pointer}/provider`);
  }
  if (paid === undefined) return undefined;
  if (!('providerId' in provider)) {
    const detail = 'Enter the provider first: one known by its name alone is paid elsewhere.';
    return refuse('invalid-input', detail, `${pointer}/paid`);
  }
  return paid === 'in-advance' && part.holding !== 'third-party'
    ? refuse('invalid-input', 'Only an Individual Service Fund is paid ahead.', `${pointer}/paid`)
    : undefined;
}

function refusalOfRetainer(
  { retainer, weeklyPence }: ServiceOrder,
  pointer: string,
): Refused | undefined {
  return retainer && retainer.weeklyPence > weeklyPence
    ? refuse(
        'parts-do-not-add-up',
        `The order is ${formatPounds(weeklyPence)} a week: a retainer is no more than that.`,
        `${pointer}/retainer/weeklyPence`,
      )
    : undefined;
}

function refusalOfInterim(
  { paidInterim, startsOn }: ServiceOrder,
  about: {
    readonly part: BudgetPartState;
    readonly ordering: Ordering;
    readonly pointer: string;
  },
): Refused | undefined {
  if (!paidInterim) return undefined;
  const { part, ordering } = about;
  const { providers, authorisedOn } = ordering;
  const pointer = `${about.pointer}/paidInterim`;
  if (!offering(paidInterim, providers)) return unknownProvider(`${pointer}/providerId`);
  if (paidInterim.weeklyPence > part.weeklyPence) {
    const detail = `${formatPounds(part.weeklyPence)} a week was authorised for the part.`;
    return refuse('parts-do-not-add-up', detail, `${pointer}/weeklyPence`);
  }
  const { from, lastDay } = paidInterim;
  if (from < authorisedOn) {
    const detail = `Both keys were turned on ${authorisedOn}: before, only urgent support is given.`;
    return refuse('two-keys-missing', detail, `${pointer}/from`);
  }
  const tooEarly = refusalBeforeEighteen(from, ordering.plan.notBefore, `${pointer}/from`);
  if (tooEarly) return tooEarly;
  return from > lastDay || from >= startsOn
    ? refuse('invalid-input', 'It begins before the support, and ends after that.', pointer)
    : undefined;
}

/** The help until the support starts, as an order of its own to whoever gives it. */
function interimOrder({ paidInterim }: ServiceOrder, { providers, today }: Ordering) {
  const provider = paidInterim && offering(paidInterim, providers);
  if (!paidInterim || !provider) return undefined;
  return helpUntil({ ...paidInterim, lineId: interimLine, provider, today });
}
