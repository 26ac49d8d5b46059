import * as z from 'zod';
import { assessCharge } from '../charging/assess-charge.ts';
import { Charge } from '../charging/charge.ts';
import { type ChargeRules, chargesOver } from '../charging/charge-over-time.ts';
import { ChargeInput } from '../charging/input/charge-input.ts';
import { LocalKnobs } from '../charging/local/local-knobs.ts';
import { bookUnder, type RateBook } from '../charging/rates/rate-book.ts';
import { compareCharges, DifferenceStatement } from '../charging/recalculate.ts';
import { contributionOf } from '../finances/assessed-charge.ts';
import { formatPounds } from '../money/pence.ts';
import { accept, type Outcome } from '../outcome.ts';
import type { DecidedEvent } from './decided-event.ts';
import { compared, leftOut, type Replayed, unworkable } from './replayed.ts';

const what = 'charge';

const Worked = z.looseObject({ charge: z.looseObject({}) });
const Basis = z.looseObject({
  input: ChargeInput,
  policy: z.looseObject({ local: LocalKnobs }),
  followsPlan: z.boolean(),
  charge: z.looseObject(Charge.pick({ weeklyPence: true, rateVersion: true }).shape),
  difference: DifferenceStatement.nullish(),
});
type Basis = z.infer<typeof Basis>;
const Decided = z.looseObject({ decidedBy: z.looseObject({ name: z.string() }) });
const After = z.looseObject({
  finances: z.looseObject({ weeklyContributionPence: z.unknown() }).nullish(),
});

/** Works a charge again from its inputs, with the amounts of the version that it names and the
 * council's own rules as they were; and what was due for the days before it, where a statement of
 * the difference was made. With it the contribution is compared that the budget rests on. */
export function replayCharge({ body, after }: DecidedEvent, book: RateBook): Replayed {
  const decided = Decided.safeParse(body);
  if (decided.success) return leftOut(what, 'a decision that somebody took and signed');
  if (!Worked.safeParse(body).success) return leftOut(what, 'its inputs are not kept');
  const basis = Basis.safeParse(body);
  if (!basis.success) return unworkable(what, 'its inputs cannot be read');
  const { charge, difference } = basis.data;
  const weeks = difference?.weeks ?? [];
  return {
    what,
    told: `${charge.rateVersion}: ${formatPounds(charge.weeklyPence)} a week`,
    result: compared(
      {
        charge,
        contribution: After.parse(after).finances?.weeklyContributionPence ?? null,
        due: weeks.map(({ from, duePence, rateVersion }) => ({ from, duePence, rateVersion })),
      },
      workAgain(basis.data, book),
    ),
  };
}

function workAgain(basis: Basis, kept: RateBook): Outcome<unknown> {
  const book = bookOf(basis, kept);
  if (!book.accepted) return book;
  const rules = { book: book.value, knobs: basis.policy.local };
  const charge = assessCharge(basis.input, rules.book, rules.knobs);
  if (!charge.accepted) return charge;
  const due = dueAgain(basis, rules);
  if (!due.accepted) return due;
  const { followsPlan } = basis;
  const contribution = contributionOf({ charge: charge.value, followsPlan });
  return accept({ charge: charge.value, contribution, due: due.value });
}

/** The amounts as they were, for the charge and for every week of its statement. */
function bookOf({ charge, difference }: Basis, kept: RateBook): Outcome<RateBook> {
  const versions = new Set([
    charge.rateVersion,
    ...(difference?.weeks ?? []).map(({ rateVersion }) => rateVersion),
  ]);
  let book = accept(kept);
  for (const version of versions) {
    const under = bookUnder(book.value, version);
    if (!under.accepted) return under;
    book = under;
  }
  return book;
}

function dueAgain({ input, difference }: Basis, rules: ChargeRules): Outcome<unknown> {
  if (!difference) return accept([]);
  const { from, until } = difference;
  const due = chargesOver([{ from, input }], { from, until }, rules);
  if (!due.accepted) return due;
  const { weeks } = compareCharges({ from, until, charged: [] }, due.value);
  return accept(
    weeks.map((week) => ({
      from: week.from,
      duePence: week.duePence,
      rateVersion: week.rateVersion,
    })),
  );
}
