import * as z from 'zod';
import type {
  AgreementChange,
  AgreementState,
  ProposedAccount,
} from '../agreement/agreement-state.ts';
import { addDays } from '../calendar/civil-date.ts';
import type { Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { costLines } from '../ledger/entry-of-payment.ts';
import type { LedgerEntry, LedgerLine } from '../ledger/ledger-entry.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import type { AgreementHead } from '../payment/agreement-head.ts';
import {
  allOwedBack,
  type Reclaim,
  reclaimOfFinalAccount,
  settleOwed,
  withReclaim,
} from '../reclaim/reclaim-state.ts';

export const FinalAccountDecision = z
  .strictObject({
    verdict: z.enum(['approved', 'rejected']),
    /** The event of the proposal that was looked at. */
    proposal: z.int().positive(),
    comment: Reason.meta({ examples: ['Each line was compared with its evidence.'] }),
  })
  .meta({ id: 'FinalAccountDecision' });
export type FinalAccountDecision = z.infer<typeof FinalAccountDecision>;

export interface DecidedAccount extends AgreementChange {
  /** What payments do from now on; undefined where the account was rejected. */
  readonly head: AgreementHead | undefined;
  readonly settled: ProposedAccount | undefined;
  /** What is asked back from now on. */
  readonly owed: Reclaim | undefined;
}

/** The second key to a final account. Approved, it closes the agreement: no day is paid any more, and what
 * is owed is paid once by the next run, after a death too. Refuses `same-person` for whoever proposed it,
 * `wrong-stage` without a proposal or where what is paid has changed since, and `version-stale` for
 * another proposal than the one that was looked at. */
export function decideFinalAccount(
  agreement: AgreementState,
  about: {
    readonly head: AgreementHead;
    readonly input: FinalAccountDecision;
    readonly payWithinDays: number;
  },
  moment: Moment,
): Outcome<DecidedAccount> {
  const { head, input, payWithinDays } = about;
  const { verdict, proposal, comment } = input;
  const { finalAccount: proposed, ...rest } = agreement;
  if (!proposed || proposed.approvedBy !== null) {
    return refuse('wrong-stage', 'No final account waits for a decision.');
  }
  if (proposed.event !== proposal) {
    return refuse('version-stale', `The proposal is now event ${proposed.event}.`, '/proposal');
  }
  const body = {
    verdict,
    proposal,
    comment,
    balancePence: proposed.balancePence,
    rule: 'two keys',
  };
  if (verdict === 'rejected') {
    const type = 'final-account-rejected';
    return accept({ type, body, next: rest, head: undefined, settled: undefined, owed: undefined });
  }
  if (proposed.proposedBy === moment.actor.id) {
    return refuse('same-person', 'Somebody other than who proposed the account approves it.');
  }
  if (head.revision !== proposed.revision) {
    return refuse('wrong-stage', 'What is paid has changed since: propose the account again.');
  }
  const { setOffPence = 0, balancePence } = proposed;
  if (setOffPence > allOwedBack(agreement)) {
    return refuse('wrong-stage', 'What is owed back has changed: propose the account again.');
  }
  const settled = { ...proposed, approvedBy: moment.actor.id };
  const closed: AgreementState = {
    ...settleOwed(rest, { on: moment.today, pence: setOffPence, isSetOff: true }).next,
    status: 'closed',
    nextReview: null,
    payStop: null,
    finalAccount: settled,
  };
  const owed =
    balancePence < 0
      ? reclaimOfFinalAccount(settled, addDays(moment.today, payWithinDays))
      : undefined;
  return accept({
    type: 'final-account-approved',
    body: { ...body, ...(owed && { payBy: owed.payBy }) },
    next: owed ? withReclaim(closed, owed) : closed,
    head: settledHead(head, settled),
    settled,
    owed,
  });
}

/** All that was open is in the final account, and only that is still paid. */
function settledHead(head: AgreementHead, settled: ProposedAccount): AgreementHead {
  const { payStop: _ended, overpaidPence: _settled, overpaidCostPence: _too, ...rest } = head;
  return {
    ...rest,
    payUntil: settled.lastDay,
    oneOffs: [],
    withheld: [],
    returned: [],
    final: { owedPence: Math.max(0, settled.balancePence) },
    // Whoever proposed it approves no run that pays it.
    activatedBy: settled.proposedBy,
  };
}

/** The entry of a settled account: what its days and lines cost, what the bank had sent back, what settles
 * reclaims that were owed, and what is owed from now on, either way. Nothing where nothing was open. */
export function entryOfFinalAccount(
  entryId: string,
  { agreementId, costs }: AgreementHead,
  settled: ProposedAccount,
  on: string,
): LedgerEntry | undefined {
  const { costPence, contributionPence, returnedPence, balancePence, setOffPence = 0 } = settled;
  const owed = balancePence > 0 ? 'final-accounts' : 'reclaims-owed';
  const lines: readonly LedgerLine[] = [
    ...costLines(costPence, costs ? { costs } : {}),
    { account: 'contributions', costCentre: null, pence: -contributionPence },
    { account: 'returned-payments', costCentre: null, pence: returnedPence },
    { account: 'reclaims-owed', costCentre: null, pence: -setOffPence },
    { account: owed, costCentre: null, pence: -balancePence },
  ];
  const moved = lines.filter(({ pence }) => pence !== 0);
  if (moved.length === 0) return undefined;
  return {
    entryId,
    kind: 'final-account',
    agreementId,
    runId: null,
    paymentName: null,
    on,
    lines: moved,
    corrects: null,
  };
}
