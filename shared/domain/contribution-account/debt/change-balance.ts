import * as z from 'zod';
import type { Moment } from '../../case/change.ts';
import { Reason } from '../../eligibility/decision.ts';
import { EnteredPence, formatPounds, type Pence } from '../../money/pence.ts';
import { accept, type Outcome, type Refused, refuse } from '../../outcome.ts';
import {
  type AccountChange,
  type AccountDecision,
  type BalanceProposal,
  type ContributionAccount,
  leftToPay,
} from '../account-state.ts';
import { withCredit } from './open-items.ts';

export const BalanceChangeProposed = z
  .strictObject({
    /** Giving up what is owed, or paying back what was paid too much. */
    kind: z.enum(['write-off', 'refund']),
    pence: EnteredPence.min(1),
    reason: Reason.meta({ examples: ['The estate has nothing left after the funeral.'] }),
  })
  .meta({ id: 'BalanceChangeProposed' });
export type BalanceChangeProposed = z.infer<typeof BalanceChangeProposed>;

export const BalanceChangeDecision = z
  .strictObject({
    verdict: z.enum(['approved', 'rejected']),
    /** The event of the proposal that was looked at. */
    proposal: z.int().positive(),
    comment: Reason.meta({ examples: ['The executor has shown the account of the estate.'] }),
  })
  .meta({ id: 'BalanceChangeDecision' });
export type BalanceChangeDecision = z.infer<typeof BalanceChangeDecision>;

/** Proposes to write off what is owed, or to pay a credit back. Nothing moves before somebody else
 * approves it. Refuses `already-recorded` while another proposal waits, and `invalid-input` for more
 * than there is. */
export function proposeBalanceChange(
  account: ContributionAccount,
  { kind, pence, reason }: BalanceChangeProposed,
  { actor, today, event }: Moment,
): AccountDecision {
  if (account.proposal) {
    return refuse('already-recorded', 'Another proposal waits for its decision.');
  }
  const refused = refusalOfAmount(account, { kind, pence });
  if (refused) return refused;
  const proposal = { event, kind, pence, proposedBy: actor.id, proposedOn: today };
  return accept({
    type: 'balance-change-proposed',
    body: { ...proposal, reason },
    next: { ...account, proposal },
  });
}

function refusalOfAmount(
  { items, creditPence }: ContributionAccount,
  { kind, pence }: Pick<BalanceProposal, 'kind' | 'pence'>,
): Refused | undefined {
  const mostPence = kind === 'refund' ? creditPence : leftToPay(items);
  if (pence <= mostPence) return undefined;
  const what = kind === 'refund' ? 'in credit' : 'owed';
  return refuse('invalid-input', `Only ${formatPounds(mostPence)} is ${what}.`, '/pence');
}

export interface DecidedBalance extends AccountChange {
  /** What moves; undefined where it was rejected. */
  readonly moved: { readonly kind: BalanceProposal['kind']; readonly pence: Pence } | undefined;
}

/** The second key. Refuses `same-person` for whoever proposed it, `wrong-stage` without a proposal,
 * `version-stale` for another than the one that was looked at, and `invalid-input` where less is open by
 * now. */
export function decideBalanceChange(
  account: ContributionAccount,
  { verdict, proposal: event, comment }: BalanceChangeDecision,
  { actor }: Moment,
): Outcome<DecidedBalance> {
  const { proposal } = account;
  if (!proposal) return refuse('wrong-stage', 'Nothing waits for a decision.');
  if (proposal.event !== event) {
    return refuse('version-stale', `The proposal is now event ${proposal.event}.`, '/proposal');
  }
  const decided = { ...account, proposal: null };
  const body = { ...proposal, verdict, comment, rule: 'two keys' };
  if (verdict === 'rejected') {
    const type = 'balance-change-rejected';
    return accept({ type, body, next: decided, moved: undefined });
  }
  if (proposal.proposedBy === actor.id) {
    return refuse('same-person', 'Somebody other than who proposed it approves it.');
  }
  const { kind, pence } = proposal;
  const refused = refusalOfAmount(account, proposal);
  if (refused) return refused;
  const signed = kind === 'refund' ? -pence : pence;
  const moved =
    kind === 'refund'
      ? { ...decided, creditPence: decided.creditPence - pence }
      : withCredit(decided, pence);
  const receivedSincePence = account.receivedSincePence + signed;
  return accept({
    type: 'balance-change-approved',
    body,
    next: { ...moved, receivedSincePence },
    moved: { kind, pence },
  });
}
