import * as z from 'zod';
import { addDays, CivilDate } from '../../calendar/civil-date.ts';
import type { Moment } from '../../case/change.ts';
import { Reason } from '../../eligibility/decision.ts';
import { EnteredPence, Pence } from '../../money/pence.ts';
import { accept, type Outcome, refuse } from '../../outcome.ts';
import type { AccountChange, ContributionAccount } from '../account-state.ts';
import { paidInto, takenOutOf } from './instalments.ts';
import { withCredit, withDebit } from './open-items.ts';

/** The line of the bank or the till that a payment came in by: there is one posting of each, for ever. */
export const ReceiptReference = z
  .string()
  .regex(/^[A-Za-z0-9-]{4,40}$/, 'Four to forty letters, digits and hyphens.')
  .meta({ id: 'ReceiptReference', examples: ['BANK-2026-04-06-0014'] });
export type ReceiptReference = z.infer<typeof ReceiptReference>;

export const ReceiptPosted = z
  .strictObject({
    reference: ReceiptReference,
    pence: EnteredPence.min(1),
    receivedOn: CivilDate,
    method: z.enum(['bank-transfer', 'direct-debit', 'card', 'cheque', 'cash']),
  })
  .meta({ id: 'ReceiptPosted' });
export type ReceiptPosted = z.infer<typeof ReceiptPosted>;

export const ReceiptTakenBack = z
  .strictObject({ reason: Reason.meta({ examples: ['The cheque was not honoured.'] }) })
  .meta({ id: 'ReceiptTakenBack' });
export type ReceiptTakenBack = z.infer<typeof ReceiptTakenBack>;

/** A payment that came in, as it is kept under its reference. */
export const Receipt = z.object({
  reference: ReceiptReference,
  caseId: z.string(),
  pence: Pence,
  receivedOn: CivilDate,
  state: z.enum(['posted', 'taken-back']),
});
export type Receipt = z.infer<typeof Receipt>;

export interface ReceiptChange extends AccountChange {
  readonly receipt: Receipt;
}

/** Posts what came in: it pays the oldest first. Refuses `invalid-input` for a day to come. */
export function receivePayment(
  account: ContributionAccount,
  caseId: string,
  posted: ReceiptPosted,
  { today }: Moment,
): Outcome<ReceiptChange> {
  if (posted.receivedOn > today) {
    return refuse('invalid-input', 'That day is still to come.', '/receivedOn');
  }
  const { reference, pence, receivedOn } = posted;
  const paid = withCredit(account, pence);
  const receivedSincePence = account.receivedSincePence + pence;
  return accept({
    type: 'payment-received',
    body: posted,
    next: { ...paid, instalments: paidInto(paid, pence, today), receivedSincePence },
    receipt: { reference, caseId, pence, receivedOn, state: 'posted' },
  });
}

/** Takes back a payment that never came, or was another person's: what it paid is to be paid again.
 * Refuses `not-found` for a payment of another account, and `already-recorded` for one taken back. */
export function takeBackPayment(
  account: ContributionAccount,
  { receipt, caseId, reason }: { receipt: Receipt | undefined; caseId: string; reason: string },
  payWithinDays: number,
  { today }: Moment,
): Outcome<ReceiptChange> {
  if (receipt?.caseId !== caseId) return refuse('not-found', 'No such payment was posted here.');
  if (receipt.state === 'taken-back') {
    return refuse('already-recorded', 'This payment has been taken back.');
  }
  const { reference, pence } = receipt;
  const dueOn = addDays(today, payWithinDays);
  const item = { name: reference, kind: 'payment-taken-back', dueOn, pence } as const;
  const receivedSincePence = account.receivedSincePence - pence;
  return accept({
    type: 'payment-taken-back',
    body: { reference, pence, reason },
    next: {
      ...withDebit(account, item),
      instalments: takenOutOf(account.instalments, pence),
      receivedSincePence,
    },
    receipt: { ...receipt, state: 'taken-back' },
  });
}
