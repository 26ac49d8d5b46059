import * as z from 'zod';
import { addDays, CivilDate, daysBetween } from '../../calendar/civil-date.ts';
import type { PayPeriod } from '../../calendar/pay-calendar.ts';
import { partPeriodPence } from '../../calendar/pro-rata.ts';
import { Pence, type SignedPence, scalePence, sumPence } from '../../money/pence.ts';

/** Days one after the other that are worth the same: a week's worth, and what is taken off it. */
export const EqualDays = z
  .strictObject({
    from: CivilDate,
    to: CivilDate,
    weeklyPence: Pence,
    weeklyContributionPence: Pence,
  })
  .meta({ id: 'EqualDays' });
export type EqualDays = z.infer<typeof EqualDays>;

/** Terms that held before those of now, up to and including a day. */
export const EarlierTerms = z.strictObject({
  until: CivilDate,
  weeklyPence: Pence,
  weeklyContributionPence: Pence,
});
export type EarlierTerms = z.infer<typeof EarlierTerms>;

/** Days on which no support is bought, and what goes on being paid by the week at their beginning: the
 * wages of an assistant who is kept. Nothing is taken off that for a contribution. */
export const PausedDays = z
  .strictObject({
    from: CivilDate,
    to: CivilDate,
    retainedPence: Pence,
    /** The last day on which that much is paid; null where nothing is. */
    retainedTo: CivilDate.nullable(),
  })
  .meta({ id: 'PausedDays' });
export type PausedDays = z.infer<typeof PausedDays>;

/** What the days of an agreement are worth, each by its date. */
export interface DatedTerms {
  readonly weeklyPence: Pence;
  readonly weeklyContributionPence: Pence;
  readonly earlierTerms?: readonly EarlierTerms[];
  readonly pauses?: readonly PausedDays[];
}

export interface Days {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** What days cost the council before the person's contribution, and what of that is paid out. */
export interface Worth {
  readonly costPence: SignedPence;
  readonly netPence: SignedPence;
}

/** The days from one to another, cut wherever they begin to be worth something else. */
export function equalDays(terms: DatedTerms, days: Days): readonly EqualDays[] {
  const stretches = (terms.pauses ?? []).flatMap(stretchesOf);
  return stretches.reduce<readonly EqualDays[]>(
    (cut, stretch) => cut.flatMap((each) => whilePaused(each, stretch)),
    byTerms(terms, days),
  );
}

function byTerms(terms: DatedTerms, { from, to }: Days): readonly EqualDays[] {
  const { weeklyPence, weeklyContributionPence } = terms;
  const inOrder = [
    ...(terms.earlierTerms ?? []),
    { until: to, weeklyPence, weeklyContributionPence },
  ];
  const cut: EqualDays[] = [];
  let start = from;
  for (const { until, ...price } of inOrder) {
    if (start > to || until < start) continue;
    const end = until < to ? until : to;
    cut.push({ from: start, to: end, ...price });
    start = addDays(end, 1);
  }
  return cut;
}

interface Stretch extends Days {
  readonly weeklyPence: Pence;
}

function stretchesOf({ from, to, retainedPence, retainedTo }: PausedDays): readonly Stretch[] {
  if (retainedTo === null) return [{ from, to, weeklyPence: 0 }];
  if (retainedTo >= to) return [{ from, to, weeklyPence: retainedPence }];
  return [
    { from, to: retainedTo, weeklyPence: retainedPence },
    { from: addDays(retainedTo, 1), to, weeklyPence: 0 },
  ];
}

/** A pause never makes a day worth more than it would be without. */
function whilePaused(days: EqualDays, pause: Stretch): readonly EqualDays[] {
  if (pause.to < days.from || pause.from > days.to) return [days];
  const before = { ...days, to: addDays(pause.from, -1) };
  const after = { ...days, from: addDays(pause.to, 1) };
  const paused: EqualDays = {
    from: pause.from > days.from ? pause.from : days.from,
    to: pause.to < days.to ? pause.to : days.to,
    weeklyPence: Math.min(pause.weeklyPence, netOf(days)),
    weeklyContributionPence: 0,
  };
  return [before, paused, after].filter(({ from, to }) => from <= to);
}

/** A contribution above the budget leaves nothing to be paid, and never a debt. */
function netOf({ weeklyPence, weeklyContributionPence }: EqualDays): Pence {
  return Math.max(0, weeklyPence - weeklyContributionPence);
}

/** What such days are worth, each a seventh of its week, with a fraction of a penny rounded up once for
 * each stretch of them. */
export function worthOf(days: readonly EqualDays[]): Worth {
  return added(days, (weeklyPence, { from, to }) =>
    scalePence(weeklyPence, { times: daysBetween(from, to) + 1, over: 7 }, 'up'),
  );
}

/** What such days are worth as parts of a pay period, so that parts that adjoin add up to the whole. */
export function worthInPeriod(
  days: readonly EqualDays[],
  period: Pick<PayPeriod, 'start' | 'end'>,
): Worth {
  return added(days, (weeklyPence, part) => partPeriodPence(weeklyPence, period, part));
}

function added(
  days: readonly EqualDays[],
  worth: (weeklyPence: Pence, days: EqualDays) => Pence,
): Worth {
  const netPence = sumPence(days.map((each) => worth(netOf(each), each)));
  const costPence = sumPence(days.map((each) => worth(each.weeklyPence, each)));
  // Where the two are rounded apart, what is paid has been spent.
  return { costPence: Math.max(costPence, netPence), netPence };
}
