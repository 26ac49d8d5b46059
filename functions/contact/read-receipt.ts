import * as z from 'zod';
import { publicOperation } from '#shared/contracts/operation.ts';
import { ProgressQuery, WhereYouAre } from '#shared/contracts/where-you-are.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { isUnsent } from '#shared/stores/front-door/contact-draft-store.ts';
import {
  openReceipt,
  ReceiptReference,
  ReceiptStatus,
  statusIn,
} from '#shared/stores/front-door/receipt-store.ts';
import type { Ports } from '../ports.ts';
import { whereYouAre } from '../progress/where-you-are.ts';

const ReceiptAnswer = z
  .strictObject({
    reference: z.string(),
    status: z.union([ReceiptStatus, z.literal('received')]),
    inWords: WhereYouAre,
  })
  .meta({ id: 'ReceiptAnswer' });

export const readReceipt = publicOperation({
  id: 'read-receipt',
  method: 'GET',
  path: '/public/receipts/{reference}',
  tag: 'Contact',
  summary: 'See how far a contact has come, with its reference and its secret',
  params: z.strictObject({ reference: ReceiptReference }),
  query: ProgressQuery,
  headers: { 'X-Receipt-Secret': 'The secret that came with the reference' },
  answer: ReceiptAnswer,
  async handle(request, ports: Pick<Ports, 'table' | 'system' | 'council'>) {
    const { reference } = request.params;
    const now = ports.system.now();
    const secret = request.headers['x-receipt-secret'] ?? '';
    const receipt = await openReceipt(ports.table, { reference, secret, now });
    if (!receipt.accepted) return receipt;
    if (isUnsent(receipt.value)) {
      return refuse('wrong-stage', 'This has not been sent yet: go on with the draft.');
    }
    const status = statusIn(receipt.value);
    const { language } = request.query;
    const reader = { today: civilDateInLondon(now), language, council: ports.council };
    return accept({
      status: 200,
      body: { reference, status, inWords: whereYouAre(status, reader) },
    });
  },
});
