import { balanced, LedgerEntry } from '../../../domain/ledger/ledger-entry.ts';
import { partition } from '../../table/keys.ts';
import type { Table, TableWrite } from '../../table/table.ts';

/** As the table gives it back, with the keys of its item. */
const StoredEntry = LedgerEntry.strip();

const prefix = 'LEDGER#';

function entryKey({
  agreementId,
  on,
  entryId,
}: Pick<LedgerEntry, 'agreementId' | 'on' | 'entryId'>) {
  return { pk: partition('agreement', agreementId), sk: `${prefix}${on}#${entryId}` };
}

/** Adds an entry to the ledger, in the transaction of what it is about. Throws where it does not
 * balance: nothing may move that the ledger cannot say. */
export function ledgerWrite(entry: LedgerEntry): TableWrite {
  const checked = balanced(entry);
  if (!checked.accepted) throw new Error(`${entry.entryId}: ${checked.refusal.detail}`);
  return { put: { ...entryKey(entry), schema: 1, ...entry }, onlyIf: ['absent'] };
}

/** One page of an agreement's entries, the latest first. */
export async function ledgerOfAgreement(
  table: Table,
  agreementId: string,
  { limit, after }: { readonly limit: number; readonly after?: AfterEntry | undefined },
): Promise<{ readonly entries: readonly LedgerEntry[]; readonly isMore: boolean }> {
  const page = await table.query({
    pk: partition('agreement', agreementId),
    beginsWith: prefix,
    newestFirst: true,
    limit,
    ...(after && { startAfter: { ...entryKey({ agreementId, ...after }) } }),
  });
  return {
    entries: page.items.map((item) => StoredEntry.parse(item)),
    isMore: page.next !== undefined,
  };
}

/** The entry that a list goes on after. */
export type AfterEntry = Pick<LedgerEntry, 'on' | 'entryId'>;
