import { reviewAgreement } from '#shared/domain/agreement/review-agreement.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { Actor } from '#shared/domain/case/change.ts';
import type { ReviewHeld } from '#shared/domain/review/review-input.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { besideCaseWrite } from '../personal-budget/change-beside-case.ts';
import type { Ports } from '../ports.ts';

/** Moves the review date of each direct payment that the review of the plan looked at. */
export async function reviewAgreementsWrites(
  before: CaseState,
  { heldOn, directPayment }: ReviewHeld,
  by: { readonly actor: Actor; readonly at: string },
  ports: Pick<Ports, 'agreements'>,
): Promise<readonly TableWrite[]> {
  if (directPayment === null) return [];
  const agreementIds = (before.live?.parts ?? []).flatMap(({ agreementId }) => agreementId ?? []);
  const agreements = await Promise.all(agreementIds.map((id) => ports.agreements.last(id)));
  return agreements.flatMap((last) => {
    const change = last && reviewAgreement(last.after, { heldOn, ...directPayment });
    return last && change ? [besideCaseWrite(last, change, by, ports)] : [];
  });
}
