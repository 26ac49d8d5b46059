import * as z from 'zod';
import { addDays, CivilDate, daysBetween } from '../../calendar/civil-date.ts';
import type { PayPeriod } from '../../calendar/pay-calendar.ts';
import { partPeriodPence } from '../../calendar/pro-rata.ts';
import { Reason } from '../../eligibility/decision.ts';
import { type Pence, type SignedPence, scalePence, sumPence } from '../../money/pence.ts';
import { accept, type Outcome, type Refused, refuse } from '../../outcome.ts';
import type { OrderedLine, OrderState } from '../order-state.ts';

const Hundredths = z.int().min(0).max(10_000_000);

const DeliveredLine = z
  .strictObject({
    lineId: z.string().trim().min(1).max(80),
    /** Hundredths of a unit that were given. */
    deliveredHundredths: Hundredths,
    /** What the person missed: the provider kept the time, which is paid. */
    missedByPersonHundredths: Hundredths.default(0),
    /** What the provider missed, which is not. */
    missedByProviderHundredths: Hundredths.default(0),
  })
  .meta({ id: 'DeliveredLine' });

/** What was delivered on an order in one pay period, as finance or brokerage learnt it. */
export const Actuals = z
  .strictObject({
    /** The first day of the pay period. */
    periodStart: CivilDate,
    lines: z.array(DeliveredLine).min(1).max(200),
    /** Days on which the person was away, as in hospital, and the place was kept. */
    awayDays: z.int().min(0).max(28).default(0),
    /** The event of the record that this one puts right. */
    corrects: z.int().positive().optional(),
    /** Why it is corrected, or why more was delivered than was ordered. */
    reason: Reason.optional(),
  })
  .meta({ id: 'Actuals' });
export type Actuals = z.infer<typeof Actuals>;

export interface WorkedActuals {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** What was ordered for those days. */
  readonly plannedPence: Pence;
  readonly deliveredPence: Pence;
  readonly payablePence: Pence;
  readonly retainerPence: Pence;
  readonly variancePence: SignedPence;
  readonly variancePercent: number | null;
  readonly once: readonly string[];
}

/** Works what was delivered in a period against what was ordered for the days on which the order held.
 * What the person missed counts as delivered, because it was kept for them; what the provider missed does
 * not. A record of days that turned out to be after the end is put right as nothing. Refuses `order-ended`
 * for a period after its last day, `death-recorded` after a death, and `wrong-stage` before the days are
 * over. */
export function workActuals(
  order: OrderState,
  input: Actuals,
  about: { readonly period: PayPeriod; readonly today: CivilDate },
): Outcome<WorkedActuals> {
  const days = daysHeld(order, about);
  if (!days.accepted) return nothingDelivered(order, input) ?? days;
  const { from, to } = days.value;
  const wrong = refusalOfLines(order, input, to) ?? refusalOfAway(order, input, days.value);
  if (wrong) return wrong;
  const lines = input.lines.flatMap((said) => {
    const line = order.lines.find(({ lineId }) => lineId === said.lineId);
    return line ? [{ line, said }] : [];
  });
  const deliveredPence = sumPence(
    lines.map(({ line, said }) => {
      const times = said.deliveredHundredths + said.missedByPersonHundredths;
      return scalePence(line.unitPence, { times, over: 100 }, 'up');
    }),
  );
  const { retainer } = order;
  const fraction = { times: input.awayDays, over: 7 };
  const retainerPence = retainer ? scalePence(retainer.weeklyPence, fraction, 'up') : 0;
  const once = lines
    .filter(({ line, said }) => line.kind === 'one-off' && said.deliveredHundredths > 0)
    .map(({ line }) => line);
  const plannedPence = sumPence([
    ...order.lines.map((line) => plannedOf(line, about.period, { from, to })),
    ...once.map(({ pence }) => pence),
  ]);
  const payablePence = deliveredPence + retainerPence;
  const variancePence = payablePence - plannedPence;
  return accept({
    from,
    to,
    plannedPence,
    deliveredPence,
    payablePence,
    retainerPence,
    variancePence,
    variancePercent: plannedPence === 0 ? null : Math.round((variancePence * 100) / plannedPence),
    once: once.map(({ lineId }) => lineId),
  });
}

/** What was recorded for a period before an end or a death was known that lies before it: taken back, since
 * the order did not hold on any of its days. */
function nothingDelivered(
  { periods }: OrderState,
  { periodStart, lines, awayDays }: Actuals,
): Outcome<WorkedActuals> | undefined {
  const known = periods.find((period) => period.periodStart === periodStart);
  const isNothing =
    awayDays === 0 &&
    lines.every(
      ({ deliveredHundredths, missedByPersonHundredths }) =>
        deliveredHundredths + missedByPersonHundredths === 0,
    );
  if (!known || !isNothing) return undefined;
  const { from, to } = known;
  return accept({
    ...{ from, to, plannedPence: 0, deliveredPence: 0, payablePence: 0, retainerPence: 0 },
    ...{ variancePence: 0, variancePercent: null, once: [] },
  });
}

type Days = { readonly from: CivilDate; readonly to: CivilDate };

/** The days of the period on which the order held. */
function daysHeld(
  order: OrderState,
  about: { readonly period: PayPeriod; readonly today: CivilDate },
): Outcome<Days> {
  const { period, today } = about;
  const { startedOn, lastDay, diedOn } = order;
  if (startedOn === null) return refuse('support-not-started', 'The order has not started.');
  if (diedOn !== undefined && period.start > diedOn) {
    return refuse('death-recorded', `Nothing was delivered after ${diedOn}.`, '/periodStart');
  }
  if (lastDay !== null && period.start > lastDay) {
    return refuse('order-ended', `The order ended on ${lastDay}.`, '/periodStart');
  }
  const from = startedOn > period.start ? startedOn : period.start;
  const to = [period.end, lastDay ?? period.end, diedOn ?? period.end].toSorted()[0] ?? period.end;
  if (from > to) {
    const detail = `The order held from ${startedOn}: not in this period.`;
    return refuse('invalid-input', detail, '/periodStart');
  }
  return to < today
    ? accept({ from, to })
    : refuse('wrong-stage', 'Record what was delivered when its days are over.', '/periodStart');
}

function plannedOf(line: OrderedLine, period: PayPeriod, { from, to }: Days): Pence {
  const { kind, firstDay, pence } = line;
  if (kind === 'one-off' || firstDay === null || firstDay > to) return 0;
  return partPeriodPence(pence, period, { from: firstDay > from ? firstDay : from, to });
}

/** Each line that began is told once, and what is bought once in one period alone. */
function refusalOfLines(
  order: OrderState,
  { lines, periodStart }: Actuals,
  lastDay: CivilDate,
): Refused | undefined {
  const ids = lines.map(({ lineId }) => lineId);
  for (const [place, { lineId, deliveredHundredths }] of lines.entries()) {
    const line = order.lines.find((each) => each.lineId === lineId);
    const pointer = `/lines/${place}/lineId`;
    if (!line || ids.indexOf(lineId) !== place) {
      const theirs = order.lines.map((each) => each.lineId).join(', ');
      return refuse('invalid-input', `Name each line of the order once: ${theirs}.`, pointer);
    }
    const isGiven = deliveredHundredths > 0;
    if (isGiven && (line.firstDay === null || line.firstDay > lastDay)) {
      return refuse('support-not-started', `The line ${lineId} had not begun.`, pointer);
    }
    const earlier = order.periods.find(
      (period) => period.periodStart !== periodStart && period.once.includes(lineId),
    );
    if (isGiven && earlier) {
      const detail = `It was delivered in the period of ${earlier.periodStart}.`;
      return refuse('already-recorded', detail, pointer);
    }
  }
  const untold = order.lines.find(
    ({ lineId, kind, firstDay }) => kind === 'weekly' && firstDay !== null && !ids.includes(lineId),
  );
  return untold
    ? refuse('invalid-input', `Say what was delivered of ${untold.lineId}.`, '/lines')
    : undefined;
}

/** A place is kept for so many weeks in all, and no longer than the period. */
function refusalOfAway(
  { retainer, periods }: OrderState,
  { awayDays, periodStart }: Actuals,
  { from, to }: Days,
): Refused | undefined {
  if (awayDays === 0) return undefined;
  if (awayDays > daysBetween(from, addDays(to, 1))) {
    return refuse('invalid-input', 'The order held on fewer days than that.', '/awayDays');
  }
  if (!retainer) return undefined;
  const others = periods.filter((period) => period.periodStart !== periodStart);
  const days = awayDays + others.reduce((sum, period) => sum + period.awayDays, 0);
  return days > retainer.weeksMax * 7
    ? refuse(
        'limit-reached',
        `A place is kept for ${retainer.weeksMax} weeks at most.`,
        '/awayDays',
      )
    : undefined;
}
