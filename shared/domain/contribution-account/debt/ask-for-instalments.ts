import * as z from 'zod';
import { dueAfter } from '../../calendar/time-limit.ts';
import type { Moment } from '../../case/change.ts';
import { Reason } from '../../eligibility/decision.ts';
import { formatPounds } from '../../money/pence.ts';
import { accept, refuse } from '../../outcome.ts';
import {
  type AccountDecision,
  type AskedInstalments,
  type ContributionAccount,
  leftToPay,
} from '../account-state.ts';
import { contributionLaw } from '../contribution-law.ts';
import type { BillingSettings } from './billing-settings.ts';
import { InstalmentsAgreed, refusalOfSmall } from './instalments.ts';
import { undisputed } from './open-items.ts';

/** What the person can pay, and how often; why they cannot pay more, where they wish to say. */
export const InstalmentsAsked = InstalmentsAgreed.pick({ instalmentPence: true, every: true })
  .extend({ reason: Reason.optional() })
  .meta({
    id: 'InstalmentsAsked',
    examples: [{ instalmentPence: 2000, every: 'four-weeks', reason: 'My heating costs more.' }],
  });
export type InstalmentsAsked = z.infer<typeof InstalmentsAsked>;

export const InstalmentsRefused = z
  .strictObject({ reasons: Reason.meta({ examples: ['Your charge is put right first.'] }) })
  .meta({ id: 'InstalmentsRefused' });
export type InstalmentsRefused = z.infer<typeof InstalmentsRefused>;

/** Asks to pay bit by bit what is owed, new statements beside earlier instalments among it. Nobody is
 * reminded before finance has answered (Care and Support Statutory Guidance, Annex D). Refuses, in words
 * for the person, `already-recorded` while they wait for an answer, `wrong-stage` where nothing is owed,
 * and `invalid-input` for instalments that would take more than ten years. */
export function askForInstalments(
  account: ContributionAccount,
  { instalmentPence, every, reason }: InstalmentsAsked,
  { disputeReviewWithin }: Pick<BillingSettings, 'disputeReviewWithin'>,
  { today, event }: Moment,
): AccountDecision {
  const { instalmentsAsked, ended } = account;
  if (instalmentsAsked) {
    const detail = `You have asked us already. We answer by ${instalmentsAsked.answerBy}.`;
    return refuse('already-recorded', detail);
  }
  if (ended?.because === 'death') {
    return refuse('death-recorded', 'The person has died: call us, and we settle it with you.');
  }
  const owedPence = leftToPay(undisputed(account));
  if (owedPence === 0) return refuse('wrong-stage', 'There is nothing for you to pay now.');
  const small = refusalOfSmall(instalmentPence, owedPence);
  if (small) return small;
  const answerBy = dueAfter(today, disputeReviewWithin);
  const asked: AskedInstalments = { event, askedOn: today, answerBy, instalmentPence, every };
  return accept({
    type: 'instalments-asked',
    body: {
      ...asked,
      owedPence,
      ...(reason !== undefined && { reason }),
      rule: contributionLaw('debt', today),
    },
    next: { ...account, instalmentsAsked: asked },
  });
}

/** Answers that it stays as it is, with the reasons. A reminder comes no sooner than if one had been sent
 * today. Refuses `wrong-stage` where nobody asked. */
export function refuseInstalments(
  account: ContributionAccount,
  { reasons }: InstalmentsRefused,
  { today }: Moment,
): AccountDecision {
  const { instalmentsAsked: asked, ...answered } = account;
  if (!asked) return refuse('wrong-stage', 'Nobody has asked for instalments.');
  const reminders = { ...account.reminders, lastOn: today };
  return accept({
    type: 'instalments-refused',
    body: { asked, reasons, rule: contributionLaw('debt', today) },
    next: { ...answered, reminders },
  });
}

/** What was agreed, in sentences for the person. */
export function agreedInWords({
  instalmentPence,
  every,
  firstOn,
}: Pick<InstalmentsAgreed, 'instalmentPence' | 'every' | 'firstOn'>): readonly string[] {
  const often = every === 'month' ? 'every month' : 'every four weeks';
  return [
    `You pay ${formatPounds(instalmentPence)} ${often}, from ${firstOn}.`,
    'We send no reminders while you keep to this. It does not cover statements that come later.',
  ];
}
