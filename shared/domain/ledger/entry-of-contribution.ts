import type { CivilDate } from '../calendar/civil-date.ts';
import type { SignedPence } from '../money/pence.ts';
import type { LedgerAccount, LedgerEntry } from './ledger-entry.ts';

interface Moved {
  readonly entryId: string;
  readonly caseId: string;
  readonly on: CivilDate;
  readonly pence: SignedPence;
}

/** What a statement bills is owed from then on, and a credit is owed no more: nothing where it is neither. */
export function entryOfStatement(moved: Moved): LedgerEntry | undefined {
  if (moved.pence === 0) return undefined;
  return entryOf('contribution-statement', moved, ['contributions-owed', 'contributions']);
}

/** Money that came in for what is owed. */
export function entryOfReceipt(moved: Moved): LedgerEntry {
  return entryOf('contribution-received', moved, ['bank', 'contributions-owed']);
}

/** What two people gave up of what is owed. */
export function entryOfWriteOff(moved: Moved): LedgerEntry {
  return entryOf('contribution-written-off', moved, [
    'contributions-written-off',
    'contributions-owed',
  ]);
}

/** What was paid too much and goes back. */
export function entryOfRefund(moved: Moved): LedgerEntry {
  return entryOf('contribution-refunded', moved, ['contributions-owed', 'bank']);
}

function entryOf(
  kind: LedgerEntry['kind'],
  { entryId, caseId, on, pence }: Moved,
  [debit, credit]: readonly [debit: LedgerAccount, credit: LedgerAccount],
): LedgerEntry {
  return {
    entryId,
    kind,
    agreementId: null,
    contributionsOf: caseId,
    runId: null,
    paymentName: null,
    on,
    lines: [
      { account: debit, costCentre: null, pence },
      { account: credit, costCentre: null, pence: -pence },
    ],
    corrects: null,
  };
}
