import type { CivilDate } from '../calendar/civil-date.ts';
import type { EventOutcome } from '../codes/event-outcomes.ts';
import {
  type AfterDetermination,
  type NextStep,
  stepAfter,
} from '../eligibility/after-determination.ts';
import type { Determination } from '../eligibility/determination.ts';
import type { VerdictOf } from '../journey/steps.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { reablementLaw } from '../reablement/reablement-law.ts';
import type { EligibilityDecision } from './eligibility-decision.ts';

/** What a decision on eligibility means for the journey and for the national return. */
export interface Consequence extends Omit<NextStep, 'edge'> {
  readonly verdict: VerdictOf<'decide-eligibility'>;
  readonly outcome: EventOutcome;
  /** Whether nothing more is planned, so that the case ends unless support is live. */
  readonly endsJourney: boolean;
}

const byEdge = {
  'eligible-met-by-council': {
    verdict: 'eligible',
    outcome: 'progress-to-support-planning',
    endsJourney: false,
  },
  'eligible-met-otherwise': {
    verdict: 'eligible-met-otherwise',
    outcome: 'progress-to-support-planning',
    endsJourney: false,
  },
  'not-eligible-met-under-power': {
    verdict: 'met-under-power',
    outcome: 'progress-to-support-planning',
    endsJourney: false,
  },
  'not-eligible': {
    verdict: 'not-eligible',
    outcome: 'nfa-information-and-advice',
    endsJourney: true,
  },
  declined: { verdict: 'declined', outcome: 'nfa-support-declined', endsJourney: true },
} as const satisfies Record<
  AfterDetermination['edge'],
  Pick<Consequence, 'verdict' | 'outcome' | 'endsJourney'>
>;

/** What follows from the determination. Reablement comes first only for somebody who is eligible,
 * and only where the council offers it after the decision: refuses `reablement-not-offered-here`
 * elsewhere, and `invalid-input` for somebody not eligible. */
export function consequenceOf(
  determination: Determination,
  { whatFollows }: EligibilityDecision,
  reablement: 'before-eligibility' | 'after-eligibility',
): Outcome<Consequence> {
  if (whatFollows.edge === 'reablement-first') {
    if (reablement === 'before-eligibility') {
      return refuse(
        'reablement-not-offered-here',
        'This council offers reablement before the eligibility decision.',
        '/whatFollows/edge',
      );
    }
    return determination.eligible
      ? accept(reablementFirst(determination.inputs.decidedOn))
      : refuse(
          'invalid-input',
          'Reablement follows here for people who are eligible.',
          '/whatFollows/edge',
        );
  }
  const next = stepAfter(determination, whatFollows);
  if (!next.accepted) {
    const { kind, detail, pointer } = next.refusal;
    return refuse(kind, detail, `/whatFollows${pointer ?? ''}`);
  }
  const { edge, ...step } = next.value;
  return accept({ ...step, ...byEdge[edge] });
}

function reablementFirst(decidedOn: CivilDate): Consequence {
  return {
    verdict: 'reablement-first',
    outcome: 'progress-to-reablement',
    endsJourney: false,
    plan: 'none',
    needsReview: false,
    isConcernRaised: false,
    rule: `${reablementLaw(decidedOn)}; the council offers reablement to people found eligible`,
  };
}
