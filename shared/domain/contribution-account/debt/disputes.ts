import * as z from 'zod';
import { CivilDate } from '../../calendar/civil-date.ts';
import { dueAfter } from '../../calendar/time-limit.ts';
import type { Moment } from '../../case/change.ts';
import { Reason } from '../../eligibility/decision.ts';
import { accept, type Outcome, refuse } from '../../outcome.ts';
import {
  type AccountChange,
  type ContributionAccount,
  type Dispute,
  disputesMax,
} from '../account-state.ts';
import type { BillingSettings } from './billing-settings.ts';

export const DisputeOpened = z
  .strictObject({
    /** The statements, by the first days of their periods. */
    statements: z.array(CivilDate).min(1).max(40),
    reason: Reason.meta({ examples: ['Nobody came on the first weekend.'] }),
  })
  .meta({ id: 'DisputeOpened' });
export type DisputeOpened = z.infer<typeof DisputeOpened>;

export const DisputeAnswer = z
  .strictObject({
    /** Whether the statements stand, are put right, or the person asks no more. */
    outcome: z.enum(['stands', 'put-right', 'withdrawn']),
    reasons: Reason.meta({
      examples: ['The notes of the visits show that somebody came on both days.'],
    }),
  })
  .meta({ id: 'DisputeAnswer' });
export type DisputeAnswer = z.infer<typeof DisputeAnswer>;

export interface DisputeChange extends AccountChange {
  readonly dispute: Dispute;
}

interface Opening {
  readonly disputeId: string;
  readonly openedBy: Dispute['openedBy'];
  readonly owner: string;
  readonly within: BillingSettings['disputeReviewWithin'];
  /** The statements that were told, by the first days of their periods: one that has been paid may be wrong
   * as well. */
  readonly told: readonly CivilDate[];
}

/** Holds the named statements while somebody looks into them: nobody is reminded of them. Refuses
 * `not-found` for a statement that was never told, `already-recorded` for one that is held, and
 * `limit-reached` where too much is looked into already. */
export function openDispute(
  account: ContributionAccount,
  { statements, reason }: DisputeOpened,
  { within, told, ...opening }: Opening,
  { today }: Moment,
): Outcome<DisputeChange> {
  if (account.disputes.length >= disputesMax) {
    return refuse('limit-reached', 'Much is looked into already: add this to one of those.');
  }
  for (const [place, name] of statements.entries()) {
    const pointer = `/statements/${place}`;
    if (!told.includes(name)) {
      return refuse('not-found', `There is no statement from ${name}.`, pointer);
    }
    if (account.disputes.some((held) => held.statements.includes(name))) {
      return refuse('already-recorded', `The statement from ${name} is looked into.`, pointer);
    }
  }
  const dispute: Dispute = {
    ...opening,
    statements,
    openedOn: today,
    reviewOn: dueAfter(today, within),
  };
  return accept({
    type: 'dispute-opened',
    body: { ...dispute, reason },
    next: { ...account, disputes: [...account.disputes, dispute] },
    dispute,
  });
}

/** Lifts the hold, with what came of it. What is still to be paid is due anew, so that nobody is reminded
 * of it before they have had the answer. What is put right comes as a credit of its own, from the care
 * that was reported or the charge. Refuses `not-found` where there is no such dispute. */
export function answerDispute(
  account: ContributionAccount,
  { disputeId, answer }: { readonly disputeId: string; readonly answer: DisputeAnswer },
  { payWithinDays }: Pick<BillingSettings, 'payWithinDays'>,
  { today, actor }: Moment,
): Outcome<DisputeChange> {
  const dispute = account.disputes.find((each) => each.disputeId === disputeId);
  if (!dispute) return refuse('not-found', 'There is no such dispute.');
  const again = dueAfter(today, { count: payWithinDays, unit: 'days' });
  const items = account.items.map((item) =>
    dispute.statements.includes(item.name) && item.dueOn < again ? { ...item, dueOn: again } : item,
  );
  return accept({
    type: 'dispute-answered',
    body: { ...answer, disputeId, statements: dispute.statements, answeredBy: actor.id },
    next: {
      ...account,
      items,
      disputes: account.disputes.filter((each) => each !== dispute),
    },
    dispute,
  });
}
