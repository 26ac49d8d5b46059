import * as z from 'zod';
import type { CaseState } from '../case/case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../case/change.ts';
import { duesOf, toClosed } from '../case/ending/close.ts';
import { Declining, refusalByFinding, refusalToRelease } from '../case/ending/withdraw.ts';
import { lawOn } from '../codes/law-in-force.ts';
import { Reason } from '../eligibility/decision.ts';
import { settleStep } from '../journey/workflow.ts';
import { accept, refuse } from '../outcome.ts';
import { isReablementUnderWay } from './start-reablement.ts';

/** What became of the offer where reablement does not begin. */
export const ReablementAnswer = z
  .discriminatedUnion('answer', [
    z.strictObject({ answer: z.literal('declined'), reason: Reason }),
    z.strictObject({ answer: z.literal('unsuitable'), reason: Reason }),
    /** The person wants nothing at all, not only no reablement. */
    z.strictObject({ answer: z.literal('declined-all'), declining: Declining }),
  ])
  .meta({ id: 'ReablementAnswer' });
export type ReablementAnswer = z.infer<typeof ReablementAnswer>;

/** Takes a no to reablement. Declining it, or being unsuitable for it, never closes the route to
 * assessment (Care Act 2014 s9); declining everything ends the case after the checks of declining.
 * Refuses `wrong-stage` where none is offered, `already-recorded` once it has started, and
 * `capacity-check-needed` as withdrawing does. */
export function answerReablement(
  state: CaseState,
  input: ReablementAnswer,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  if (isReablementUnderWay(state)) {
    return refuse('already-recorded', 'Reablement has started: record how it ended instead.');
  }
  const settled = settleStep(state.workflow, {
    step: 'reablement',
    verdict: input.answer,
    event: moment.event,
    by: moment.actor.id,
    on: moment.today,
  });
  if (!settled.accepted) return settled;
  const decided = withRecord({ ...state, workflow: settled.value }, 'reablement', moment);
  if (input.answer !== 'declined-all') {
    return accept({
      type: 'reablement-answered',
      body: {
        ...input,
        outcome: 'progress-to-assessment',
        rule: lawOn(moment.today, {
          careAct: 'Care Act 2014 s9',
          before: 'NHS and Community Care Act 1990 s47(1)',
        }),
      },
      next: decided,
    });
  }
  const kept = refusalToRelease(input.declining, '/declining') ?? refusalByFinding(state);
  if (kept) return kept;
  return accept({
    type: 'reablement-answered',
    body: {
      ...input,
      outcome: 'nfa-support-declined',
      rule: lawOn(moment.today, {
        careAct: 'Care Act 2014 s11',
        before: 'Mental Capacity Act 2005 s1; NHS and Community Care Act 1990 s47(1)',
      }),
    },
    next: toClosed(decided, moment.today, 'nfa-support-declined'),
    dues: duesOf(state),
  });
}
