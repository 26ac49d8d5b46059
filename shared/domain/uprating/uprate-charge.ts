import * as z from 'zod';
import { assessCharge } from '../charging/assess-charge.ts';
import type { Charge } from '../charging/charge.ts';
import type { ChargeInput } from '../charging/input/charge-input.ts';
import type { LocalKnobs } from '../charging/local/local-knobs.ts';
import { type RateBook, ratesOn } from '../charging/rates/rate-book.ts';
import { AssessedCharge } from '../finances/assessed-charge.ts';
import { uprateInput } from './uprate-input.ts';
import type { UpratingTerms } from './uprating-terms.ts';

/** Why a case keeps the charge that it has. */
export const LeftOutReason = z
  .enum([
    'no-inputs-kept',
    'not-by-means',
    'rates-older',
    'on-new-rates',
    'cannot-be-worked',
    'assessed-since',
    'case-ended',
  ])
  .meta({ id: 'UpratingLeftOutReason' });
export type LeftOutReason = z.infer<typeof LeftOutReason>;

export interface LeftOut {
  readonly leftOut: LeftOutReason;
  readonly detail: string;
}

export interface UpratedCharge {
  readonly leftOut: undefined;
  readonly before: AssessedCharge;
  readonly input: ChargeInput;
  readonly charge: Charge;
}

export interface UpratingRules {
  readonly terms: UpratingTerms;
  /** The version of the rates that hold on the day before the new ones. */
  readonly oldRateVersion: string;
  readonly newRateVersion: string;
  readonly book: RateBook;
  readonly knobs: LocalKnobs;
}

/** A charge of the record, worked again for the first day of the new rates: only one that rests on
 * means, and on the rates of the year before, because incomes rise by one year. Everybody else is
 * told apart with the reason; nothing is guessed. */
export function uprateCharge(recorded: unknown, rules: UpratingRules): UpratedCharge | LeftOut {
  const parsed = AssessedCharge.safeParse(recorded);
  if (!parsed.success) {
    return {
      leftOut: 'no-inputs-kept',
      detail: 'The amount was decided by hand, or before its inputs were kept.',
    };
  }
  const before = parsed.data;
  const why = whyNotUprated(before, rules);
  if (why) return why;
  const input = uprateInput(before.input, rules.terms);
  const charge = assessCharge(input, rules.book, rules.knobs);
  return charge.accepted
    ? { leftOut: undefined, before, input, charge: charge.value }
    : { leftOut: 'cannot-be-worked', detail: charge.refusal.detail };
}

function whyNotUprated(
  { input, charge, appliesFrom }: AssessedCharge,
  { terms, oldRateVersion, book }: UpratingRules,
): LeftOut | undefined {
  if (input.assessment.kind !== 'full') {
    const detail = `The charge is ${input.assessment.kind}: it stays until means are assessed.`;
    return { leftOut: 'not-by-means', detail };
  }
  if (charge.on >= terms.ratesFrom || appliesFrom >= terms.ratesFrom) {
    return { leftOut: 'on-new-rates', detail: 'The charge rests on the new rates already.' };
  }
  // By its day and not by the version that it names, which may have been put right since.
  const held = ratesOn(book, charge.on);
  if (!held.accepted || held.value.version !== oldRateVersion) {
    const detail = `The charge rests on ${charge.rateVersion}, which is older than the last year.`;
    return { leftOut: 'rates-older', detail };
  }
  return undefined;
}
