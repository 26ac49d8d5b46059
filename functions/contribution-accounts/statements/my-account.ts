import * as z from 'zod';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { SignedPence } from '#shared/domain/money/pence.ts';
import { AccountAnswer } from '../change-account.ts';

/** What a person sees of their own contribution account. */
export const MyAccount = AccountAnswer.pick({ caseId: true, items: true, instalments: true })
  .extend({
    /** What is to be paid in all; below 0 it is their credit. */
    balancePence: SignedPence,
    /** The statements that are being looked into, which need not be paid meanwhile. */
    lookedInto: z.array(z.strictObject({ statements: z.array(CivilDate), reviewOn: CivilDate })),
  })
  .meta({ id: 'MyContributionAccount' });

type Shown = Pick<
  z.infer<typeof AccountAnswer>,
  'caseId' | 'items' | 'instalments' | 'debt' | 'disputes'
>;

export function showMine(account: Shown): z.infer<typeof MyAccount> {
  const { caseId, items, instalments, debt, disputes } = account;
  return {
    caseId,
    items,
    instalments,
    balancePence: debt.balancePence,
    lookedInto: disputes.map(({ statements, reviewOn }) => ({ statements, reviewOn })),
  };
}
