import type { CivilDate } from '../calendar/civil-date.ts';
import type { CaseState } from '../case/case-state.ts';
import type { CaseChange } from '../case/change.ts';
import { paymentLaw } from '../payment/payment-law.ts';

/** Tells the case that a direct payment was ended, which the person is told in writing, and takes the agreement
 * off the plan: a later plan asks anew, with every condition answered again. The live plan keeps it, because it
 * is paid until its day. Nothing for a case that has ended. */
export function withoutAgreement(
  state: CaseState,
  agreementId: string,
  ended: { readonly lastDay: string; readonly reason: string; readonly today: CivilDate },
): CaseChange | undefined {
  if (state.status === 'closed') return undefined;
  const { lastDay, reason, today } = ended;
  const { plan } = state;
  const parts = plan?.parts.map((part) =>
    part.agreementId === agreementId ? { ...part, agreementId: null } : part,
  );
  return {
    type: 'direct-payment-ended',
    body: { agreementId, on: lastDay, reason, rule: paymentLaw('end', today) },
    next: { ...state, plan: plan && parts ? { ...plan, parts } : plan },
  };
}
