import * as z from 'zod';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import {
  AskedInstalments,
  Instalments,
} from '#shared/domain/contribution-account/account-state.ts';
import { contributionLaw } from '#shared/domain/contribution-account/contribution-law.ts';
import { explainAccount } from '#shared/domain/contribution-account/debt/explain-account.ts';
import { SignedPence } from '#shared/domain/money/pence.ts';
import { AccountAnswer } from '../change-account.ts';

const MyInstalments = Instalments.omit({ agreedBy: true, covers: true }).meta({
  id: 'MyInstalments',
});
const MyInstalmentsAsked = AskedInstalments.omit({ event: true }).meta({
  id: 'MyInstalmentsAsked',
});

/** What a person sees of their own contribution account. */
export const MyAccount = AccountAnswer.pick({ caseId: true, items: true })
  .extend({
    /** What is to be paid in all; below 0 it is their credit. */
    balancePence: SignedPence,
    instalments: MyInstalments.nullable(),
    /** What they asked to pay bit by bit and wait to hear of. */
    instalmentsAsked: MyInstalmentsAsked.nullable(),
    /** The statements that are being looked into, which need not be paid meanwhile. */
    lookedInto: z.array(z.strictObject({ statements: z.array(CivilDate), reviewOn: CivilDate })),
    /** All this in sentences, and the rule behind it. */
    explanation: z.array(z.string()),
    rule: z.string(),
  })
  .meta({ id: 'MyContributionAccount' });

type Shown = Pick<
  z.infer<typeof AccountAnswer>,
  | 'caseId'
  | 'items'
  | 'creditPence'
  | 'instalments'
  | 'instalmentsAsked'
  | 'debt'
  | 'disputes'
  | 'on'
>;

export function showMine(account: Shown): z.infer<typeof MyAccount> {
  const { caseId, items, instalments, instalmentsAsked, debt, disputes, on } = account;
  return {
    caseId,
    items,
    instalments: instalments && MyInstalments.strip().parse(instalments),
    instalmentsAsked: instalmentsAsked ? MyInstalmentsAsked.strip().parse(instalmentsAsked) : null,
    balancePence: debt.balancePence,
    lookedInto: disputes.map(({ statements, reviewOn }) => ({ statements, reviewOn })),
    explanation: [...explainAccount(account, on)],
    rule: contributionLaw('debt', on),
  };
}
