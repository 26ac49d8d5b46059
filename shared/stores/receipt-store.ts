import { timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { CivilDate } from '../domain/calendar/civil-date.ts';
import { Stage } from '../domain/case/stage.ts';
import { Step } from '../domain/journey/steps.ts';
import { sha256 } from './digest.ts';
import type { Item, Table, TableWrite } from './table.ts';

/** What somebody with a receipt may know: the stage and the next step, and nothing about the
 * person. */
export const ReceiptStatus = z
  .strictObject({ stage: Stage, nextSteps: z.array(Step), asOf: CivilDate })
  .meta({ id: 'ReceiptStatus' });
export type ReceiptStatus = z.infer<typeof ReceiptStatus>;
const StoredStatus = ReceiptStatus.strip();

const partition = (reference: string): string => `RECEIPT#${reference}`;

/** The receipt of a contact: its secret is kept as a digest only. */
export function receiptWrite(reference: string, secret: string): TableWrite {
  return {
    put: {
      pk: partition(reference),
      sk: 'SECRET',
      schema: 1,
      digest: sha256(`${reference}:${secret}`),
    },
  };
}

/** Shows the status as of the given event, unless a later one has been shown already. */
export async function showStatus(
  table: Table,
  reference: string,
  shown: ReceiptStatus & { readonly event: number },
): Promise<void> {
  const item: Item = { pk: partition(reference), sk: 'STATUS', schema: 1, ...shown };
  const onlyIf = [{ attribute: 'event', absentOrBelow: shown.event }];
  await table.write([{ put: item, onlyIf }]);
}

/** The status behind a receipt; undefined alike for a reference that does not exist and for a
 * secret that is wrong, so that guessing tells nothing. */
export async function readStatus(
  table: Table,
  reference: string,
  secret: string,
): Promise<ReceiptStatus | 'received' | undefined> {
  const { items } = await table.query({ pk: partition(reference), limit: 2 });
  const kept = items.find((item) => item.sk === 'SECRET')?.['digest'];
  if (typeof kept !== 'string' || !isSame(kept, sha256(`${reference}:${secret}`))) return undefined;
  const status = items.find((item) => item.sk === 'STATUS');
  return status ? StoredStatus.parse(status) : 'received';
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
