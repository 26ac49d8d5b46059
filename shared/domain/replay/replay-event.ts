import * as z from 'zod';
import type { RateBook } from '../charging/rates/rate-book.ts';
import type { DecidedEvent } from './decided-event.ts';
import { replayCharge } from './replay-charge.ts';
import { replayDetermination } from './replay-determination.ts';
import { type KeptAllocation, replayIndication } from './replay-indication.ts';
import type { Replayed } from './replayed.ts';

/** The rules that a council's decisions were ever made by. */
export interface KeptRules {
  readonly allocation: KeptAllocation;
  readonly rates: RateBook;
}

const Pointing = z.looseObject({ records: z.looseObject({ finances: z.unknown() }) });

/** Works every decision that an event records again, from its stored inputs under the rule versions
 * that it names; none where the event records none. Whatever event the case's finances point to holds
 * a charge. */
export function replayEvent(event: DecidedEvent, rules: KeptRules): readonly Replayed[] {
  if (event.type === 'eligibility-decided') return [replayDetermination(event)];
  if (event.type === 'budget-indicated') return replayIndication(event, rules.allocation);
  const after = Pointing.safeParse(event.after);
  const isCharge = after.success && after.data.records.finances === event.sequence;
  return isCharge ? [replayCharge(event, rules.rates)] : [];
}
