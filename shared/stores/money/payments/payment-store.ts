import type * as z from 'zod';
import { BankDetails } from '../../../domain/agreement/bank-details.ts';
import type { AgreementHead } from '../../../domain/payment/agreement-head.ts';
import { Payment } from '../../../domain/payment/payment.ts';
import { partition } from '../../table/keys.ts';
import type { Item, Key, Table, TableWrite } from '../../table/table.ts';
import { runShard } from '../runs/run-store.ts';
import { findHead, headKey, headName, paymentShard, StoredHead } from './agreement-head-store.ts';

/** As the table gives it back, with the keys of its item. */
export const StoredPayment = Payment.strip();

/** The account that a payment went to, frozen when it was sent: it is what a file of the run says, and
 * stands in no list. */
export const FrozenAccount = BankDetails.strip();
export type FrozenAccount = z.infer<typeof FrozenAccount>;
const StoredSentPayment = StoredPayment.extend({ account: FrozenAccount });
export type SentPayment = z.infer<typeof StoredSentPayment>;

function paymentKey({ agreementId, name }: Pick<Payment, 'agreementId' | 'name'>): Key {
  return { pk: partition('agreement', agreementId), sk: `PAYMENT#${name}` };
}

/** A payment as it lies in the table, in sight of the run that carries it. */
export function paymentItem(payment: Payment): Item {
  const item: Item = { ...paymentKey(payment), schema: 1, ...payment };
  // A withheld payment belongs to no run until one takes it up again.
  if (payment.state === 'withheld') return item;
  const { runId, agreementId, name } = payment;
  return {
    ...item,
    gsi1pk: runShard(runId, paymentShard(agreementId)),
    gsi1sk: `PAYMENT#${agreementId}#${name}`,
  };
}

/** Payments by their keys, in one request; one that there is not is left out. */
export async function findPayments(
  table: Table,
  keys: readonly Pick<Payment, 'agreementId' | 'name'>[],
): Promise<readonly Payment[]> {
  if (keys.length === 0) return [];
  const items = await table.getMany(keys.map(paymentKey));
  return items.flatMap((item) => (item ? [StoredPayment.parse(item)] : []));
}

/** Payments that were sent, with their accounts, in one request; one that was not sent is left out. One
 * that came back was sent all the same. */
export async function findSentPayments(
  table: Table,
  keys: readonly Pick<Payment, 'agreementId' | 'name'>[],
): Promise<readonly SentPayment[]> {
  if (keys.length === 0) return [];
  const items = await table.getMany(keys.map(paymentKey));
  return items.flatMap((item) => {
    const sent = StoredSentPayment.safeParse(item);
    return sent.success && wasSent(sent.data) ? [sent.data] : [];
  });
}

/** A payment that was sent, with its account, and what payments know of its agreement: one request. */
export async function findSentWithHead(
  table: Table,
  key: Pick<Payment, 'agreementId' | 'name'>,
): Promise<{ readonly head?: AgreementHead; readonly payment?: SentPayment }> {
  const [head, item] = await table.getMany([headKey(key.agreementId), paymentKey(key)]);
  const sent = StoredSentPayment.safeParse(item);
  return {
    ...(head && { head: StoredHead.parse(head) }),
    ...(sent.success && wasSent(sent.data) && { payment: sent.data }),
  };
}

function wasSent({ state }: Payment): boolean {
  return state === 'sent' || state === 'returned';
}

/** Marks a payment as sent back, once, and keeps where it had gone. */
export function returnedWrite({ account, ...payment }: SentPayment): TableWrite {
  return {
    put: { ...paymentItem(payment), account },
    onlyIf: [{ attribute: 'state', equals: 'sent' }],
  };
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
