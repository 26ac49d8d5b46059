import type { CaseState, OpenCase } from '../case/case-state.ts';
import type { CaseDecision, Moment } from '../case/change.ts';
import { type Pence, sumPence } from '../money/pence.ts';
import { accept, refuse } from '../outcome.ts';

/** Finance looks at a charge again: a provisional one, or one that rests on expenses whose evidence
 * is to be looked at by this day. It stands until somebody has looked. Refuses `wrong-stage` where
 * the charge has another day by now. */
export function fallDueForChargeReview(state: CaseState, moment: Moment): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  const { finances } = state;
  if (!finances?.reviewOn || finances.reviewOn > moment.today) {
    return refuse('wrong-stage', 'No charge is to be looked at today.');
  }
  const { reviewOn, ...others } = finances;
  return accept({
    type: 'charge-review-due',
    body: {
      reviewOn,
      charge: state.records.finances,
      rule: 'Care and support statutory guidance, chapter 8',
    },
    next: { ...state, finances: { ...others, lookAgain: moment.event } },
  });
}

/** The case after its plan has been authorised: where what the person pays is another than they were
 * told, or something may be charged for that was not there before, finance looks at it again. The
 * budget follows the plan's cost meanwhile, so that nobody pays more than that. */
export function lookAgainAtCharge(state: OpenCase, moment: Moment): OpenCase {
  const { finances, plan } = state;
  if (!plan || finances?.costWeeklyPence === undefined) return state;
  const costPence = sumPence(plan.parts.map((part) => part.chargeableWeeklyPence));
  const paidFor = (cost: Pence) => Math.min(finances.weeklyContributionPence ?? cost, cost);
  const told = paidFor(finances.costWeeklyPence);
  const isSame = paidFor(costPence) === told && (costPence === 0 || finances.costWeeklyPence > 0);
  return isSame ? state : { ...state, finances: { ...finances, lookAgain: moment.event } };
}
