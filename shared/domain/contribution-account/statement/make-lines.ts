import { addDays, type CivilDate } from '../../calendar/civil-date.ts';
import { type PayCalendar, periodContaining } from '../../calendar/pay-calendar.ts';
import { sumPence } from '../../money/pence.ts';
import {
  type BilledPeriod,
  type BillingFacts,
  chargesFor,
  type PartCharge,
} from './charge-days.ts';
import type { LineReason, StatementLine } from './statement.ts';

/** A period that was billed, and every line that its statement bore. */
export interface PeriodBilled extends BilledPeriod {
  readonly lines: readonly StatementLine[];
}

/** The days that are billed next: from the first that never was, to the end of the council's own period.
 * A calendar that moved makes one period shorter, and bills no day twice. */
export function nextPeriod(
  billed: readonly PeriodBilled[],
  about: { readonly firstDay: CivilDate; readonly calendar: PayCalendar },
): BilledPeriod {
  const through = billed
    .map(({ to }) => to)
    .toSorted()
    .at(-1);
  const from = through === undefined ? about.firstDay : addDays(through, 1);
  return { from, to: periodContaining(about.calendar, from).end };
}

/** The lines of a period's statement: its own, and for each earlier period what has changed since it was
 * billed, as a credit or a debit that names it. What all statements bill for a period is therefore
 * always what is known of it today. */
export function linesFor(
  period: BilledPeriod,
  billed: readonly PeriodBilled[],
  facts: BillingFacts,
): readonly StatementLine[] {
  const own = chargesFor(period, facts)
    .filter(({ contributionPence }) => contributionPence > 0)
    .map((charge) => ({ ...period, ...charge, why: 'this-period' as const }));
  const lines = billed.flatMap((each) => each.lines);
  const earlier = billed.flatMap(({ from, to }) =>
    changesOf({ from, to }, { lines: lines.filter((line) => line.from === from), facts }),
  );
  return [...earlier, ...own];
}

interface Earlier {
  /** What was billed for the period until now, the oldest first. */
  readonly lines: readonly StatementLine[];
  readonly facts: BillingFacts;
}

function changesOf(period: BilledPeriod, { lines, facts }: Earlier): readonly StatementLine[] {
  const charges = chargesFor(period, facts);
  const gone = lines
    .filter((line) => !charges.some((charge) => isSamePart(line, charge)))
    .map(({ partId, holding }) => ({ ...noDays, partId, holding }));
  const known = new Map([...gone, ...charges].map((charge) => [keyOf(charge), charge]));
  return [...known.values()].flatMap((charge) => {
    const before = lines.filter((line) => isSamePart(line, charge));
    const pence = charge.pence - sumPence(before.map((line) => line.pence));
    if (pence === 0) return [];
    return [{ ...period, ...charge, pence, why: whyChanged(before.at(-1), charge) }];
  });
}

type PartHeld = Pick<PartCharge, 'partId' | 'holding'>;

function keyOf({ partId, holding }: PartHeld): string {
  return `${holding} ${partId}`;
}

function isSamePart(one: PartHeld, other: PartHeld): boolean {
  return keyOf(one) === keyOf(other);
}

const noDays = { days: 0, contributionPence: 0, costPence: 0, pence: 0 };

/** What of a charge is another than when it was last billed. */
function whyChanged(before: StatementLine | undefined, now: PartCharge): LineReason {
  if (!before) return 'not-billed-before';
  if (before.days !== now.days) return 'days-changed';
  if (before.costPence === null) return 'care-reported-late';
  return before.contributionPence === now.contributionPence ? 'care-corrected' : 'charge-changed';
}
