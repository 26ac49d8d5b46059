import * as z from 'zod';
import { addDays } from '../calendar/civil-date.ts';
import type { Moment } from '../case/change.ts';
import { type RateBook, ratesOn } from '../charging/rates/rate-book.ts';
import { Reason } from '../eligibility/decision.ts';
import { accept, type Refused, refuse } from '../outcome.ts';
import type { UpratingChange, UpratingDecision, UpratingState } from './uprating-state.ts';
import type { UpratingTerms } from './uprating-terms.ts';
import type { UpratingTotals } from './uprating-totals.ts';

const rule = 'Care Act 2014 ss14, 17; SI 2014/2672 regs 6-7, as amended for the year';

/** Begins to work out what everybody would pay under a new year's rates. Refuses
 * `policy-not-in-force` for a year that is not kept, which it names, and `invalid-input` for a day on
 * which no rates begin. */
export function beginUprating(
  terms: UpratingTerms,
  book: RateBook,
  { actor }: Pick<Moment, 'actor'>,
): UpratingDecision {
  const rates = ratesOn(book, terms.ratesFrom);
  if (!rates.accepted) return pointedAtTerms(rates);
  if (rates.value.from !== terms.ratesFrom) {
    const detail = `The rates of ${rates.value.year} begin on ${rates.value.from}.`;
    return refuse('invalid-input', detail, '/ratesFrom');
  }
  const before = ratesOn(book, addDays(terms.ratesFrom, -1));
  if (!before.accepted) return pointedAtTerms(before);
  return accept({
    type: 'uprating-begun',
    body: {
      ...terms,
      oldRateVersion: before.value.version,
      newRateVersion: rates.value.version,
      rule,
    },
    next: {
      status: 'working-out',
      terms,
      oldRateVersion: before.value.version,
      newRateVersion: rates.value.version,
      preparedBy: actor.id,
      decidedBy: null,
      totals: null,
      written: null,
      recent: [],
    },
  });
}

function pointedAtTerms({ refusal: { kind, detail } }: Refused): Refused {
  return refuse(kind, detail, '/ratesFrom');
}

/** Every case has been looked at; nothing has been changed. */
export function workedOut(state: UpratingState, totals: UpratingTotals): UpratingChange {
  return {
    type: 'uprating-worked-out',
    body: { totals },
    next: { ...state, status: 'worked-out', totals },
  };
}

export const UpratingVerdict = z
  .discriminatedUnion('verdict', [
    z.strictObject({ verdict: z.literal('commit') }),
    z.strictObject({ verdict: z.literal('abandon'), reason: Reason }),
  ])
  .meta({
    id: 'UpratingVerdict',
    description: 'Whether the charges worked out become the charges',
  });
export type UpratingVerdict = z.infer<typeof UpratingVerdict>;

/** Lets what was worked out become the charges of everybody from the first day of the new rates, or
 * lets it go. Refuses `wrong-stage` before all is worked out, and `same-person` for whoever prepared
 * it: two people stand behind a bill for thousands. */
export function decideUprating(
  state: UpratingState,
  input: UpratingVerdict,
  { actor }: Pick<Moment, 'actor'>,
): UpratingDecision {
  const mayAbandon = state.status === 'working-out' || state.status === 'worked-out';
  if (input.verdict === 'abandon') {
    return mayAbandon
      ? accept({
          type: 'uprating-abandoned',
          body: input,
          next: { ...state, status: 'abandoned', decidedBy: actor.id },
        })
      : refuse('wrong-stage', `The uprating is ${state.status}.`);
  }
  if (state.status !== 'worked-out') {
    return refuse(
      'wrong-stage',
      `The uprating is ${state.status}: it is committed once worked out.`,
    );
  }
  if (state.preparedBy === actor.id) {
    return refuse('same-person', 'Somebody other than who prepared the uprating commits it.');
  }
  return accept({
    type: 'uprating-committed',
    body: { ...input, totals: state.totals, rule: 'separation of duties' },
    next: { ...state, status: 'committed', decidedBy: actor.id },
  });
}

/** Each case has its new charge, or a reason why not. */
export function allWritten(
  state: UpratingState,
  written: NonNullable<UpratingState['written']>,
): UpratingChange {
  return {
    type: 'uprating-written',
    body: written,
    next: { ...state, status: 'written', written },
  };
}
