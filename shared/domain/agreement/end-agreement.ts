import { addDays, type CivilDate } from '../calendar/civil-date.ts';
import type { CaseState } from '../case/case-state.ts';
import type { AgreementChange, AgreementState } from './agreement-state.ts';

/** The agreements that a new plan leaves behind, and the last day that they are paid for: the day
 * before the new plan starts. */
export function agreementsLeftBehind(
  before: CaseState,
  next: CaseState,
): { readonly agreementIds: readonly string[]; readonly lastDay: CivilDate } | undefined {
  if (!next.live) return undefined;
  const kept = next.live.parts.map(({ agreementId }) => agreementId);
  const agreementIds = (before.live?.parts ?? []).flatMap(({ agreementId }) =>
    agreementId === null || kept.includes(agreementId) ? [] : [agreementId],
  );
  return { agreementIds, lastDay: addDays(next.live.startedOn, -1) };
}

/** Ends an agreement whose part the new plan no longer holds as it was. */
export function endAgreement(agreement: AgreementState, lastDay: CivilDate): AgreementChange {
  return {
    type: 'agreement-ended',
    body: { lastDay, reason: 'superseded' },
    next: { ...agreement, status: 'closed', nextReview: null },
  };
}
