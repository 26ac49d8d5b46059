import { addDays, type CivilDate } from '../calendar/civil-date.ts';
import type { CaseState } from '../case/case-state.ts';
import type { AgreementState } from './agreement-state.ts';

/** An agreement whose final account two people settled after a death. */
export interface SettledAfterDeath {
  readonly agreementId: string;
  readonly lastDay: CivilDate;
}

/** The last day that was settled, of an agreement that nothing but a death ended; one that had ended besides
 * stays ended. */
export function settledAfterDeath(
  agreementId: string,
  { finalAccount, endsOn }: AgreementState,
): SettledAfterDeath | undefined {
  const isSettled = finalAccount !== undefined && finalAccount.approvedBy !== null;
  return isSettled && endsOn === undefined
    ? { agreementId, lastDay: finalAccount.lastDay }
    : undefined;
}

/** A case whose person did not die, and whose direct payments were settled as if they had: what is settled
 * stays so, and a new agreement is asked for that pays from the day after. What the plan buys once was in the
 * account, and is bought by no other. */
export function beginAnew(state: CaseState, settled: readonly SettledAfterDeath[]): CaseState {
  const { live, plan } = state;
  if (!live || settled.length === 0) return state;
  const lastDayOf = new Map(settled.map(({ agreementId, lastDay }) => [agreementId, lastDay]));
  const parts = live.parts.map((part) => {
    const lastDay = lastDayOf.get(part.agreementId ?? '');
    if (lastDay === undefined) return part;
    const boughtOnce = (part.boughtOnce ?? []).map((each) => ({
      ...each,
      isElsewhere: true as const,
    }));
    return { ...part, agreementId: null, paidFrom: addDays(lastDay, 1), boughtOnce };
  });
  const planned = plan?.parts.map((part) =>
    lastDayOf.has(part.agreementId ?? '') ? { ...part, agreementId: null } : part,
  );
  return {
    ...state,
    live: { ...live, parts },
    ...(plan && planned && { plan: { ...plan, parts: planned } }),
  };
}
