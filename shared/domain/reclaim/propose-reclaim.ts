import * as z from 'zod';
import type { AgreementDecision, AgreementState } from '../agreement/agreement-state.ts';
import type { CivilDate } from '../calendar/civil-date.ts';
import type { Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import type { PaidUntilNow } from '../final-account/settle-account.ts';
import { EnteredPence, formatPounds, type Pence, sumPence } from '../money/pence.ts';
import type { CheckedReturn } from '../monitoring/monitoring-state.ts';
import { accept, type Refused, refuse } from '../outcome.ts';
import { paymentLaw } from '../payment/payment-law.ts';
import { owedBackOf } from '../payment/worth/differences.ts';
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

/** Nobody asks back more often than this from one agreement. */
const reclaimsMax = 60;

/** Proposes to ask money back; it is owed once a second person has confirmed it. Refuses `wrong-stage`
 * before anything was paid, while another proposal or a final account waits, and for a surplus that no return has shown or
 * that the final account settles; `above-what-is-owed` for more than the return has shown, or than was
 * ever paid. */
export function proposeReclaim(
  agreement: AgreementState,
  proposal: ReclaimProposal,
  paid: PaidUntilNow,
  moment: Moment,
): AgreementDecision {
  const { kind, pence, recovery } = proposal;
  const { monitoring } = agreement;
  const earlier = reclaimsOf(agreement);
  if (agreement.finalAccount?.approvedBy === null) {
    return refuse('wrong-stage', 'The final account waits for its second person: decide it first.');
  }
  if (earlier.some(({ status }) => status === 'proposed')) {
    return refuse('wrong-stage', 'Another reclaim waits for its second person.');
  }
  if (earlier.length >= reclaimsMax) return refuse('limit-reached', 'Too much was asked back.');
  const asked = sumPence(earlier.map((each) => each.pence - each.writtenOffPence));
  const sent = paid.payments.filter(({ state }) => state === 'sent');
  const paidPence = sumPence(sent.map(({ amountPence }) => amountPence));
  const above = moreThan(pence, paidPence - asked, 'was paid and not asked back');
  if (above) return above;
  const wrong = kind === 'surplus' ? moreThanSurplus(agreement, paid, pence) : undefined;
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
    ...(paid.head.costs && { costs: paid.head.costs }),
    receipts: [],
    writtenOffPence: 0,
  };
  return accept({
    type: 'reclaim-proposed',
    body: { ...proposal, ...shown, rule: paymentLaw('reclaim', moment.today) },
    next: withReclaim(agreement, reclaim),
  });
}

/** What may be asked back of the surplus that the newest return has shown. What was asked back before, and had
 * not come back by the last day of that return, stood on the account then too: nobody is asked for it
 * twice. */
export function surplusLeft(agreement: AgreementState, paid: PaidUntilNow | undefined): Pence {
  const last = agreement.monitoring?.last;
  if (!last) return 0;
  const all = reclaimsOf(agreement).filter(({ kind }) => kind === 'surplus');
  const asked = sumPence(
    all.filter((each) => each.return === last.event).map(({ pence }) => pence),
  );
  const earlier = all.filter((each) => each.return !== last.event);
  const notBack = sumPence(earlier.map((each) => notPaidBackOn(each, last.to)));
  const left = last.surplusPence - asked - notBack - notTakenOffOn(last, all, paid);
  return Math.max(0, left);
}

function notPaidBackOn({ status, pence, receipts, writtenOffPence }: Reclaim, day: CivilDate) {
  if (status === 'taken-off') return 0;
  const back = receipts.filter(({ on }) => on <= day).map((each) => each.pence);
  return pence - sumPence(back) - writtenOffPence;
}

/** What of earlier reclaims the payments up to the last day of a return had not brought in: what is still to
 * be taken off, and was taken off since, without what this return itself has led to. */
function notTakenOffOn(
  last: CheckedReturn,
  surpluses: readonly Reclaim[],
  paid: PaidUntilNow | undefined,
): Pence {
  const all = surpluses.filter(({ status }) => status === 'taken-off');
  const since = all.filter((each) => each.return === last.event).map(askedOf);
  const earlier = all.filter((each) => each.return !== last.event).map(askedOf);
  if (earlier.length === 0 || !paid) return 0;
  const takenSince = paid.payments
    .filter(({ state, payOn }) => state === 'sent' && payOn > last.to)
    .map(({ recovered }) => recovered?.pence ?? 0);
  const open = owedBackOf(paid.head).pence + sumPence(takenSince) - sumPence(since);
  return Math.min(sumPence(earlier), Math.max(0, open));
}

const askedOf = ({ pence, writtenOffPence }: Reclaim) => pence - writtenOffPence;

function moreThanSurplus(
  agreement: AgreementState,
  paid: PaidUntilNow,
  pence: Pence,
): Refused | undefined {
  if (agreement.finalAccount && agreement.finalAccount.approvedBy !== null) {
    return refuse('wrong-stage', 'The final account has settled what was on the account.');
  }
  if (!agreement.monitoring?.last) return refuse('wrong-stage', 'No return has shown a surplus.');
  return moreThan(pence, surplusLeft(agreement, paid), 'is left of the surplus');
}

export function moreThan(pence: Pence, most: Pence, what: string): Refused | undefined {
  if (pence <= most) return undefined;
  return refuse('above-what-is-owed', `No more than ${formatPounds(most)} ${what}.`, '/pence');
}
