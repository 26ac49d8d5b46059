import * as z from 'zod';
import type { CaseState, OpenCase } from '../../case/case-state.ts';
import type { CaseDecision, Moment } from '../../case/change.ts';
import { Reason } from '../../eligibility/decision.ts';
import { openSteps } from '../../journey/workflow.ts';
import { accept, type Outcome, refuse } from '../../outcome.ts';
import { maySpeakForThemselves } from '../draft/plan-writers.ts';
import type { PlanState } from '../plan-state.ts';
import { planningLaw } from '../planning-law.ts';
import { agreePlan } from './agree-plan.ts';

/** What a person does not agree with, of the plan as a whole or of its lines. */
export const PlanDisagreement = z
  .strictObject({
    reason: Reason.optional(),
    lines: z
      .array(z.strictObject({ lineId: z.string().trim().min(1).max(80), reason: Reason }))
      .max(200)
      .default([]),
  })
  .meta({
    id: 'PlanDisagreement',
    examples: [{ reason: 'I want to choose my own helper.', lines: [] }],
  });
export type PlanDisagreement = z.infer<typeof PlanDisagreement>;

/** What is needed of the body of the plan that somebody does not agree with. */
export const PlanQuestioned = z.object({ lines: z.array(z.object({ id: z.string() })) });

/** The plan that waits for the person's answer, in words for them where none does. */
export function planToAnswer(
  state: CaseState,
): Outcome<{ readonly open: OpenCase; readonly plan: PlanState }> {
  if (state.status === 'closed') {
    return refuse('case-closed', 'Your case has ended. Call us if you need help again.');
  }
  const { plan, workflow } = state;
  if (!plan || plan.round !== workflow.rounds['support-planning']) {
    return refuse('wrong-stage', 'Your support plan has not been written yet.');
  }
  if (plan.agreed === 'returned') {
    const detail = 'Your plan is being changed. You will be asked about the new one.';
    return refuse('plan-incomplete', detail);
  }
  if (!openSteps(workflow).includes('write-support-plan')) {
    const detail = 'Your answer to this plan is written down. Call us if you think otherwise now.';
    return refuse('wrong-stage', detail);
  }
  return accept({ open: state, plan });
}

/** Records that the person agrees, as they say it themselves. Refuses `capacity-check-needed` where it is
 * recorded that they lack capacity for it: whoever may lawfully decide then signs with a worker. */
export function agreeAtHome(state: CaseState, moment: Moment): CaseDecision {
  const waiting = planToAnswer(state);
  if (!waiting.accepted) return waiting;
  if (!maySpeakForThemselves(state)) {
    const detail = 'Somebody else signs this plan with you. Call us, and we explain why.';
    return refuse('capacity-check-needed', detail);
  }
  const agreement = { outcome: 'agreed', by: { kind: 'person' }, on: moment.today } as const;
  return agreePlan(state, { ...agreement, copiesTo: [{ kind: 'person' }] }, moment);
}

/** Records that the person does not agree with the plan that waits for their answer, and with what of it:
 * whoever plans with them then takes reasonable steps to agree (Care Act 2014 s25(5)). Anybody may say so,
 * whatever is recorded of their capacity, because it binds nobody and is to be heard (Mental Capacity Act
 * 2005 s4(6)). Refuses `answer-missing` without a word of what, `not-found` for a line that the plan does
 * not have, and `already-recorded` while an answer to this version waits to be looked at. */
export function disagreeWithPlan(
  state: CaseState,
  { reason, lines }: PlanDisagreement,
  questioned: z.infer<typeof PlanQuestioned>,
  { today, event }: Moment,
): CaseDecision {
  const waiting = planToAnswer(state);
  if (!waiting.accepted) return waiting;
  const { open, plan } = waiting.value;
  if (open.planDisagreement !== undefined) {
    const detail = 'You have told us that you do not agree with this plan. We are looking at it.';
    return refuse('already-recorded', detail);
  }
  if (reason === undefined && lines.length === 0) {
    return refuse('answer-missing', 'Tell us what you do not agree with.', '/reason');
  }
  const unknown = lines.findIndex(
    ({ lineId }) => !questioned.lines.some(({ id }) => id === lineId),
  );
  if (unknown >= 0) {
    return refuse('not-found', 'Your plan has no such line.', `/lines/${unknown}/lineId`);
  }
  return accept({
    type: 'plan-disagreed',
    body: {
      planVersion: plan.version,
      ...(reason !== undefined && { reason }),
      lines,
      rule: planningLaw('agreement', today),
    },
    next: { ...open, planDisagreement: event },
  });
}
