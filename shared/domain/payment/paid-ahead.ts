import type { AgreementHead } from './agreement-head.ts';
import type { Payment } from './payment.ts';
import { owedBackOf, recoverFrom } from './worth/differences.ts';

/** A payment on a service order that is over, less what its organisation was paid for later days, as far as it
 * goes: no care depends on what follows the last day, so that nothing of it is left. */
export function lessPaidAhead(
  payment: Payment,
  head: AgreementHead,
): { readonly payment: Payment; readonly head: AgreementHead } {
  if (head.providerId === undefined || owedBackOf(head).pence === 0) return { payment, head };
  const { taken, head: left } = recoverFrom(head, payment.amountPence, 100);
  const { pence, costPence } = payment.recovered ?? { pence: 0, costPence: 0 };
  return {
    payment: {
      ...payment,
      amountPence: payment.amountPence - taken.pence,
      recovered: { pence: pence + taken.pence, costPence: costPence + taken.costPence },
    },
    head: left,
  };
}
