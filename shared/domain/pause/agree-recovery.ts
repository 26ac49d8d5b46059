import * as z from 'zod';
import type { AgreementState } from '../agreement/agreement-state.ts';
import { CivilDate } from '../calendar/civil-date.ts';
import type { Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import type { AgreementHead } from '../payment/agreement-head.ts';
import type { RearrangedDays } from './pause-payments.ts';
import { refusalToRearrange } from './refusal-to-rearrange.ts';

export const RecoveryTerms = z
  .strictObject({
    /** How many in a hundred of each payment are taken off at most. */
    percent: z.int().min(0).max(100),
    /** The day on which the payee agreed to it. */
    agreedOn: CivilDate,
    reason: Reason,
  })
  .meta({ id: 'RecoveryTerms' });
export type RecoveryTerms = z.infer<typeof RecoveryTerms>;

/** Records how fast the payee agreed to give back what was paid too much, in place of the council's own
 * setting: faster, or slower where care would suffer. Refuses `invalid-input` for a day to come, and
 * whatever a change of paid days refuses. */
export function agreeOnRecovery(
  agreement: AgreementState,
  head: AgreementHead | undefined,
  input: RecoveryTerms,
  moment: Moment,
): Outcome<RearrangedDays> {
  const payable = refusalToRearrange(agreement, head);
  if (!payable.accepted) return payable;
  if (input.agreedOn > moment.today) {
    return refuse('invalid-input', 'Record this when the payee has agreed.', '/agreedOn');
  }
  const { overpaidPence = 0 } = payable.value;
  return accept({
    type: 'recovery-agreed',
    body: { ...input, overpaidPence },
    next: agreement,
    head: { ...payable.value, recoveryPercent: input.percent },
  });
}
