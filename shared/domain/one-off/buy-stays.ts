import type { CaseState } from '../case/case-state.ts';
import type { CaseChange } from '../case/change.ts';
import type { CareHomeStay } from '../plan/spending/care-home-stay.ts';

/** Keeps the stays in a care home that a payment beside the plan buys where every later purchase is held
 * against them: the limit is the person's, not the agreement's (SI 2014/2871). */
export function buyStays(
  state: CaseState,
  bought: {
    readonly agreementId: string;
    readonly event: number;
    readonly stays: readonly CareHomeStay[];
  },
): CaseChange {
  const { agreementId, event, stays } = bought;
  return {
    type: 'care-home-stay-bought',
    body: { agreementId, asked: event, careHomeStays: stays },
    next: { ...state, careHomeStays: [...(state.careHomeStays ?? []), ...stays] },
  };
}
