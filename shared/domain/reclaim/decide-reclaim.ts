import * as z from 'zod';
import type { AgreementChange, AgreementState } from '../agreement/agreement-state.ts';
import { addDays } from '../calendar/civil-date.ts';
import type { Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import type { Pence } from '../money/pence.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { type AgreementHead, firstUnpaidDay } from '../payment/agreement-head.ts';
import { paymentLaw } from '../payment/payment-law.ts';
import { withDifference } from '../payment/worth/differences.ts';
import { findReclaim, type Reclaim, reclaimsOf, withReclaim } from './reclaim-state.ts';

export const ReclaimDecision = z
  .strictObject({
    verdict: z.enum(['confirmed', 'rejected']),
    comment: Reason.meta({ examples: ['Compared with the return.'] }),
  })
  .meta({ id: 'ReclaimDecision' });
export type ReclaimDecision = z.infer<typeof ReclaimDecision>;

export interface DecidedReclaim extends AgreementChange {
  /** What is owed from now on; undefined where nothing is. */
  readonly owed: Reclaim | undefined;
  /** What is paid from now on, where the next payments bring it in. */
  readonly head: AgreementHead | undefined;
  /** What the payee is told of it. */
  readonly explanation: readonly string[];
}

const nothing = { owed: undefined, head: undefined, explanation: [] };

/** The second key to a reclaim. Confirmed, it is owed from that day, or taken off the next payments as what
 * was paid too much is: the cost falls with each of them. Refuses `not-found`, `wrong-stage` for
 * one that was decided, and `same-person` for whoever proposed it. */
export function decideReclaim(
  agreement: AgreementState,
  about: {
    readonly event: number;
    readonly input: ReclaimDecision;
    readonly payWithinDays: number;
    /** What is paid under the agreement: needed for what is taken off the next payments. */
    readonly head: AgreementHead | undefined;
  },
  moment: Moment,
): Outcome<DecidedReclaim> {
  const { event, input, payWithinDays, head } = about;
  const reclaim = findReclaim(agreement, event);
  if (!reclaim) return refuse('not-found', 'There is no such reclaim.');
  if (reclaim.status !== 'proposed') return refuse('wrong-stage', 'This reclaim is decided.');
  const { kind, pence } = reclaim;
  const body = {
    ...input,
    proposal: event,
    kind,
    pence,
    rule: paymentLaw('reclaim', moment.today),
  };
  if (input.verdict === 'rejected') {
    const reclaims = reclaimsOf(agreement).filter((each) => each !== reclaim);
    const next = { ...agreement, reclaims };
    return accept({ ...nothing, type: 'reclaim-rejected', body, next });
  }
  if (reclaim.proposedBy === moment.actor.id) {
    return refuse('same-person', 'Somebody other than who proposed the reclaim confirms it.');
  }
  const { explanation = [], ...told } = reclaim;
  if (reclaim.recovery === 'from-payments') {
    const paid = head && takenOff(head, pence, event);
    if (!paid) return refuse('wrong-stage', 'No payment follows that it can be taken off.');
    const next = withReclaim(agreement, { ...told, status: 'taken-off' });
    return accept({ ...nothing, type: 'reclaim-confirmed', body, next, explanation, head: paid });
  }
  const payBy = addDays(moment.today, payWithinDays);
  const owed: Reclaim = { ...told, status: 'owed', payBy };
  return accept({
    type: 'reclaim-confirmed',
    body: { ...body, payBy },
    next: withReclaim(agreement, owed),
    head: undefined,
    owed,
    explanation,
  });
}

function takenOff(head: AgreementHead, pence: Pence, event: number): AgreementHead | undefined {
  if (firstUnpaidDay(head) === undefined) return undefined;
  return withDifference(head, { netPence: -pence, costPence: -pence }, event);
}
