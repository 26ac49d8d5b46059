import * as z from 'zod';
import type { Step } from '../journey/steps.ts';
import { openSteps } from '../journey/workflow.ts';
import type { CaseState } from './case-state.ts';

export const stages = [
  'contact',
  'reablement',
  'assessment',
  'eligibility',
  'support-planning',
  'sign-off',
  'arranging-support',
  'receiving-support',
  'review',
  'decided',
  'closed',
] as const;
export const Stage = z.enum(stages).meta({ id: 'Stage' });
export type Stage = z.infer<typeof Stage>;

const stageOfStep: Readonly<Record<Step, Stage>> = {
  'triage-contact': 'contact',
  reablement: 'reablement',
  'assess-needs': 'assessment',
  'decide-eligibility': 'eligibility',
  'assess-finances': 'support-planning',
  'write-support-plan': 'support-planning',
  'authorise-plan': 'sign-off',
  'authorise-budget': 'sign-off',
  'arrange-support': 'arranging-support',
  'start-support': 'arranging-support',
  'carry-out-review': 'review',
  'approve-payment-run': 'receiving-support',
};

/** Where a person stands, told from the record alone: it stays true with every machine lost. A live
 * plan goes on while a review or a new plan is under way; finances alone never hold a stage
 * back. */
export function stageOf(state: CaseState): Stage {
  if (state.status === 'closed') return 'closed';
  const open = openSteps(state.workflow).filter((step) => step !== 'assess-finances');
  const first = open[0];
  if (first === 'carry-out-review') return 'review';
  if (state.live) return 'receiving-support';
  if (first) return stageOfStep[first];
  return 'decided';
}
