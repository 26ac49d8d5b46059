import { addDays, type CivilDate } from '../../../domain/calendar/civil-date.ts';
import { AgreementHead, dueOn, type PayStop } from '../../../domain/payment/agreement-head.ts';
import { partition, paymentShards, shardOf } from '../../table/keys.ts';
import type { Item, Key, Table, TableWrite, Value } from '../../table/table.ts';
import { moneyDueWrite } from '../money-due-store.ts';
import { heldPlace } from './held-payments.ts';

/** As the table gives it back, with the keys of its item. */
export const StoredHead = AgreementHead.strip();

/** The head stands just behind the payments, `PAYMENT#`..., so that one query reads both. */
export const headName = 'PAYMENTS';

export function headKey(agreementId: string): Key {
  return { pk: partition('agreement', agreementId), sk: headName };
}

/** Which of the shards of due agreements, and of a run's payments, an agreement belongs to. */
export function paymentShard(agreementId: string): number {
  return shardOf(agreementId, paymentShards);
}

/** Makes an agreement due for payment; belongs in the transaction that makes it active. */
export function newHeadWrite(head: AgreementHead): TableWrite {
  return { put: toItem(head), onlyIf: ['absent'] };
}

/** Replaces the head that was read with a changed one, unless anything changed it in between. */
export function changedHeadWrite(
  read: AgreementHead,
  change: Partial<Omit<AgreementHead, 'agreementId' | 'revision'>>,
): TableWrite {
  const changed = { ...read, ...change, revision: read.revision + 1 };
  return { put: toItem(changed), onlyIf: [{ attribute: 'revision', equals: read.revision }] };
}

/** The one condition under which money may move: the agreement is as it was read, paid just that
 * far, and nothing stops it. */
export function payableHeadWrite(read: AgreementHead, paid: AgreementHead): TableWrite {
  return {
    put: toItem(paid),
    onlyIf: [
      { attribute: 'revision', equals: read.revision },
      { attribute: 'paidThrough', equals: read.paidThrough },
      { attribute: 'payStop', is: 'absent' },
      { attribute: 'payeeHold', is: 'absent' },
    ],
  };
}

/** Holds a transaction to an agreement that nothing stops and whose last day is the one that was read, and to
 * the account that was checked and may be paid to on that day. */
export function payableToCheck(
  agreementId: string,
  { accountEvent, payUntil }: { accountEvent: number; payUntil: CivilDate | null },
  today: CivilDate,
): TableWrite {
  return {
    check: headKey(agreementId),
    onlyIf: [
      { attribute: 'payStop', is: 'absent' },
      { attribute: 'payeeHold', is: 'absent' },
      { attribute: 'payUntil', equals: payUntil },
      { attribute: 'accountEvent', equals: accountEvent },
      { attribute: 'accountFrom', absentOrBelow: addDays(today, 1) },
    ],
  };
}

/** Holds a transaction to a service order that nothing stops; the account stands with its provider. */
export function unstoppedCheck(agreementId: string): TableWrite {
  return {
    check: headKey(agreementId),
    onlyIf: [
      { attribute: 'payStop', is: 'absent' },
      { attribute: 'payeeHold', is: 'absent' },
    ],
  };
}

export async function findHead(
  table: Table,
  agreementId: string,
): Promise<AgreementHead | undefined> {
  const item = await table.get(headKey(agreementId));
  return item && StoredHead.parse(item);
}

// As many as one request reads.
const readAtOnceMax = 100;

/** Agreements' heads, up to a hundred in one request; an agreement without one is left out. */
export async function findHeads(
  table: Table,
  agreementIds: readonly string[],
): Promise<readonly AgreementHead[]> {
  const heads: AgreementHead[] = [];
  for (let from = 0; from < agreementIds.length; from += readAtOnceMax) {
    const keys = agreementIds.slice(from, from + readAtOnceMax).map(headKey);
    const items = await table.getMany(keys);
    heads.push(...items.flatMap((item) => (item ? [StoredHead.parse(item)] : [])));
  }
  return heads;
}

/** Stops payments to these agreements in the transaction of whatever ends them: closing,
 * withdrawal, a recorded death. It replaces an officer's stop, which could be released. What two people
 * found in a final account is still paid; of all others finance is asked for it. */
export async function stopPaymentsWrites(
  table: Table,
  agreementIds: readonly string[],
  payStop: PayStop,
): Promise<TableWrite[]> {
  const heads = await findHeads(table, agreementIds);
  return heads
    .filter(({ final }) => !final)
    .flatMap((head) => [
      changedHeadWrite(head, { payStop }),
      moneyDueWrite({ owner: 'agreement', id: head.agreementId, due: 'final-account' }, payStop.on),
    ]);
}

export interface DueAgreements {
  readonly agreementIds: readonly string[];
  readonly next?: Value;
}

/** One page of a shard's agreements that have something to be paid up to and including a day. */
export async function dueAgreements(
  table: Table,
  asked: { shard: number; upTo: string; limit: number; startAfter?: Value | undefined },
): Promise<DueAgreements> {
  const page = await table.query({
    index: 'gsi2',
    pk: `PAYMENT#${asked.shard}`,
    to: `${asked.upTo}#~`,
    limit: asked.limit,
    ...(asked.startAfter === undefined ? {} : { startAfter: asked.startAfter }),
  });
  const agreementIds = page.items.map(({ pk }) => pk.slice(partition('agreement', '').length));
  return page.next === undefined ? { agreementIds } : { agreementIds, next: page.next };
}

function toItem({ payStop, ...head }: AgreementHead): Item {
  const whole = payStop ? { ...head, payStop } : head;
  const due = dueOn(whole);
  return {
    ...headKey(head.agreementId),
    ...head,
    ...(payStop && { payStop }),
    ...heldPlace(whole),
    ...(due !== undefined && {
      gsi2pk: `PAYMENT#${paymentShard(head.agreementId)}`,
      gsi2sk: `${due}#${head.agreementId}`,
    }),
  };
}
