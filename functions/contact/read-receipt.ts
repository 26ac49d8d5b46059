import * as z from 'zod';
import { NoQuery } from '#shared/contracts/case-answer.ts';
import { publicOperation } from '#shared/contracts/operation.ts';
import { accept } from '#shared/domain/outcome.ts';
import {
  openReceipt,
  ReceiptReference,
  ReceiptStatus,
  statusIn,
} from '#shared/stores/receipt-store.ts';
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
  params: z.strictObject({ reference: ReceiptReference }),
  query: NoQuery,
  headers: { 'X-Receipt-Secret': 'The secret that came with the reference' },
  answer: ReceiptAnswer,
  async handle(request, ports: Pick<Ports, 'table' | 'system'>) {
    const { reference } = request.params;
    const secret = request.headers['x-receipt-secret'] ?? '';
    const receipt = await openReceipt(ports.table, { reference, secret, now: ports.system.now() });
    if (!receipt.accepted) return receipt;
    return accept({ status: 200, body: { reference, status: statusIn(receipt.value) } });
  },
});
