import type { CaseState } from '#shared/domain/case/case-state.ts';

/** How far a version of the plan is on its way, in words for the person. */
export function standingOf(state: CaseState, version: number): string {
  const { live, records, planKeyBy, budgetKeyBy } = state;
  if (live?.planVersion === version) {
    return records.plan !== version
      ? 'This is the plan that you have now. It goes on until the new one starts.'
      : 'This is the plan that you have now.';
  }
  if (records.plan !== version) return 'This is an earlier plan.';
  if (planKeyBy !== null && budgetKeyBy !== null) {
    return 'This plan is agreed and signed off. Your support is being arranged.';
  }
  const way = onItsWay(state);
  return live ? `${way} The plan that you have now goes on until this one starts.` : way;
}

function onItsWay({ plan, planDisagreement }: CaseState): string {
  if (planDisagreement !== undefined) {
    return 'You have told us that you do not agree with this plan. We will talk with you about it.';
  }
  switch (plan?.agreed) {
    case 'agreed':
      return 'You agree with this plan. It still has to be signed off.';
    case 'disagreed':
      return 'You do not agree with this plan. We have written down what was done to agree it.';
    case 'returned':
      return 'This plan was sent back to be changed.';
    default:
      return 'This is a plan for you to look at. Nothing in it is decided before you have said what you think.';
  }
}
