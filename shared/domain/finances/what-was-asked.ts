import * as z from 'zod';
import { addDays, CivilDate } from '../calendar/civil-date.ts';
import type { OpenCase } from '../case/case-state.ts';
import { type ChargeFrom, heldOn } from '../charging/charge-over-time.ts';
import { compareCharges, type DifferenceStatement } from '../charging/recalculate.ts';
import { Pence, sumPence } from '../money/pence.ts';
import type { LivePlan } from '../plan/plan-state.ts';
import { AskedFrom } from './assessed-charge.ts';

/** As much of an earlier event as tells what was asked for: one of earlier code says only what
 * counted from its own day. */
const AskedBefore = z.union([
  z.object({ asked: z.array(AskedFrom) }),
  z.object({ appliesFrom: CivilDate, weeklyContributionPence: Pence.nullable().default(null) }),
]);

/** What was asked for until now, each sum from its day; nothing where there were no finances. */
export function askedBefore(body: unknown): readonly AskedFrom[] {
  if (body === undefined) return [];
  const before = AskedBefore.parse(body);
  if ('asked' in before) return before.asked;
  const { appliesFrom: from, weeklyContributionPence: pence } = before;
  return [{ from, weeklyPence: pence, mostWeeklyPence: pence }];
}

/** The earlier sums with those that replace them from a day on. */
export function askedFrom(
  day: CivilDate,
  before: readonly AskedFrom[],
  after: readonly AskedFrom[],
): AskedFrom[] {
  const [first, ...others] = after;
  const kept = before.filter(({ from }) => from < day);
  return first === undefined ? kept : [...kept, { ...first, from: day }, ...others];
}

interface Past {
  readonly asked: readonly AskedFrom[];
  /** What is asked for while nobody has assessed anything. */
  readonly provisionalWeeklyPence: Pence;
  readonly appliesFrom: CivilDate;
  readonly today: CivilDate;
}

/** The first day of support without a break, whichever plan it was under. */
export function supportedSince({ since, startedOn }: LivePlan): CivilDate {
  return since ?? startedOn;
}

/** The days behind us for which the charge is worked anew: from the day on which it counts, and not
 * before support began. None where support has not started, or the charge is of the future. */
export function daysBehind(
  { live }: Pick<OpenCase, 'live'>,
  { appliesFrom, today }: Pick<Past, 'appliesFrom' | 'today'>,
): { readonly from: CivilDate; readonly until: CivilDate } | undefined {
  if (!live) return undefined;
  const since = supportedSince(live);
  const from = appliesFrom > since ? appliesFrom : since;
  return from < today ? { from, until: addDays(today, -1) } : undefined;
}

/** What the person was asked for in the days behind us, and what is due for them, week by week;
 * null where it is the same. */
export function differenceSince(
  { live }: Pick<OpenCase, 'live'>,
  past: Past,
  due: readonly ChargeFrom[],
): DifferenceStatement | null {
  const days = daysBehind({ live }, past);
  if (!live || !days) return null;
  const statement = compareCharges({ ...days, charged: chargedFor(live, past) }, due);
  const isSame = statement.weeks.every(({ differencePence }) => differencePence === 0);
  return isSame ? null : statement;
}

/** What was asked for as the budget had it: under the live plan it followed that plan's cost. */
function chargedFor(live: LivePlan, { asked, provisionalWeeklyPence }: Past) {
  const costPence = sumPence(live.parts.map((part) => part.chargeableWeeklyPence));
  const unassessed = {
    from: supportedSince(live),
    weeklyPence: provisionalWeeklyPence,
    mostWeeklyPence: provisionalWeeklyPence,
  };
  const sums = asked.length === 0 ? [unassessed] : asked;
  const atStart = heldOn(sums, live.startedOn);
  const underPlan = [
    ...(atStart ? [{ ...atStart, from: live.startedOn }] : []),
    ...sums.filter(({ from }) => from > live.startedOn),
  ];
  return [
    ...sums
      .filter(({ from }) => from < live.startedOn)
      .map(({ from, weeklyPence }) => ({ from, weeklyPence: weeklyPence ?? costPence })),
    ...underPlan.map(({ from, mostWeeklyPence }) => ({
      from,
      weeklyPence: Math.min(mostWeeklyPence ?? costPence, costPence),
    })),
  ];
}
