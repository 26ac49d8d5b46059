import type { AgreementState } from '../agreement/agreement-state.ts';
import { type Pence, sumPence } from '../money/pence.ts';
import type { AgreementHead } from '../payment/agreement-head.ts';
import { owedBackOf } from '../payment/worth/differences.ts';
import { owedOf, reclaimsOf } from './reclaim-state.ts';

/** What was asked back of what stood on the payee's account and has not come back, in pence: owed, or still
 * to be taken off payments. */
export function surplusNotBack(agreement: AgreementState, head: AgreementHead): Pence {
  const surpluses = reclaimsOf(agreement).filter(({ kind }) => kind === 'surplus');
  const takenOff = surpluses.filter(({ status }) => status === 'taken-off');
  const asked = sumPence(takenOff.map(({ pence, writtenOffPence }) => pence - writtenOffPence));
  return sumPence(surpluses.map(owedOf)) + Math.min(asked, owedBackOf(head).pence);
}
