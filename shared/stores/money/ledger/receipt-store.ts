import { partition } from '../../table/keys.ts';
import type { Key, Table, TableWrite } from '../../table/table.ts';

function key(agreementId: string, receiptId: string): Key {
  return { pk: partition('agreement', agreementId), sk: `RECEIVED#${receiptId}` };
}

/** Takes the permanent key of money that came in, in the transaction that counts it: the bank names it
 * once, and it is counted once. */
export function receiptWrite(agreementId: string, receiptId: string, event: number): TableWrite {
  return { put: { ...key(agreementId, receiptId), schema: 1, event }, onlyIf: ['absent'] };
}

export async function isReceived(
  table: Table,
  agreementId: string,
  receiptId: string,
): Promise<boolean> {
  return (await table.get(key(agreementId, receiptId))) !== undefined;
}
