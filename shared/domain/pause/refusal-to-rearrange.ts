import type { AgreementState } from '../agreement/agreement-state.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import type { AgreementHead } from '../payment/agreement-head.ts';

/** The payments of an agreement whose days may still be arranged in another way: it is paid, and neither a
 * death nor the end of its case has left the rest to its final account. */
export function refusalToRearrange(
  { status }: AgreementState,
  head: AgreementHead | undefined,
): Outcome<AgreementHead> {
  if (!head) return refuse('wrong-stage', 'Nothing is paid to this agreement yet.');
  if (head.payStop?.kind === 'death') {
    return refuse('death-recorded', 'After a death the final account says what is owed.');
  }
  if (head.payStop?.kind === 'case-ended') {
    return refuse('payment-stopped', 'The case has ended: the final account says what is owed.');
  }
  return status === 'closed' || head.final
    ? refuse('wrong-stage', 'The agreement has ended.')
    : accept(head);
}
