import * as z from 'zod';
import type { AgreementDecision, AgreementState } from '../agreement/agreement-state.ts';
import type { Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { EnteredPence, formatPounds, type Pence, sumPence } from '../money/pence.ts';
import { accept, type Refused, refuse } from '../outcome.ts';
import { type Reclaim, reclaimsOf, recoveries, withReclaim } from './reclaim-state.ts';

export const ReclaimProposal = z
  .strictObject({
    kind: z.enum(['surplus', 'not-as-agreed']),
    pence: EnteredPence.min(1),
    recovery: z.enum(recoveries).default('paid-back'),
    /** Why, in words for the payee: with the figures, and what the money was for. */
    reasons: Reason.meta({ examples: ['More than eight weeks of the budget are on the account.'] }),
    howToChallenge: Reason.meta({ examples: ['Call us within 28 days.'] }),
    /** That the reasons were talked over with the payee, and what they say. */
    whatThePayeeSays: Reason.meta({ examples: ['She agrees: the assistant was away.'] }),
  })
  .meta({ id: 'ReclaimProposal' });
export type ReclaimProposal = z.infer<typeof ReclaimProposal>;

/** A council may require repayment where a condition of the payment is broken or it was not spent on the
 * needs of the plan, after a review of it. */
export const reclaimLaw = 'Care Act 2014 s33(3), s33(5); SI 2014/2871 reg 7(1)(b)';

/** Nobody asks back more often than this from one agreement. */
const reclaimsMax = 60;

/** Proposes to ask money back; it is owed once a second person has confirmed it. Refuses `wrong-stage`
 * before anything was paid, while another proposal waits, and for a surplus that no return has shown or
 * that the final account settles; `above-what-is-owed` for more than the return has shown, or than was
 * ever paid. */
export function proposeReclaim(
  agreement: AgreementState,
  proposal: ReclaimProposal,
  paid: { readonly paidPence: Pence; readonly costs: Reclaim['costs'] | undefined },
  moment: Moment,
): AgreementDecision {
  const { kind, pence, recovery } = proposal;
  const { monitoring } = agreement;
  const earlier = reclaimsOf(agreement);
  if (earlier.some(({ status }) => status === 'proposed')) {
    return refuse('wrong-stage', 'Another reclaim waits for its second person.');
  }
  if (earlier.length >= reclaimsMax) return refuse('limit-reached', 'Too much was asked back.');
  const asked = sumPence(earlier.map((each) => each.pence - each.writtenOffPence));
  const above = moreThan(pence, paid.paidPence - asked, 'was paid and not asked back');
  if (above) return above;
  const wrong = kind === 'surplus' ? moreThanSurplus(agreement, pence) : undefined;
  if (wrong) return wrong;
  const shown = monitoring?.last ? { return: monitoring.last.event } : {};
  const reclaim: Reclaim = {
    event: moment.event,
    kind,
    pence,
    status: 'proposed',
    recovery,
    proposedBy: moment.actor.id,
    explanation: [
      recovery === 'paid-back'
        ? `We ask you to pay back ${formatPounds(pence)}.`
        : `We take ${formatPounds(pence)} off your next payments, a part of it each time.`,
      proposal.reasons,
      proposal.howToChallenge,
    ],
    ...shown,
    payBy: null,
    ...(paid.costs && { costs: paid.costs }),
    receipts: [],
    writtenOffPence: 0,
  };
  return accept({
    type: 'reclaim-proposed',
    body: { ...proposal, ...shown, rule: reclaimLaw },
    next: withReclaim(agreement, reclaim),
  });
}

/** What may be asked back of the surplus that the newest return has shown. */
export function surplusLeft(agreement: AgreementState): Pence {
  const last = agreement.monitoring?.last;
  if (!last) return 0;
  const asked = reclaimsOf(agreement).filter(
    (each) => each.kind === 'surplus' && each.return === last.event,
  );
  return last.surplusPence - sumPence(asked.map(({ pence }) => pence));
}

function moreThanSurplus(agreement: AgreementState, pence: Pence): Refused | undefined {
  if (agreement.finalAccount && agreement.finalAccount.approvedBy !== null) {
    return refuse('wrong-stage', 'The final account has settled what was on the account.');
  }
  if (!agreement.monitoring?.last) return refuse('wrong-stage', 'No return has shown a surplus.');
  return moreThan(pence, surplusLeft(agreement), 'is left of the surplus');
}

export function moreThan(pence: Pence, most: Pence, what: string): Refused | undefined {
  if (pence <= most) return undefined;
  return refuse('above-what-is-owed', `No more than ${formatPounds(most)} ${what}.`, '/pence');
}
