import { refusalBeforeEighteen } from '../../budget/eighteenth-birthday.ts';
import type { CivilDate } from '../../calendar/civil-date.ts';
import { formatPounds } from '../../money/pence.ts';
import { accept, type Outcome, type Refused, refuse } from '../../outcome.ts';
import { helpUntil } from '../help-until.ts';
import type { OrderState } from '../order-state.ts';
import type { Offering } from '../price-order.ts';
import type { ReplacementOrder } from './replace-order.ts';

interface Replacing {
  readonly orderId: string;
  readonly providers: readonly Offering[];
  /** The last day of the help before it. */
  readonly heldUntil: CivilDate | null;
  readonly today: CivilDate;
}

/** Orders from another provider the help until support starts, or the urgent support, that was handed back: by
 * the week, for no more than it cost under its keys, and no longer than it was ordered for. Refuses
 * `wrong-stage` once those days are over, `not-found` for a provider that nobody entered,
 * `parts-do-not-add-up` for what costs more, `two-keys-missing` for a day before them, and `invalid-input`
 * for what only lines of a plan have. */
export function replaceHelp(
  order: OrderState,
  input: ReplacementOrder,
  { orderId, providers, heldUntil, today }: Replacing,
): Outcome<OrderState> {
  const lastDay = order.handedBack?.orderedUntil;
  const [line] = order.lines;
  if (lastDay === undefined || !line) return refuse('wrong-stage', 'It had no last day.');
  const { startsOn, weeklyPence } = input;
  if (startsOn > lastDay) {
    const detail = `It was ordered until ${lastDay}: nothing follows it under its keys.`;
    return refuse('wrong-stage', detail, '/startsOn');
  }
  const strange =
    refusalOfMore(input) ?? refusalOfSum(input, order) ?? refusalOfDay(startsOn, order);
  if (strange) return strange;
  const wanted = 'providerId' in input.provider ? input.provider.providerId : undefined;
  const provider = providers.find(({ providerId }) => providerId === wanted);
  if (!provider) return refuse('not-found', 'Enter the provider first: nobody has.', '/provider');
  const { caseId, partId, planVersion, costs, authorisedOn, notBefore } = order;
  const help = { lineId: line.lineId, provider, weeklyPence, from: startsOn, lastDay, today };
  return accept({
    ...{ caseId, partId, planVersion, costs },
    ...(authorisedOn !== undefined && { authorisedOn }),
    ...(notBefore !== undefined && { notBefore }),
    ...helpUntil(help),
    follows: { orderId, ...(heldUntil !== null && { lastDay: heldUntil }) },
  });
}

const onlyOfPlans = ['paidInterim', 'prices', 'retainer', 'paid'] as const;

function refusalOfMore(input: ReplacementOrder): Refused | undefined {
  const strange = onlyOfPlans.find((name) => input[name] !== undefined);
  return strange === undefined
    ? undefined
    : refuse('invalid-input', 'Help until then is ordered by the week alone.', `/${strange}`);
}

/** Help whose first day has come has begun on it. */
function refusalOfDay(
  startsOn: CivilDate,
  { authorisedOn, notBefore }: OrderState,
): Refused | undefined {
  if (authorisedOn === undefined || startsOn >= authorisedOn) {
    return refusalBeforeEighteen(startsOn, notBefore ?? null, '/startsOn');
  }
  const detail = `Both keys were turned on ${authorisedOn}: before, only urgent support is given.`;
  return refuse('two-keys-missing', detail, '/startsOn');
}

function refusalOfSum(
  { weeklyPence, oneOffPence }: ReplacementOrder,
  { weeklyPence: mostPence }: OrderState,
): Refused | undefined {
  const detail = `${formatPounds(mostPence)} a week was agreed to under its keys.`;
  if (weeklyPence > mostPence) return refuse('parts-do-not-add-up', detail, '/weeklyPence');
  if (weeklyPence === 0) return refuse('invalid-input', 'Say what it costs.', '/weeklyPence');
  return oneOffPence === 0
    ? undefined
    : refuse('invalid-input', 'It buys nothing once.', '/oneOffPence');
}
