import type { CivilDate } from '../../../domain/calendar/civil-date.ts';
import { balanced, LedgerEntry, type RunEntry } from '../../../domain/ledger/ledger-entry.ts';
import { everyItem } from '../../table/every-item.ts';
import { partition } from '../../table/keys.ts';
import type { Item, Table, TableWrite } from '../../table/table.ts';
import { spentOutsideWrite } from '../cost-centres/spent-store.ts';

/** As the table gives it back, with the keys of its item. */
export const StoredEntry = LedgerEntry.strip();

const prefix = 'LEDGER#';

/** Whose books an entry stands in: an agreement's, or the contribution account of a case. */
type LedgerOwner = Pick<LedgerEntry, 'agreementId' | 'contributionsOf'>;

function bookOf({ agreementId, contributionsOf }: LedgerOwner): string {
  if (agreementId !== null) return partition('agreement', agreementId);
  if (contributionsOf !== undefined) return partition('contribution-account', contributionsOf);
  throw new Error('an entry of the ledger stands in no book');
}

function entryKey({ on, entryId, ...owner }: LedgerOwner & AfterEntry) {
  return { pk: bookOf(owner), sk: `${prefix}${on}#${entryId}` };
}

/** Adds an entry of a run to the ledger, in the transaction of what it is about; what moves outside a run
 * is booked instead (`bookedWrites`). Throws where it does not balance: nothing may move that the ledger
 * cannot say. */
export function ledgerWrite(entry: RunEntry): TableWrite {
  return entryWrite(entry);
}

/** Books what moves outside a run, in the transaction of what it is about: the entry, in sight of the journal
 * of the day on which it is booked, and what it costs cost centres. An entry may be of an earlier day than
 * that; the journal of a day that is over stays as it was. */
export function bookedWrites(entry: LedgerEntry, bookedOn: CivilDate): readonly TableWrite[] {
  if (entry.runId !== null) throw new Error(`${entry.entryId} is in the journal of its run`);
  const spent = entry.lines.some(({ costCentre }) => costCentre !== null);
  return [
    entryWrite(entry, { gsi1pk: journalOf(bookedOn), gsi1sk: entry.entryId }),
    ...(spent ? [spentOutsideWrite(entry, bookedOn)] : []),
  ];
}

function entryWrite(
  entry: LedgerEntry,
  inSight: Readonly<Record<string, string>> = {},
): TableWrite {
  const checked = balanced(entry);
  if (!checked.accepted) throw new Error(`${entry.entryId}: ${checked.refusal.detail}`);
  return { put: { ...entryKey(entry), schema: 1, ...entry, ...inSight }, onlyIf: ['absent'] };
}

const journals = 'JOURNAL#';

function journalOf(bookedOn: CivilDate): string {
  return `${journals}${bookedOn}`;
}

/** Whether an entry, as it lies in the table, is in the journal of a day. */
export function isInDailyJournal({ gsi1pk }: Item): boolean {
  return typeof gsi1pk === 'string' && gsi1pk.startsWith(journals);
}

const pageLimit = 500;

/** Every entry that was booked outside a run on a day. The index is behind by moments, so that a journal is
 * asked for once its day is over. */
export async function entriesBookedOn(
  table: Table,
  bookedOn: CivilDate,
): Promise<readonly LedgerEntry[]> {
  const query = { index: 'gsi1', pk: journalOf(bookedOn), limit: pageLimit } as const;
  return (await everyItem(table, query)).map((item) => StoredEntry.parse(item));
}

/** Every entry of an agreement: some fourteen a year. */
export async function everyEntryOf(
  table: Table,
  agreementId: string,
): Promise<readonly LedgerEntry[]> {
  const pk = partition('agreement', agreementId);
  const items = await everyItem(table, { pk, beginsWith: prefix, limit: pageLimit });
  return items.map((item) => StoredEntry.parse(item));
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

/** One page of the entries of what a person is billed for, the latest first. */
export function ledgerOfContributions(
  table: Table,
  caseId: string,
  asked: AskedPage,
): Promise<LedgerPage> {
  return pageOf(table, { agreementId: null, contributionsOf: caseId }, asked);
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
