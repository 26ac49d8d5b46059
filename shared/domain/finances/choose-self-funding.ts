import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import type { CaseState } from '../case/case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../case/change.ts';
import { ChargeInput } from '../charging/input/charge-input.ts';
import { selfFunding } from '../charging/self-funding.ts';
import { Reason } from '../eligibility/decision.ts';
import { accept, refuse } from '../outcome.ts';
import { AssessedCharge } from './assessed-charge.ts';
import { explanationOf } from './explain-charge.ts';
import { refusalOfRoute } from './self-funding-route.ts';

/** Who arranges the care of somebody who pays all of it, and how that came to be known: what the
 * person said, or the search for somebody who may act for them. */
export const SelfFundingChoice = z
  .strictObject({
    route: ChargeInput.shape.selfFundingRoute.unwrap(),
    chosenOn: CivilDate,
    how: Reason,
  })
  .meta({
    id: 'SelfFundingChoice',
    examples: [
      {
        route: 'asks-council',
        chosenOn: '2026-06-08',
        how: 'He asked on the phone that we find him an agency.',
      },
    ],
  });
export type SelfFundingChoice = z.infer<typeof SelfFundingChoice>;

/** Records who arranges the care of somebody who pays for all of it: they do, with advice; the
 * council, because they asked, for which a fee may be taken at home; or the council because nobody
 * else may, without a fee (Care Act 2014 s18(3)-(4); SI 2014/2672 reg 5). Refuses `wrong-stage` for
 * a charge that the council shares, and `capacity-check-needed`. */
export function chooseSelfFunding(
  state: CaseState,
  choice: SelfFundingChoice,
  body: unknown,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  if (choice.chosenOn > moment.today) {
    return refuse('invalid-input', 'That day is still to come.', '/chosenOn');
  }
  const before = AssessedCharge.safeParse(body).data;
  // Whoever cannot show their means yet may still say who is to arrange their care.
  const paysAll = before && (before.charge.selfFunding || before.status === 'provisional');
  if (!paysAll || !state.finances) {
    return refuse('wrong-stage', 'Only whoever pays all of their care chooses who arranges it.');
  }
  const refused = refusalOfRoute(state, choice.route, '/route');
  if (refused) return refused;
  const { input, policy } = before;
  const { route, ...choosing } = choice;
  const funding = selfFunding(route, input.setting, policy.local.arrangementFee);
  const charge = { ...before.charge, selfFunding: funding };
  return accept({
    type: 'self-funding-chosen',
    body: {
      ...before,
      input: { ...input, selfFundingRoute: route },
      charge,
      choice: choosing,
      difference: null,
      explanation: explanationOf(charge, null),
      rule: funding.law,
    },
    next: withRecord(
      { ...state, finances: { ...state.finances, selfFunding: route } },
      'finances',
      moment,
    ),
  });
}
