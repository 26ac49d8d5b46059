import type { CivilDate } from '../calendar/civil-date.ts';
import type { CaseState } from '../case/case-state.ts';
import type { CaseChange } from '../case/change.ts';

interface Part {
  readonly agreementId: string | null;
}

/** Takes an agreement that was ended off the parts of the plan, so that a direct payment may be asked for anew,
 * with every condition answered again. The case keeps its id: what is still owed belongs to the case. Nothing
 * for an agreement that no part names any more. */
export function withoutAgreement(
  state: CaseState,
  agreementId: string,
  lastDay: CivilDate,
): CaseChange | undefined {
  const { plan, live } = state;
  if (state.status === 'closed') return undefined;
  const isNamed = [...(plan?.parts ?? []), ...(live?.parts ?? [])].some(
    (part) => part.agreementId === agreementId,
  );
  if (!isNamed) return undefined;
  const taken = <P extends Part>(parts: readonly P[]) =>
    parts.map((part) => (part.agreementId === agreementId ? { ...part, agreementId: null } : part));
  return {
    type: 'direct-payment-ended',
    body: { agreementId, lastDay, rule: 'Care Act 2014 s31, s33' },
    next: {
      ...state,
      plan: plan && { ...plan, parts: taken(plan.parts) },
      live: live && { ...live, parts: taken(live.parts) },
    },
  };
}
