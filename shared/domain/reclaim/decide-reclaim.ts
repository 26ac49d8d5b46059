import * as z from 'zod';
import type { AgreementChange, AgreementState } from '../agreement/agreement-state.ts';
import { addDays } from '../calendar/civil-date.ts';
import type { Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { reclaimLaw } from './propose-reclaim.ts';
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
  /** What the payee is told of it. */
  readonly explanation: readonly string[];
}

/** The second key to a reclaim. Confirmed, it is owed from that day. Refuses `not-found`, `wrong-stage` for
 * one that was decided, and `same-person` for whoever proposed it. */
export function decideReclaim(
  agreement: AgreementState,
  about: {
    readonly event: number;
    readonly input: ReclaimDecision;
    readonly payWithinDays: number;
  },
  moment: Moment,
): Outcome<DecidedReclaim> {
  const { event, input, payWithinDays } = about;
  const reclaim = findReclaim(agreement, event);
  if (!reclaim) return refuse('not-found', 'There is no such reclaim.');
  if (reclaim.status !== 'proposed') return refuse('wrong-stage', 'This reclaim is decided.');
  const { kind, pence } = reclaim;
  const body = { ...input, proposal: event, kind, pence, rule: reclaimLaw };
  if (input.verdict === 'rejected') {
    const reclaims = reclaimsOf(agreement).filter((each) => each !== reclaim);
    const next = { ...agreement, reclaims };
    return accept({ type: 'reclaim-rejected', body, next, owed: undefined, explanation: [] });
  }
  if (reclaim.proposedBy === moment.actor.id) {
    return refuse('same-person', 'Somebody other than who proposed the reclaim confirms it.');
  }
  const payBy = addDays(moment.today, payWithinDays);
  const { explanation = [], ...told } = reclaim;
  const owed: Reclaim = { ...told, status: 'owed', payBy };
  return accept({
    type: 'reclaim-confirmed',
    body: { ...body, payBy },
    next: withReclaim(agreement, owed),
    owed,
    explanation,
  });
}
