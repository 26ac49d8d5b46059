import type { Moment } from '../case/change.ts';
import { accept, type Outcome } from '../outcome.ts';
import type { AgreementHead } from '../payment/agreement-head.ts';
import type { Payment } from '../payment/payment.ts';
import {
  cameBack,
  type PaymentReturn,
  refusalOfReturn,
  returnRule,
} from '../payment/return-payment.ts';
import { refusedAccount } from '../provider/provider-account.ts';
import type { ProviderChange, ProviderState } from '../provider/provider-state.ts';
import type { OrderChange, OrderState } from './order-state.ts';

export interface ReturnedCare<P extends Payment> extends OrderChange {
  readonly payment: P;
  readonly head: AgreementHead;
  /** What it does to the provider; nothing where another account took the place of that one since. */
  readonly provider: ProviderChange | undefined;
}

interface PaidTo<P extends Payment> {
  readonly head: AgreementHead;
  readonly payment: P;
  readonly provider: ProviderState;
}

/** Records that the bank sent back what a provider was paid: the account counts as unchecked from then on, for
 * every order of that provider, and the next run that finds another checked one pays again what came
 * back. Refuses what a return refuses. */
export function returnCarePayment<P extends Payment & { account: { accountNumber: string } }>(
  order: OrderState,
  { head, payment, provider }: PaidTo<P>,
  input: PaymentReturn,
  moment: Moment,
): Outcome<ReturnedCare<P>> {
  const refused = refusalOfReturn(payment, input.on, moment);
  if (refused) return refused;
  const { name, amountPence } = payment;
  const body = { name, amountPence, ...input, rule: returnRule };
  return accept({
    ...cameBack({ head, payment }, input),
    type: 'order-payment-returned',
    body,
    next: order,
    provider: refusedAccount(provider, payment.account, input),
  });
}
