import type { AgreementHead } from '../../domain/payment/agreement-head.ts';
import type { OwedPayment } from '../../domain/payment/next-payment.ts';
import { LeftOut, Payment } from '../../domain/payment/payment.ts';
import { partition } from '../table/keys.ts';
import type { Item, Key, Table, TableWrite, Value } from '../table/table.ts';
import {
  changedHeadWrite,
  findHead,
  headName,
  notStoppedCheck,
  payableHeadWrite,
  paymentShard,
  StoredHead,
} from './agreement-head-store.ts';
import { openPartCheck } from './run-parts.ts';
import { runShard } from './run-store.ts';

/** As the table gives them back, with the keys of their items. */
export const StoredPayment = Payment.strip();
export const StoredLeftOut = LeftOut.strip();

function paymentKey({ agreementId, name }: Pick<Payment, 'agreementId' | 'name'>): Key {
  return { pk: partition('agreement', agreementId), sk: `PAYMENT#${name}` };
}

function toItem(payment: Payment): Item {
  const item: Item = { ...paymentKey(payment), schema: 1, ...payment };
  // A withheld payment belongs to no run until one takes it up again.
  if (payment.state === 'withheld') return item;
  const { runId, agreementId, name } = payment;
  return { ...item, ...entryKey({ runId, agreementId }, `PAYMENT#${agreementId}#${name}`) };
}

function entryKey({ runId, agreementId }: Pick<Payment, 'runId' | 'agreementId'>, gsi1sk: string) {
  return { gsi1pk: runShard(runId, paymentShard(agreementId)), gsi1sk };
}

export type Created =
  | 'created'
  /** The permanent key is taken. */
  | 'key-taken'
  /** The agreement changed since it was read. */
  | 'changed'
  /** The run takes in no more payments from this shard. */
  | 'shard-done';

/** Creates a payment, or makes a withheld one due again: one transaction, in which its permanent
 * key is free (or held by just that withheld payment), the agreement is as it was read with nothing
 * stopping it, and the run still takes payments in. Whatever is repeated or raced, it happens
 * once. */
export async function createPayment(
  table: Table,
  read: AgreementHead,
  { payment, head }: OwedPayment,
): Promise<Created> {
  const isWithheld = read.withheld.includes(payment.name);
  const result = await table.write([
    {
      put: toItem(payment),
      onlyIf: isWithheld ? [{ attribute: 'state', equals: 'withheld' }] : ['absent'],
    },
    payableHeadWrite(read, { ...head, revision: read.revision + 1 }),
    openPartCheck(payment.runId, paymentShard(payment.agreementId)),
  ]);
  if (result.written) return 'created';
  const outcomes = ['key-taken', 'changed', 'shard-done'] as const;
  return outcomes[result.blocked] ?? 'changed';
}

/** Sends a payment that is due in this run, if nothing stops the agreement at that very moment. */
export async function sendPayment(
  table: Table,
  payment: Payment,
): Promise<'sent' | 'stopped' | 'no-longer-due'> {
  const result = await table.write([
    { put: toItem({ ...payment, state: 'sent' }), onlyIf: isDueIn(payment) },
    notStoppedCheck(payment.agreementId),
  ]);
  if (result.written) return 'sent';
  return result.blocked === 0 ? 'no-longer-due' : 'stopped';
}

/** Holds back a payment of a stopped agreement: it keeps its key and its amount, the agreement
 * knows of it, and the run shows that it was left out. False when the agreement changed since it
 * was read. */
export async function withholdPayment(
  table: Table,
  payment: Payment,
  { head, at }: { readonly head: AgreementHead; readonly at: string },
): Promise<boolean> {
  const { runId, agreementId, name, amountPence } = payment;
  const leftOut = { runId, agreementId, name, amountPence, at, reason: 'payment-stopped' } as const;
  const result = await table.write([
    { put: toItem({ ...payment, state: 'withheld' }), onlyIf: isDueIn(payment) },
    changedHeadWrite(head, { withheld: [...head.withheld, name] }),
    leftOutWrite(leftOut),
  ]);
  return result.written || result.blocked === 0;
}

function isDueIn({ runId }: Payment) {
  return [
    { attribute: 'state', equals: 'due' },
    { attribute: 'runId', equals: runId },
  ];
}

/** Says on the run why an agreement, or a payment that had been created, is not in it. */
export function leftOutWrite(leftOut: LeftOut): TableWrite {
  const { agreementId, runId, name } = leftOut;
  const row = `${leftOutPrefix(runId)}${name ?? ''}`;
  const entry = entryKey(leftOut, `LEFTOUT#${agreementId}#${name ?? ''}`);
  const item = { pk: partition('agreement', agreementId), sk: row, schema: 1, ...leftOut };
  return { put: { ...item, ...entry } };
}

export async function findPayment(
  table: Table,
  key: Pick<Payment, 'agreementId' | 'name'>,
): Promise<Payment | undefined> {
  const item = await table.get(paymentKey(key));
  return item && StoredPayment.parse(item);
}

interface InRun {
  readonly agreementId: string;
  readonly runId: string;
}

/** The payments to one agreement that a run carries, read consistently. */
export async function paymentsInRun(table: Table, { agreementId, runId }: InRun) {
  const items = await readAll(table, partition('agreement', agreementId), 'PAYMENT#');
  return items.map((item) => StoredPayment.parse(item)).filter((each) => each.runId === runId);
}

/** What a run did not pay to one agreement, read consistently. */
export async function leftOutOfRun(table: Table, { agreementId, runId }: InRun) {
  const items = await readAll(table, partition('agreement', agreementId), leftOutPrefix(runId));
  return items.map((item) => StoredLeftOut.parse(item));
}

function leftOutPrefix(runId: string): string {
  return `LEFTOUT#${runId}#`;
}

async function readAll(table: Table, pk: string, beginsWith: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  let startAfter: Value | undefined;
  do {
    const at = startAfter === undefined ? {} : { startAfter };
    const page = await table.query({ pk, beginsWith, limit: 250, ...at });
    items.push(...page.items);
    startAfter = page.next;
  } while (startAfter !== undefined);
  return items;
}

export interface AgreementPayments {
  /** Nothing before the agreement is active. */
  readonly head: AgreementHead | undefined;
  readonly payments: readonly Payment[];
  readonly next: string | undefined;
}

/** What is paid to an agreement, and one page of its payments: one-offs first, then the periods, the
 * latest first. */
export async function paymentsOfAgreement(
  table: Table,
  agreementId: string,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<AgreementPayments> {
  const isFirst = after === undefined;
  const [head, page] = await Promise.all([
    isFirst ? undefined : findHead(table, agreementId),
    table.query({
      pk: partition('agreement', agreementId),
      beginsWith: 'PAYMENT',
      newestFirst: true,
      limit: isFirst ? limit + 1 : limit,
      ...(isFirst ? {} : { startAfter: { ...paymentKey({ agreementId, name: after }) } }),
    }),
  ]);
  const [first] = page.items;
  const isHead = first?.sk === headName;
  const payments = page.items.slice(isHead ? 1 : 0).map((item) => StoredPayment.parse(item));
  return {
    head: isHead ? StoredHead.parse(first) : head,
    payments,
    next: page.next === undefined ? undefined : payments.at(-1)?.name,
  };
}
