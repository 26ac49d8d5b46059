import * as z from 'zod';
import { Reason } from '../../eligibility/decision.ts';
import { accept, refuse } from '../../outcome.ts';
import type { AccountDecision, ContributionAccount } from '../account-state.ts';
import { noReminders } from './open-items.ts';

/** What somebody found who looked at what a person owes. None of the ways on ends or lessens support:
 * the needs are the council's to meet whatever is owed (Care Act 2014 s18). */
export const DebtLookedAt = z
  .strictObject({
    /** Whether the charge is right, and what the person can pay. */
    means: Reason.meta({ examples: ['Her pension stopped in June: the charge is worked anew.'] }),
    /** Whether something in the person's life keeps them from paying, such as illness or abuse. */
    needs: Reason.meta({ examples: ['She cannot open her post since her fall.'] }),
    next: z.enum([
      'instalments-offered',
      'charge-looked-at-again',
      'help-with-money-arranged',
      'write-off-proposed',
      'remind-again',
      'recovered-under-s69',
    ]),
    reason: Reason.meta({ examples: ['The charge is put right first.'] }),
  })
  .meta({ id: 'DebtLookedAt' });
export type DebtLookedAt = z.infer<typeof DebtLookedAt>;

/** Records that a person looked at means and needs, before anything else is done about a debt (Care Act
 * 2014 s69; Care and Support Statutory Guidance, Annex D). Refuses `wrong-stage` where nobody was asked
 * to. */
export function lookAtDebt(account: ContributionAccount, input: DebtLookedAt): AccountDecision {
  if (account.lookAsked === null) return refuse('wrong-stage', 'Nobody was asked to look at it.');
  const reminders =
    input.next === 'remind-again' ? noReminders : { ...account.reminders, isStopped: true };
  return accept({
    type: 'debt-looked-at',
    body: input,
    next: { ...account, lookAsked: null, reminders },
  });
}
