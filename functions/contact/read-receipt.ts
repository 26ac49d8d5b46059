import * as z from 'zod';
import { NoQuery } from '#shared/contracts/case-answer.ts';
import { publicOperation } from '#shared/contracts/operation.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { ReceiptStatus, readStatus } from '#shared/stores/receipt-store.ts';
import type { Ports } from '../ports.ts';

const ReceiptAnswer = z
  .strictObject({
    reference: z.string(),
    status: z.union([ReceiptStatus, z.literal('received')]),
  })
  .meta({ id: 'ReceiptAnswer' });

export const readReceipt = publicOperation({
  id: 'read-receipt',
  method: 'GET',
  path: '/public/receipts/{reference}',
  tag: 'Contact',
  summary: 'See how far a contact has come, with its reference and its secret',
  params: z.strictObject({ reference: z.string().regex(/^ASC(-[0-9A-Z]{4}){3}$/) }),
  query: NoQuery,
  headers: { 'X-Receipt-Secret': 'The secret that came with the reference' },
  answer: ReceiptAnswer,
  async handle(request, ports: Pick<Ports, 'table'>) {
    const { reference } = request.params;
    const secret = request.headers['x-receipt-secret'] ?? '';
    const status = await readStatus(ports.table, reference, secret);
    return status === undefined
      ? refuse('not-found', 'No receipt has this reference and secret.')
      : accept({ status: 200, body: { reference, status } });
  },
});
