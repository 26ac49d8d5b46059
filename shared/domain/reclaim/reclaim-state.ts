import * as z from 'zod';
import type { AgreementState } from '../agreement/agreement-state.ts';
import { CivilDate } from '../calendar/civil-date.ts';
import { EnteredPence, Pence, sumPence } from '../money/pence.ts';

/** Why money is asked back: more stands on the account than may, it was not spent as agreed, or a final
 * account found that it is owed. */
export const reclaimKinds = ['surplus', 'not-as-agreed', 'final-account'] as const;

/** How money comes back: the payee pays it, or it is taken off the next payments. */
export const recoveries = ['paid-back', 'from-payments'] as const;

/** Why what is owed is given up: nobody can or should pay it, or it was never owed. */
export const writeOffCauses = ['cannot-be-recovered', 'challenge-upheld'] as const;

/** What one person proposes to give up of what is owed. */
export const ProposedWriteOff = z.strictObject({
  event: z.int().positive(),
  pence: EnteredPence.min(1),
  cause: z.enum(writeOffCauses),
  proposedBy: z.string(),
});
export type ProposedWriteOff = z.infer<typeof ProposedWriteOff>;

/** Money that is asked back from a payee, or from an estate, in pence. */
export const Reclaim = z
  .strictObject({
    /** The event that proposed it, which is also its name. */
    event: z.int().positive(),
    kind: z.enum(reclaimKinds),
    pence: EnteredPence.min(1),
    /** `proposed` until a second person has confirmed it; `taken-off` where the next payments, and the
     * final account, bring it in; `settled` once nothing of it is owed. */
    status: z.enum(['proposed', 'owed', 'taken-off', 'settled']),
    /** How it comes back: absent for what a final account found. */
    recovery: z.enum(recoveries).exactOptional(),
    proposedBy: z.string(),
    /** What the payee will be told of it, kept until they are. */
    explanation: z.array(z.string()).exactOptional(),
    /** The return that showed it. */
    return: z.int().positive().exactOptional(),
    /** The day by whose end it is to be paid, once it is owed. */
    payBy: CivilDate.nullable(),
    /** How it falls to cost centres, in pence that only their proportion counts of. */
    costs: z.record(z.string(), Pence).exactOptional(),
    receipts: z.array(
      z.strictObject({
        on: CivilDate,
        pence: Pence,
        /** Only where nobody paid it in: what a final account owes was kept for it. */
        isSetOff: z.literal(true).exactOptional(),
      }),
    ),
    writtenOffPence: Pence,
    /** What one person proposes to give up. */
    writeOff: ProposedWriteOff.exactOptional(),
  })
  .meta({ id: 'Reclaim' });
export type Reclaim = z.infer<typeof Reclaim>;

/** All that was asked back. What a final account found that was settled before reclaims were kept is owed
 * as well. */
export function reclaimsOf({ reclaims, finalAccount }: AgreementState): readonly Reclaim[] {
  if (reclaims) return reclaims;
  if (!finalAccount || finalAccount.approvedBy === null) return [];
  return finalAccount.balancePence < 0 ? [reclaimOfFinalAccount(finalAccount)] : [];
}

export function reclaimOfFinalAccount(
  account: {
    readonly event: number;
    readonly balancePence: number;
    readonly proposedBy: string;
  },
  payBy: CivilDate | null = null,
): Reclaim {
  return {
    event: account.event,
    kind: 'final-account',
    pence: -account.balancePence,
    status: 'owed',
    proposedBy: account.proposedBy,
    payBy,
    receipts: [],
    writtenOffPence: 0,
  };
}

/** What of a reclaim is still owed, in pence. */
export function owedOf({ status, pence, receipts, writtenOffPence }: Reclaim): Pence {
  if (status !== 'owed') return 0;
  return pence - sumPence(receipts.map((each) => each.pence)) - writtenOffPence;
}

/** Something of a reclaim is owed after the day by which it was to be paid. */
export function isLate(reclaim: Reclaim, today: CivilDate): boolean {
  return owedOf(reclaim) > 0 && reclaim.payBy !== null && reclaim.payBy < today;
}

/** The agreement with a reclaim that has changed, which is settled once nothing of it is owed. */
export function withReclaim(agreement: AgreementState, changed: Reclaim): AgreementState {
  const status = changed.status === 'owed' && owedOf(changed) === 0 ? 'settled' : changed.status;
  const all = reclaimsOf(agreement);
  const isNew = all.every(({ event }) => event !== changed.event);
  const settled = { ...changed, status };
  const reclaims = isNew
    ? [...all, settled]
    : all.map((each) => (each.event === changed.event ? settled : each));
  return { ...agreement, reclaims };
}

export function findReclaim(agreement: AgreementState, event: number): Reclaim | undefined {
  return reclaimsOf(agreement).find((each) => each.event === event);
}

/** All that is owed back of an agreement, in pence. */
export function allOwedBack(agreement: AgreementState): Pence {
  return sumPence(reclaimsOf(agreement).map(owedOf));
}

/** The agreement once so much of what it owes is settled, what was owed first before the rest, and what of
 * each reclaim that is. */
export function settleOwed(
  agreement: AgreementState,
  { pence, ...receipt }: Reclaim['receipts'][number],
): {
  readonly next: AgreementState;
  readonly settled: readonly { readonly reclaim: number; readonly pence: Pence }[];
} {
  let left = pence;
  let next = agreement;
  const settled: { readonly reclaim: number; readonly pence: Pence }[] = [];
  for (const reclaim of reclaimsOf(agreement)) {
    const part = Math.min(left, owedOf(reclaim));
    if (part === 0) continue;
    const receipts = [...reclaim.receipts, { ...receipt, pence: part }];
    next = withReclaim(next, { ...reclaim, receipts });
    settled.push({ reclaim: reclaim.event, pence: part });
    left -= part;
  }
  return { next, settled };
}
