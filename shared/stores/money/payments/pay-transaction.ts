import type { CivilDate } from '../../../domain/calendar/civil-date.ts';
import { entryOfPayment } from '../../../domain/ledger/entry-of-payment.ts';
import type { AgreementHead } from '../../../domain/payment/agreement-head.ts';
import { withNewRun, withoutPayment } from '../../../domain/payment/held-in-runs.ts';
import type { OwedPayments } from '../../../domain/payment/next-payment.ts';
import type { LeftOut, Payment } from '../../../domain/payment/payment.ts';
import { derivedId } from '../../table/digest.ts';
import type { Table, TableWrite } from '../../table/table.ts';
import { ledgerWrite } from '../ledger/ledger-store.ts';
import { accountCheck } from '../orders/provider-store.ts';
import { leftOutWrite } from '../runs/left-out.ts';
import { batchWrite } from '../runs/run-batches.ts';
import { openPartCheck } from '../runs/run-parts.ts';
import {
  changedHeadWrite,
  payableHeadWrite,
  payableToCheck,
  unstoppedCheck,
} from './agreement-head-store.ts';
import { type FrozenAccount, paymentItem } from './payment-store.ts';

/** How many writes DynamoDB takes in one transaction. */
export const transactionWritesMax = 100;

/** One part of one run. */
export interface RunPart {
  readonly runId: string;
  readonly shard: number;
}

/** An agreement as it was read, and what a run owes it. */
export interface OwingAgreement {
  readonly read: AgreementHead;
  readonly owed: OwedPayments;
}

export type Created =
  | { readonly outcome: 'created' }
  /** The run takes in no more payments of this part. */
  | { readonly outcome: 'part-done' }
  /** Nothing is created: an agreement changed since it was read, or a permanent key of it is taken. */
  | { readonly outcome: 'changed' | 'key-taken'; readonly agreementId: string };

/** How many writes an agreement takes; a transaction has two more of its own. */
export function writesOf({ owed }: OwingAgreement): number {
  return owed.payments.length + 1;
}
export const ownWrites = 2;

/** Creates the payments of some agreements, or makes withheld ones due again: one transaction, in which
 * each permanent key is free (or held by just that withheld payment), each agreement is as it was read
 * with nothing stopping it, and the run still takes payments in. Whatever is repeated or raced, it
 * happens once. */
export async function createPayments(
  table: Table,
  part: RunPart,
  agreements: readonly OwingAgreement[],
): Promise<Created> {
  // The agreement stands before its payments: where another worker has just paid it, it has changed, and
  // its keys are not taken by anything that a person has to look at.
  const each = agreements.flatMap(({ read, owed }) => [
    {
      agreementId: read.agreementId,
      refused: 'changed' as const,
      write: payableHeadWrite(read, {
        ...owed.head,
        inRuns: [...withNewRun(read, owed.payments)],
        revision: read.revision + 1,
      }),
    },
    ...owed.payments.map((payment) => ({
      agreementId: read.agreementId,
      refused: 'key-taken' as const,
      write: newPaymentWrite(payment, read),
    })),
  ]);
  const payments = agreements.flatMap(({ owed }) => owed.payments);
  const result = await table.write([
    openPartCheck(part.runId, part.shard),
    ...each.map(({ write }) => write),
    batchWrite('selected', part, payments),
  ]);
  if (result.written) return { outcome: 'created' };
  if (result.blocked === 0) return { outcome: 'part-done' };
  const blocked = each[result.blocked - 1];
  if (!blocked) throw new Error('a batch of payments was counted before it was created');
  return { outcome: blocked.refused, agreementId: blocked.agreementId };
}

function newPaymentWrite(payment: Payment, read: AgreementHead): TableWrite {
  const isWithheld = read.withheld.includes(payment.name);
  return {
    put: paymentItem(payment),
    onlyIf: isWithheld ? [{ attribute: 'state', equals: 'withheld' }] : ['absent'],
  };
}

export type Sent =
  | { readonly outcome: 'sent' }
  /** Nothing is sent: this payment is no longer due in the run, or its agreement is stopped. */
  | { readonly outcome: 'no-longer-due' | 'stopped'; readonly payment: Payment };

/** A payment that is about to be sent, and the checked account that it goes to. */
export interface PaymentTo {
  readonly payment: Payment;
  /** The event of the agreement, or of the provider, that holds the account. */
  readonly accountEvent: number;
  readonly account: FrozenAccount;
  /** The last day that is paid for, as it was read. */
  readonly payUntil: CivilDate | null;
}

/** How many payments one transaction sends: three writes each, and one that counts them. */
export const sentAtOnceMax = 33;

/** Those that one transaction can send, and those that are left for the next: what goes to providers holds
 * to their account besides. */
export function sentTogether(
  payments: readonly PaymentTo[],
): readonly [readonly PaymentTo[], readonly PaymentTo[]] {
  const max = payments.some(({ payment }) => payment.providerId) ? 24 : sentAtOnceMax;
  return [payments.slice(0, max), payments.slice(max)];
}

/** Sends payments that are due in this run, if at that very moment nothing stops their agreements and the
 * account is still the one that was checked. Each has its entry in the ledger, or is not sent. */
export async function sendPayments(
  table: Table,
  part: RunPart,
  { payments, today }: { readonly payments: readonly PaymentTo[]; readonly today: CivilDate },
): Promise<Sent> {
  const each = payments.flatMap((to) => [
    { refused: 'no-longer-due' as const, to, write: sentWrite(to) },
    ...entriesOf(to).map((write) => ({ refused: 'no-longer-due' as const, to, write })),
  ]);
  const checks = [...checksOf(payments, today).values()].map((check) => ({
    refused: 'stopped' as const,
    ...check,
  }));
  const all = [...each, ...checks];
  const counted = batchWrite(
    'sent',
    part,
    payments.map(({ payment }) => payment),
  );
  const result = await table.write([...all.map(({ write }) => write), counted]);
  if (result.written) return { outcome: 'sent' };
  const blocked = all[result.blocked];
  if (!blocked) throw new Error('a batch of payments was counted before it was sent');
  return { outcome: blocked.refused, payment: blocked.to.payment };
}

/** One check for each agreement and provider, however many payments they have. */
function checksOf(payments: readonly PaymentTo[], today: CivilDate) {
  const checks = new Map<string, { readonly to: PaymentTo; readonly write: TableWrite }>();
  for (const to of payments) {
    const { agreementId, providerId } = to.payment;
    if (providerId === undefined) {
      checks.set(agreementId, { to, write: payableToCheck(agreementId, to, today) });
    } else {
      checks.set(agreementId, { to, write: unstoppedCheck(agreementId) });
      checks.set(providerId, { to, write: accountCheck(providerId, to.accountEvent, today) });
    }
  }
  return checks;
}

function sentWrite({ payment, account }: PaymentTo): TableWrite {
  const { accountName, sortCode, accountNumber } = account;
  const frozen = { account: { accountName, sortCode, accountNumber } };
  return {
    put: { ...paymentItem({ ...payment, state: 'sent' }), ...frozen },
    onlyIf: isDueIn(payment),
  };
}

function entriesOf({ payment }: PaymentTo): readonly TableWrite[] {
  const { agreementId, name, runId } = payment;
  const entry = entryOfPayment(derivedId(['payment', agreementId, name, runId]), payment);
  return entry ? [ledgerWrite(entry)] : [];
}

/** Holds back a payment of a stopped agreement: it keeps its key and its amount, the agreement
 * knows of it, and the run shows that it was left out. False when the agreement changed since it
 * was read. */
export async function withholdPayment(
  table: Table,
  payment: Payment,
  about: {
    readonly head: AgreementHead;
    readonly reason: LeftOut['reason'];
    readonly at: string;
    readonly shard: number;
  },
): Promise<boolean> {
  const { head, reason, at, shard } = about;
  const { runId, agreementId, name, amountPence } = payment;
  const leftOut = { runId, agreementId, name, amountPence, at, reason };
  const result = await table.write([
    { put: paymentItem({ ...payment, state: 'withheld' }), onlyIf: isDueIn(payment) },
    changedHeadWrite(head, {
      withheld: [...head.withheld, name],
      ...(head.inRuns && { inRuns: withoutPayment(head, payment) }),
    }),
    leftOutWrite(leftOut),
    batchWrite('withheld', { runId, shard }, [payment]),
  ]);
  return result.written || result.blocked === 0;
}

function isDueIn({ runId }: Payment) {
  return [
    { attribute: 'state', equals: 'due' },
    { attribute: 'runId', equals: runId },
  ];
}
