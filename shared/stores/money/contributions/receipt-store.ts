import { Receipt } from '../../../domain/contribution-account/debt/receive-payment.ts';
import type { Key, Table, TableWrite } from '../../table/table.ts';

// One place for all accounts: what the bank brought once is posted once.
function receiptKey(reference: string): Key {
  return { pk: `RECEIVED#${reference}`, sk: 'CONTRIBUTION' };
}

/** Posts what came in: refused where the reference was ever posted. */
export function receiptWrite(receipt: Receipt): TableWrite {
  return { put: { ...receiptKey(receipt.reference), schema: 1, ...receipt }, onlyIf: ['absent'] };
}

/** Marks a posted payment as taken back, once. */
export function takenBackWrite(receipt: Receipt): TableWrite {
  return {
    put: { ...receiptKey(receipt.reference), schema: 1, ...receipt },
    onlyIf: [{ attribute: 'state', equals: 'posted' }],
  };
}

export async function findReceipt(table: Table, reference: string): Promise<Receipt | undefined> {
  const item = await table.get(receiptKey(reference));
  return item && Receipt.parse(item);
}
