import type { CaseState } from '../../case/case-state.ts';
import type { CaseDecision, Moment } from '../../case/change.ts';
import { accept } from '../../outcome.ts';
import { planningLaw } from '../planning-law.ts';
import type { PlanDraft } from './plan-draft.ts';

/** Notes that the plan that was written at home is handed in, so that whoever plans with the person learns
 * of it. What is written later asks nobody once more; undefined where there is nothing new to tell. */
export function handInDraft(
  state: CaseState,
  { version, by, isHandedIn }: PlanDraft,
  moment: Moment,
): CaseDecision | undefined {
  if (!isHandedIn || state.planHandedIn !== undefined) return undefined;
  return accept({
    type: 'plan-handed-in',
    body: { version, by: by.author, rule: planningLaw('plan', moment.today) },
    next: { ...state, planHandedIn: moment.event },
  });
}
