import * as z from 'zod';
import type { LeftOut, Payment } from '../../../domain/payment/payment.ts';
import type { RunTotals } from '../../../domain/run/run-change.ts';
import { derivedId } from '../../table/digest.ts';
import { everyItem } from '../../table/every-item.ts';
import { partition } from '../../table/keys.ts';
import type { Table, TableWrite } from '../../table/table.ts';
import { findSentPayments, type SentPayment } from '../payments/payment-store.ts';
import { leftOutPrefix, StoredLeftOut } from './left-out.ts';

/** What became of a payment in a run. */
export type BatchKind = 'selected' | 'sent' | 'withheld';

const ToProvider = z.object({
  providerId: z.string(),
  agreementId: z.string(),
  name: z.string(),
  pence: z.int().nonnegative(),
});
export type ToProvider = z.infer<typeof ToProvider>;

const Batch = z.object({
  kind: z.enum(['selected', 'sent', 'withheld']),
  count: z.int().positive(),
  pence: z.int().nonnegative(),
  activatedBy: z.array(z.string()),
  /** The payments themselves, by agreement and key: what a file of the run is drawn up from. */
  payments: z.array(z.tuple([z.string(), z.string()])),
  /** Those that go to providers, whose accounts stand apart from what they are paid for. */
  toProviders: z.array(ToProvider).exactOptional(),
});
type Batch = z.infer<typeof Batch>;

const pageLimit = 250;

/** Says on the run, in the very transaction that creates, sends or withholds some payments, how many
 * they are and what they add up to. That is how a part of a run is counted to the penny at the cost of
 * a page of these, whatever was repeated and however far an index is behind. */
export function batchWrite(
  kind: BatchKind,
  run: { readonly runId: string; readonly shard: number },
  payments: readonly Payment[],
): TableWrite {
  const names = payments.map(keyOfPayment);
  const toProviders = payments.flatMap(({ providerId, agreementId, name, amountPence: pence }) =>
    providerId === undefined ? [] : [{ providerId, agreementId, name, pence }],
  );
  const batch: Batch = {
    kind,
    count: payments.length,
    pence: payments.reduce((sum, { amountPence }) => sum + amountPence, 0),
    activatedBy: [...new Set(payments.map(({ activatedBy }) => activatedBy))],
    payments: payments.map(({ agreementId, name }) => [agreementId, name]),
    ...(toProviders.length > 0 && { toProviders }),
  };
  const sk = `${batchPrefix(run.shard)}${kind}#${derivedId(names)}`;
  return { put: { pk: partition('run', run.runId), sk, schema: 1, ...batch }, onlyIf: ['absent'] };
}

const batchList = 'BATCH#';

function batchPrefix(shard: number): string {
  return `${batchList}${String(shard).padStart(2, '0')}#`;
}

/** What the payments of one part of a run add up to, by what became of them. */
export interface PartEntries {
  readonly totals: Readonly<Record<BatchKind, RunTotals>>;
  readonly activatedBy: readonly string[];
  /** Agreements that got no payment at all. */
  readonly leftOut: number;
}

export async function entriesOfPart(
  table: Table,
  runId: string,
  shard: number,
): Promise<PartEntries> {
  const [batches, leftOut] = await Promise.all([
    readAll(table, runId, { beginsWith: batchPrefix(shard), schema: Batch }),
    readAll<LeftOut>(table, runId, { beginsWith: leftOutPrefix(shard), schema: StoredLeftOut }),
  ]);
  const totalOf = (kind: BatchKind) =>
    batches
      .filter((batch) => batch.kind === kind)
      .reduce((sum, { count, pence }) => ({ count: sum.count + count, pence: sum.pence + pence }), {
        count: 0,
        pence: 0,
      });
  return {
    totals: { selected: totalOf('selected'), sent: totalOf('sent'), withheld: totalOf('withheld') },
    activatedBy: [...new Set(batches.flatMap(({ activatedBy }) => activatedBy))],
    leftOut: leftOut.filter(({ name }) => name === null).length,
  };
}

/** What of a run goes to providers and is neither sent nor withheld yet. */
export async function dueToProviders(table: Table, runId: string): Promise<readonly ToProvider[]> {
  const batches = await readAll(table, runId, { beginsWith: batchList, schema: Batch });
  const of = (isWanted: (kind: BatchKind) => boolean) =>
    batches.filter(({ kind }) => isWanted(kind)).flatMap(({ toProviders = [] }) => toProviders);
  const settled = new Set(of((kind) => kind !== 'selected').map(keyOfPayment));
  return of((kind) => kind === 'selected').filter((each) => !settled.has(keyOfPayment(each)));
}

function keyOfPayment({ agreementId, name }: Pick<ToProvider, 'agreementId' | 'name'>): string {
  return `${agreementId}/${name}`;
}

const paymentsAtOnce = 100;

/** Every payment that a run sent, with its account, in the order of the agreements: read consistently,
 * because a file for the bank is made of them. */
export async function sentPaymentsOf(table: Table, runId: string): Promise<readonly SentPayment[]> {
  const batches = await readAll(table, runId, { beginsWith: batchList, schema: Batch });
  const keys = batches
    .filter(({ kind }) => kind === 'sent')
    .flatMap(({ payments }) => payments)
    .map(([agreementId, name]) => ({ agreementId, name }))
    .sort((a, b) => compareText(`${a.agreementId}#${a.name}`, `${b.agreementId}#${b.name}`));
  const payments: SentPayment[] = [];
  for (let from = 0; from < keys.length; from += paymentsAtOnce) {
    const some = keys.slice(from, from + paymentsAtOnce);
    payments.push(...(await findSentPayments(table, some)));
  }
  return payments;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

async function readAll<Entry>(
  table: Table,
  runId: string,
  { beginsWith, schema }: { readonly beginsWith: string; readonly schema: z.ZodType<Entry> },
): Promise<readonly Entry[]> {
  const query = { pk: partition('run', runId), beginsWith, limit: pageLimit };
  return (await everyItem(table, query)).map((item) => schema.parse(item));
}
