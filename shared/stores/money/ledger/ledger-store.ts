import { balanced, LedgerEntry } from '../../../domain/ledger/ledger-entry.ts';
import { partition } from '../../table/keys.ts';
import type { Table, TableWrite } from '../../table/table.ts';

/** As the table gives it back, with the keys of its item. */
const StoredEntry = LedgerEntry.strip();

const prefix = 'LEDGER#';

/** Whose books an entry stands in: an agreement's, or the contribution account of a case. */
type LedgerOwner = Pick<LedgerEntry, 'agreementId' | 'contributionsOf'>;

function bookOf({ agreementId, contributionsOf }: LedgerOwner): string {
  if (agreementId !== null) return partition('agreement', agreementId);
  if (contributionsOf !== undefined) return partition('contributions', contributionsOf);
  throw new Error('an entry of the ledger stands in no book');
}

function entryKey({ on, entryId, ...owner }: LedgerOwner & AfterEntry) {
  return { pk: bookOf(owner), sk: `${prefix}${on}#${entryId}` };
}

/** Adds an entry to the ledger, in the transaction of what it is about. Throws where it does not
 * balance: nothing may move that the ledger cannot say. */
export function ledgerWrite(entry: LedgerEntry): TableWrite {
  const checked = balanced(entry);
  if (!checked.accepted) throw new Error(`${entry.entryId}: ${checked.refusal.detail}`);
  return { put: { ...entryKey(entry), schema: 1, ...entry }, onlyIf: ['absent'] };
}

interface LedgerPage {
  readonly entries: readonly LedgerEntry[];
  readonly isMore: boolean;
}

interface AskedPage {
  readonly limit: number;
  readonly after?: AfterEntry | undefined;
}

/** One page of an agreement's entries, the latest first. */
export function ledgerOfAgreement(
  table: Table,
  agreementId: string,
  asked: AskedPage,
): Promise<LedgerPage> {
  return pageOf(table, { agreementId }, asked);
}

async function pageOf(
  table: Table,
  owner: LedgerOwner,
  { limit, after }: AskedPage,
): Promise<LedgerPage> {
  const page = await table.query({
    pk: bookOf(owner),
    beginsWith: prefix,
    newestFirst: true,
    limit,
    ...(after && { startAfter: { ...entryKey({ ...owner, ...after }) } }),
  });
  return {
    entries: page.items.map((item) => StoredEntry.parse(item)),
    isMore: page.next !== undefined,
  };
}

/** The entry that a list goes on after. */
export type AfterEntry = Pick<LedgerEntry, 'on' | 'entryId'>;
