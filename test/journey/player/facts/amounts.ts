import { formatPounds } from '#shared/domain/money/pence.ts';
import { dayOf } from '../words.ts';

// The store keeps what was recorded without an order, so that the timeline has its own: what is got
// before what is paid towards it, and what everything was worked from after that.
const inOrder = [
  'indicativeWeeklyPence',
  'weeklyPence',
  'oneOffPence',
  'weeklyContributionPence',
  'contributionWeeklyPence',
  'grossWeeklyPence',
  'contingencyWeeklyPence',
  'netWeeklyPence',
  'limitWeeklyPence',
  'readyReckonerWeeklyPence',
  'differenceWeeklyPence',
];

/** The amounts of what was recorded, in pounds: its own, and those that it states of a budget, an
 * allocation or a charge. Lists, such as the lines of a plan, are left to their totals. */
export function amountsOf(recorded: unknown): string[] {
  const { allocation, budget, readyReckoner, charge, difference } = Object(recorded);
  const parts = [recorded, allocation, budget, readyReckoner, charge, difference];
  return parts.flatMap((part) =>
    Object.entries(Object(part ?? {}))
      .sort(([a], [b]) => placeOf(a) - placeOf(b) || a.localeCompare(b))
      .flatMap(([key, value]) => {
        if (key === 'weeklyContributionPence' && value === null && 'agreementId' in Object(part)) {
          return ['weekly contribution not yet known'];
        }
        if (typeof value !== 'number' || !key.endsWith('Pence')) return [];
        return [`${wordsOf(key.replace(/Pence$/, ''))} ${formatPounds(value)}`];
      }),
  );
}

function placeOf(key: string): number {
  const place = inOrder.indexOf(key);
  return place < 0 ? inOrder.length : place;
}

function wordsOf(key: string): string {
  return key.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`).trim();
}

interface Payment {
  readonly name: string;
  readonly amountPence: number;
  readonly state: string;
  readonly payOn: string;
}

/** A line for each payment, oldest first; of those of one day, periods before one-offs. */
export function linesOfPayments(payments: readonly Payment[]): string[] {
  return payments
    .toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)))
    .map(
      ({ name, amountPence, state, payOn }) =>
        `payment ${whatFor(name)}: ${formatPounds(amountPence)}, ${state}, on ${dayOf(payOn)}`,
    );
}

function keyOf({ payOn, name }: Payment): string {
  return `${payOn} ${name}`;
}

function whatFor(name: string): string {
  if (name.startsWith('ONCE#plan-')) return '(one-off of the plan)';
  if (name.startsWith('ONCE#')) return '(difference to days already paid)';
  return `for the period from ${dayOf(name)}`;
}
