import type { Pence } from '../money/pence.ts';
import { accept, type Outcome } from '../outcome.ts';
import type { Charge, ChargeLine } from './charge.ts';
import { chargeFromMeans } from './charge-from-means.ts';
import { chargeOutsideMeans } from './charge-outside-means.ts';
import { chargeableCare } from './input/care-lines.ts';
import type { ChargeInput } from './input/charge-input.ts';
import { checkInput } from './input/check-input.ts';
import type { Situation } from './input/situation.ts';
import type { LocalKnobs } from './local/local-knobs.ts';
import { resultLine } from './local/local-steps.ts';
import { countCapital } from './means/capital.ts';
import { expensesToReview } from './means/disability-expenses.ts';
import { notionalReductions } from './means/notional-capital.ts';
import { testCapital } from './means/tariff-income.ts';
import { type RateBook, ratesOn } from './rates/rate-book.ts';
import { selfFunding } from './self-funding.ts';

/** What a person pays by the week towards their care on one day, in whole pence, with every line
 * that it rests on (Care Act 2014 ss14, 17; SI 2014/2672). Refuses by name: `scheme-not-in-force`
 * before the Care Act, `policy-not-in-force` for a year without rates, `rate-missing`,
 * `amount-out-of-range`, `not-offered-here` and `invalid-input`. */
export function assessCharge(
  input: ChargeInput,
  book: RateBook,
  knobs: LocalKnobs,
): Outcome<Charge> {
  const checked = checkInput(input);
  if (!checked.accepted) return checked;
  const reductions = notionalReductions(input, (week, reduced) => {
    const charge = chargeAfter(week, { book, knobs, reductions: reduced });
    return charge.accepted ? accept(charge.value.weeklyPence) : charge;
  });
  if (!reductions.accepted) return reductions;
  return chargeAfter(input, { book, knobs, reductions: reductions.value });
}

interface Rules extends Pick<Situation, 'book' | 'knobs'> {
  readonly reductions: readonly Pence[];
}

function chargeAfter(input: ChargeInput, { book, knobs, reductions }: Rules): Outcome<Charge> {
  const rates = ratesOn(book, input.on);
  if (!rates.accepted) return rates;
  const care = chargeableCare(input.care, input.person, input.on);
  if (!care.accepted) return care;
  const { chargeablePence: costPence, lines } = care.value;
  const start = { input, rates: rates.value, book, reductions, costPence, lines };
  if (costPence === 0) {
    return accept(
      chargeOf(start, {
        basis: 'nothing-chargeable',
        pence: 0,
        mostPence: 0,
        lines: [],
        rule: 'Care Act 2014 s14; SI 2014/2672 regs 3-4',
        reason: 'Nothing in this support may be charged for.',
      }),
    );
  }
  if (input.assessment.kind === 'full') {
    return chargeByMeans({ input, rates: rates.value, book, knobs }, start);
  }
  const outside = chargeOutsideMeans(input.assessment, costPence);
  // Who arranges the care may be settled before anybody can show what the person has.
  const isSelfFunded =
    input.selfFundingRoute !== undefined ||
    (input.assessment.kind === 'light-touch' && input.assessment.ground === 'significant-means');
  return accept(
    chargeOf(start, {
      ...outside,
      ...(isSelfFunded ? { selfFunding: fundingOf(input, knobs) } : {}),
    }),
  );
}

interface Start {
  readonly input: ChargeInput;
  readonly rates: Situation['rates'];
  readonly book: RateBook;
  readonly reductions: readonly Pence[];
  readonly costPence: number;
  readonly lines: readonly ChargeLine[];
}

interface Found extends Pick<Charge, 'basis' | 'rule' | 'reason' | 'selfFunding' | 'reviewOn'> {
  readonly pence: number;
  readonly mostPence: number | null;
  readonly lines: readonly ChargeLine[];
  readonly capitalPence?: number;
}

const meansRule = 'Care Act 2014 ss14, 17; SI 2014/2672';

function chargeByMeans(situation: Situation, start: Start): Outcome<Charge> {
  const { input, rates, book, knobs } = situation;
  const capital = countCapital(input.capital, {
    ...input,
    disregards: book.disregards,
    reductions: start.reductions,
  });
  if (!capital.accepted) return capital;
  const { capitalPence, lines } = capital.value;
  // A council may raise the limit for everybody but permanent residents of care homes.
  const isPermanent = input.setting.kind === 'care-home';
  const tested = testCapital(
    capitalPence,
    rates,
    isPermanent ? undefined : knobs.upperCapitalLimitPence,
  );
  if (!tested.accepted) return tested;
  const { costPence } = start;
  if (tested.value.isOverLimit) {
    const full = resultLine('The full cost of your care', costPence, costPence, meansRule);
    return accept(
      chargeOf(start, {
        basis: 'full-cost',
        pence: costPence,
        mostPence: null,
        lines: [...lines, ...tested.value.lines, full],
        capitalPence,
        rule: 'Care Act 2014 s14(1); SI 2014/2672 reg 12',
        reason: 'Your capital is over the upper limit, so you pay the full cost of your care.',
        selfFunding: fundingOf(input, knobs),
      }),
    );
  }
  const worked = chargeFromMeans(situation, tested.value, costPence);
  if (!worked.accepted) return worked;
  return accept(
    chargeOf(start, {
      basis: 'means-tested',
      pence: worked.value.pence,
      mostPence: worked.value.mostPence,
      lines: [...lines, ...worked.value.lines],
      capitalPence,
      rule: meansRule,
      reason: reasonOf(worked.value.pence, costPence),
    }),
  );
}

function reasonOf(pence: number, costPence: number): string {
  if (pence === 0) return 'You have nothing to pay.';
  return pence === costPence
    ? 'It is all that your care costs.'
    : 'It is worked from your income and capital, as shown here.';
}

function fundingOf(input: ChargeInput, knobs: LocalKnobs) {
  return selfFunding(input.selfFundingRoute, input.setting, knobs.arrangementFee);
}

function chargeOf(start: Start, found: Found): Charge {
  const { input, rates, book, costPence } = start;
  const { pence, mostPence, lines, capitalPence, ...rest } = found;
  return {
    on: input.on,
    weeklyPence: pence,
    mostWeeklyPence: mostPence,
    costOfCareWeeklyPence: costPence,
    councilWeeklyPence: costPence - pence,
    capitalPence: capitalPence ?? null,
    rateVersion: rates.version,
    disregardsVersion: book.disregards.version,
    lines: [...start.lines, ...lines],
    expensesToReview: [...expensesToReview(input.disabilityExpenses, input.on)],
    ...rest,
  };
}
