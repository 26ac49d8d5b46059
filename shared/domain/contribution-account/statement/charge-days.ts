import { contributionTowards, shareContribution } from '../../budget/contribution.ts';
import type { BudgetHolding } from '../../budget/holding.ts';
import { addDays, type CivilDate } from '../../calendar/civil-date.ts';
import { heldOn } from '../../charging/charge-over-time.ts';
import type { AskedFrom } from '../../finances/assessed-charge.ts';
import { type Pence, scalePence, sumPence } from '../../money/pence.ts';
import { type BilledPart, isBilled, type PlanTerms } from './billing-terms.ts';

/** The days that a statement is for, both included. */
export interface BilledPeriod {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** What care cost that the council arranges, as it was reported after it was given. */
export interface DeliveredCare extends BilledPeriod {
  readonly partId: string;
  readonly deliveredPence: Pence;
}

/** The days that a direct payment is paid out for: from its first day to its last, but for pauses, on which
 * nothing is bought and nothing contributed. */
export interface PaidOut {
  readonly agreementId: string;
  readonly startsOn: CivilDate;
  readonly payUntil: CivilDate | null;
  readonly pauses: readonly BilledPeriod[];
}

/** All that decides what a person is billed for a day. */
export interface BillingFacts {
  readonly terms: readonly PlanTerms[];
  /** The last day of support; null while it goes on. */
  readonly lastDay: CivilDate | null;
  /** Every sum that was ever asked for, each from its day. */
  readonly asked: readonly AskedFrom[];
  readonly provisionalWeeklyPence: Pence;
  readonly delivered: readonly DeliveredCare[];
  readonly paidOut: readonly PaidOut[];
}

/** What one part comes to in a period, in pence: one that changes hands within it comes twice. */
export interface PartCharge {
  readonly partId: string;
  readonly holding: BudgetHolding;
  readonly days: number;
  /** The person's contribution to the part for those days. */
  readonly contributionPence: Pence;
  /** What may be charged of what the care cost; null while nobody has reported it. */
  readonly costPence: Pence | null;
  readonly pence: Pence;
}

interface Days {
  readonly part: BilledPart;
  readonly days: number;
  /** Sums over the days of amounts by the week: a seventh of each is what it comes to. */
  readonly contributions: number;
  readonly costs: number;
}

/** What each part that is billed comes to in a period: the contribution of each of its days, a seventh of
 * the week, and never more than the care cost (Care Act 2014 s14(4)). A fraction of a penny is left to the
 * person. What the council arranges is charged on what was given, so that a missed visit costs nobody
 * anything; until that is reported nothing is billed, because a bill is no estimate. */
export function chargesFor(period: BilledPeriod, facts: BillingFacts): readonly PartCharge[] {
  const parts = new Map<string, Days>();
  for (let day = period.from; day <= period.to; day = addDays(day, 1)) {
    for (const { part, sharePence } of sharesOn(day, facts)) {
      const key = `${part.holding} ${part.id}`;
      const { days = 0, contributions = 0, costs = 0 } = parts.get(key) ?? {};
      parts.set(key, {
        part,
        days: days + 1,
        contributions: contributions + sharePence,
        costs: costs + part.chargeableWeeklyPence,
      });
    }
  }
  return [...parts.values()].map((days) => chargeOf(days, period, facts));
}

function chargeOf(
  { part, days, contributions, costs }: Days,
  period: BilledPeriod,
  facts: BillingFacts,
): PartCharge {
  const contributionPence = seventhOf(contributions);
  const isPaidOut = part.holding === 'direct-payment';
  const costPence = isPaidOut ? seventhOf(costs) : costOfCare(part, period, facts);
  return {
    partId: part.id,
    holding: part.holding,
    days,
    contributionPence,
    costPence,
    pence: Math.min(contributionPence, costPence ?? 0),
  };
}

function seventhOf(weeklyPence: number): Pence {
  return scalePence(weeklyPence, { times: 1, over: 7 }, 'down');
}

/** The parts that are billed for a day, each with its share of the contribution by the week. */
function sharesOn(
  day: CivilDate,
  { terms, lastDay, asked, provisionalWeeklyPence, paidOut }: BillingFacts,
): readonly { readonly part: BilledPart; readonly sharePence: Pence }[] {
  const held = termsOn(day, terms);
  if (!held || (lastDay !== null && day > lastDay)) return [];
  const costPence = sumPence(held.parts.map((part) => part.chargeableWeeklyPence));
  const { weeklyPence } = contributionTowards(
    costPence,
    financesOn(day, asked),
    provisionalWeeklyPence,
  );
  const shares = shareContribution(held.parts, weeklyPence);
  return held.parts
    .filter((part) => isBilled(part) && part.startedOn <= day && isBought(day, part, paidOut))
    .map((part) => ({ part, sharePence: shares.get(part.id) ?? 0 }));
}

/** Of a direct payment only what is paid out is charged for: nothing before its agreement is active. */
function isBought(
  day: CivilDate,
  { holding, agreementId }: BilledPart,
  paidOut: readonly PaidOut[],
) {
  if (holding !== 'direct-payment') return true;
  const paid = paidOut.find((each) => each.agreementId === agreementId);
  if (!paid || day < paid.startsOn || (paid.payUntil !== null && day > paid.payUntil)) return false;
  return !paid.pauses.some(({ from, to }) => from <= day && day <= to);
}

/** What was asked for on a day; before the first assessment counts, the provisional amount holds. */
function financesOn(day: CivilDate, asked: readonly AskedFrom[]) {
  const held = heldOn(asked, day);
  if (!held) return null;
  return { status: 'assessed', weeklyContributionPence: held.mostWeeklyPence } as const;
}

/** A later plan supersedes an earlier one from its own first day, whenever that was recorded. */
function termsOn(day: CivilDate, terms: readonly PlanTerms[]): PlanTerms | undefined {
  return terms
    .filter(({ from }) => from <= day)
    .toSorted((a, b) => a.event - b.event)
    .at(-1);
}

/** What may be charged of the care that was given in a period: of a part that the NHS or after-care pays
 * a share of, only the rest. Nothing is known while none of it is reported. */
function costOfCare(
  { id, holding }: BilledPart,
  { from, to }: BilledPeriod,
  { delivered, terms }: BillingFacts,
): Pence | null {
  const given = delivered.filter((care) => {
    return care.partId === id && care.from >= from && care.from <= to;
  });
  if (given.length === 0) return null;
  return sumPence(
    given.map((care) => {
      const parts = termsOn(care.from, terms)?.parts ?? [];
      const part = parts.find((each) => each.id === id && each.holding === holding);
      if (!part || part.weeklyPence === 0) return 0;
      const { chargeableWeeklyPence: times, weeklyPence: over } = part;
      return scalePence(care.deliveredPence, { times, over }, 'down');
    }),
  );
}
