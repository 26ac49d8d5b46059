import * as z from 'zod';
import type { CivilDate } from '../calendar/civil-date.ts';
import type { CaseState } from '../case/case-state.ts';
import type { CaseDecision, Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { accept, refuse } from '../outcome.ts';
import { planningLaw } from '../plan/planning-law.ts';
import type { LimitPassed } from './cash-limits.ts';

interface Escalation {
  readonly limits: readonly LimitPassed[];
  /** Who finds the money; null where the limits name nobody. */
  readonly named: string | null;
  readonly due: CivilDate;
}

/** Tells whoever answers for the cash limits, by name and with the figures, that an authorised plan, or
 * urgent support, took a cost centre above one. It stops nothing: what was authorised stands and support
 * starts (Care Act 2014 s18, s19(3)). Refuses `case-closed`, because then it costs nothing any more. */
export function escalateLimit(
  state: CaseState,
  { limits, named, due }: Escalation,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  return accept({
    type: 'cash-limit-passed',
    body: {
      limits,
      ...(state.plan && { planVersion: state.plan.version }),
      to: 'head-of-service',
      named,
      due,
      rule: planningLaw('cash-limit', moment.today),
    },
    next: { ...state, limitPassed: moment.event },
  });
}

/** Where the money comes from. Nothing in it touches the plan. */
export const LimitAnswer = z
  .strictObject({
    foundBy: z.enum(['reserve', 'another-cost-centre', 'higher-limit', 'underspend-to-come']),
    reason: Reason,
  })
  .meta({ id: 'CashLimitAnswer' });
export type LimitAnswer = z.infer<typeof LimitAnswer>;

/** Records where the money is found for a plan above a cash limit. Refuses `not-found` where nobody
 * waits for it. */
export function answerLimit(state: CaseState, answer: LimitAnswer, moment: Moment): CaseDecision {
  const { limitPassed, ...next } = state;
  if (limitPassed === undefined) {
    return refuse('not-found', 'No cash limit waits for an answer on this case.');
  }
  return accept({
    type: 'cash-limit-answered',
    body: { ...answer, passed: limitPassed, rule: planningLaw('cash-limit', moment.today) },
    next,
  });
}
