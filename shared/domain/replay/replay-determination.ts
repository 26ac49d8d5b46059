import * as z from 'zod';
import { DeterminationInputs, determine } from '../eligibility/determination.ts';
import { eligibilityFacts } from '../eligibility/eligible-needs.ts';
import { explainDetermination } from '../eligibility/words/explain-determination.ts';
import { accept } from '../outcome.ts';
import type { DecidedEvent } from './decided-event.ts';
import { compared, leftOut, type Replayed, unworkable } from './replayed.ts';

const what = 'determination';

const Recorded = z.looseObject({
  determination: z.looseObject({
    inputs: z.unknown(),
    schemeVersion: z.string(),
    eligible: z.boolean(),
  }),
  explanation: z.unknown(),
});
const After = z.looseObject({ eligibility: z.unknown() });

/** Decides eligibility again from the recorded inputs, which hold the findings, the day and the
 * council's threshold; an adult's and a carer's alike. With the determination the few facts are
 * compared that later decisions rested on. */
export function replayDetermination({ body, after }: DecidedEvent): Replayed {
  const recorded = Recorded.safeParse(body);
  if (!recorded.success) return leftOut(what, 'its inputs are not kept');
  const { determination, explanation } = recorded.data;
  const inputs = DeterminationInputs.safeParse(determination.inputs);
  if (!inputs.success) return unworkable(what, 'its inputs cannot be read');
  const { inputs: _inputs, ...found } = determination;
  const { eligibility } = After.parse(after);
  const worked = determine(inputs.data);
  const verdict = determination.eligible ? 'eligible' : 'not eligible';
  return {
    what,
    told: `${determination.schemeVersion}: ${verdict}`,
    result: compared(
      { ...found, explanation, eligibility },
      worked.accepted
        ? accept({
            ...withoutInputs(worked.value),
            explanation: explainDetermination(worked.value),
            eligibility: eligibilityFacts(worked.value),
          })
        : worked,
    ),
  };
}

function withoutInputs<T extends { readonly inputs: unknown }>(decided: T): Omit<T, 'inputs'> {
  const { inputs: _inputs, ...found } = decided;
  return found;
}
