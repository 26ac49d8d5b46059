import type { DecidedEvent } from './decided-event.ts';
import { replayDetermination } from './replay-determination.ts';
import { type KeptAllocation, replayIndication } from './replay-indication.ts';
import { leftOut, type Replayed } from './replayed.ts';

/** The rules that a council's decisions were ever made by. */
export interface KeptRules {
  readonly allocation: KeptAllocation;
}

/** Works every decision that an event records again, from its stored inputs under the rule versions
 * that it names; none where the event records none. */
export function replayEvent(event: DecidedEvent, rules: KeptRules): readonly Replayed[] {
  switch (event.type) {
    case 'eligibility-decided':
      return [replayDetermination(event)];
    case 'budget-indicated':
      return replayIndication(event, rules.allocation);
    case 'finances-assessed':
      return [leftOut('charge', 'a decision of the finance officer, who wrote the amount')];
    default:
      return [];
  }
}
