import type { CivilDate } from '../calendar/civil-date.ts';
import type { Pence, SignedPence } from '../money/pence.ts';
import type { AgreementHead } from '../payment/agreement-head.ts';
import { costLines } from './entry-of-payment.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/** What an entry about money that is asked back has in common with the others. */
export interface ReclaimEntry {
  readonly entryId: string;
  readonly agreementId: string;
  readonly on: CivilDate;
  readonly pence: Pence;
}

/** The entry of a reclaim on the day on which it is owed: the support has cost the council that much
 * less. */
export function entryOfReclaim(about: ReclaimEntry, costs: AgreementHead['costs']): LedgerEntry {
  return entry('reclaim', about, [
    { account: 'reclaims-owed', costCentre: null, pence: about.pence },
    ...costLines(-about.pence, costs ? { costs } : {}),
  ]);
}

/** The entry of what an organisation was paid for days after the last of an order and owes back, or, below
 * nothing, of what of it is owed no more. */
export function entryOfOwedBack(
  about: Omit<ReclaimEntry, 'pence'> & { readonly pence: SignedPence },
  of: Pick<AgreementHead, 'costs' | 'providerId'>,
): LedgerEntry {
  return entry('reclaim', about, [
    { account: 'reclaims-owed', costCentre: null, pence: about.pence },
    ...costLines(-about.pence, of),
  ]);
}

/** The entry of money that came back. */
export function entryOfReceipt(about: ReclaimEntry): LedgerEntry {
  return entry('reclaim-received', about, [
    { account: 'bank', costCentre: null, pence: about.pence },
    { account: 'reclaims-owed', costCentre: null, pence: -about.pence },
  ]);
}

/** The entry of what is given up: lost, or, where it was never owed, a cost of the support again. Below nothing,
 * of what is not lost after all. */
export function entryOfWriteOff(
  about: Omit<ReclaimEntry, 'pence'> & { readonly pence: SignedPence },
  cause: 'cannot-be-recovered' | 'challenge-upheld',
  of: Pick<AgreementHead, 'costs' | 'providerId'>,
): LedgerEntry {
  const isLost = cause === 'cannot-be-recovered';
  return entry('write-off', about, [
    ...(isLost
      ? [{ account: 'written-off', costCentre: null, pence: about.pence } as const]
      : costLines(about.pence, of)),
    { account: 'reclaims-owed', costCentre: null, pence: -about.pence },
  ]);
}

function entry(
  kind: LedgerEntry['kind'],
  { entryId, agreementId, on }: Omit<ReclaimEntry, 'pence'>,
  lines: LedgerEntry['lines'],
): LedgerEntry {
  const moved = lines.filter(({ pence }) => pence !== 0);
  return {
    entryId,
    kind,
    agreementId,
    runId: null,
    paymentName: null,
    on,
    lines: moved,
    corrects: null,
  };
}
