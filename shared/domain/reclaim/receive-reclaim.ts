import * as z from 'zod';
import type { AgreementDecision, AgreementState } from '../agreement/agreement-state.ts';
import { CivilDate } from '../calendar/civil-date.ts';
import type { Moment } from '../case/change.ts';
import { EnteredPence } from '../money/pence.ts';
import { withLateFigure } from '../monitoring/account-figures.ts';
import { accept, refuse } from '../outcome.ts';
import { moreThan } from './propose-reclaim.ts';
import { allOwedBack, settleOwed } from './reclaim-state.ts';

export const ReclaimReceipt = z
  .strictObject({
    pence: EnteredPence.min(1),
    /** The day on which it was on the council's account. */
    on: CivilDate,
    /** What the bank's statement says, by which it is never counted twice. */
    reference: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .meta({ examples: ['BGC 4711'] }),
    paidBy: z.enum(['payee', 'estate', 'other']),
  })
  .meta({ id: 'ReclaimReceipt' });
export type ReclaimReceipt = z.infer<typeof ReclaimReceipt>;

/** Records that money came back. What was owed first is settled first. Refuses `invalid-input` for a day to
 * come, and `above-what-is-owed`: what nobody owes is given back, not kept. */
export function receiveReclaim(
  agreement: AgreementState,
  receipt: ReclaimReceipt,
  moment: Moment,
): AgreementDecision {
  const { pence, on } = receipt;
  if (on > moment.today) return refuse('invalid-input', 'Record it when it has come.', '/on');
  const above = moreThan(pence, allOwedBack(agreement), 'is owed');
  if (above) return above;
  const { next, settled } = settleOwed(agreement, { on, pence });
  const { monitoring } = next;
  return accept({
    type: 'reclaim-received',
    body: { ...receipt, settled },
    next: {
      ...next,
      ...(monitoring && { monitoring: withLateFigure(monitoring, { on, paidBackPence: pence }) }),
    },
  });
}
