import * as z from 'zod';
import { NoQuery } from '#shared/contracts/case-answer.ts';
import { publicOperation, type Reply } from '#shared/contracts/operation.ts';
import { AnsweredBy, AskedForCall, answeredBy } from '#shared/domain/call-back/ask-for-call.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { contactIdIn } from '#shared/stores/front-door/contact-draft-store.ts';
import { openReceipt, ReceiptReference } from '#shared/stores/front-door/receipt-store.ts';
import { canonicalJson, derivedId, sha256 } from '#shared/stores/table/digest.ts';
import type { Ports } from '../../ports.ts';
import { dayToCallBy } from './call-back-task.ts';

const AskedAnswer = AnsweredBy.meta({ id: 'AskedForCallAnswer' });

type AskingPorts = Pick<Ports, 'table' | 'contacts' | 'system' | 'council'>;

// Whoever has asked so often calls us, or is called, before they ask again.
const asksMax = 5;

export const askForAppointment = publicOperation({
  id: 'ask-for-appointment',
  method: 'POST',
  path: '/public/receipts/{reference}/appointment-requests',
  tag: 'Appointments',
  summary: 'Ask for an appointment, or another time for one, with a reference and its secret',
  creates: true,
  params: z.strictObject({ reference: ReceiptReference }),
  query: NoQuery,
  body: AskedForCall,
  headers: { 'X-Receipt-Secret': 'The secret that came with the reference' },
  answer: AskedAnswer,
  answerStatus: 202,
  async handle(request, ports: AskingPorts): Promise<Reply> {
    const { reference } = request.params;
    const secret = request.headers['x-receipt-secret'] ?? '';
    const now = ports.system.now();
    const receipt = await openReceipt(ports.table, { reference, secret, now });
    if (!receipt.accepted) return receipt;
    const contactId = contactIdIn(receipt.value);
    if (contactId === undefined) return refuse('not-found', 'Nothing has been sent in yet.');
    const id = derivedId([...request.scope, reference, request.idempotencyKey ?? '']);
    return recordAsked({ contactId, id, asked: request.body, now }, ports);
  },
});

interface Asked {
  readonly contactId: string;
  readonly id: string;
  readonly asked: AskedForCall;
  readonly now: string;
}

async function recordAsked(
  { contactId, id, asked, now }: Asked,
  { contacts, council }: AskingPorts,
): Promise<Reply> {
  const last = await contacts.last(contactId);
  if (!last) throw new Error(`no contact ${contactId}`);
  const digest = sha256(canonicalJson(asked));
  const { notSafe = [] } = last.after;
  const answer = (at: string): Reply =>
    accept({ status: 202, body: answeredBy(dayToCallBy(last.after, at, council), notSafe) });
  const before = last.after.callsAsked ?? [];
  const sequence = before.find(([known]) => known === id)?.[1];
  const known = sequence === undefined ? undefined : await contacts.at(contactId, sequence);
  if (known) return known.request === digest ? answer(known.at) : keyReused;
  if (before.length >= asksMax) {
    return refuse('too-many-open', 'Call us: we have your earlier requests.');
  }
  const written = await contacts.append(last, {
    id,
    aggregateId: contactId,
    type: 'call-asked',
    at: now,
    actor: { id: 'public', role: 'public' },
    request: digest,
    body: asked,
    after: { ...last.after, callsAsked: [...before, [id, last.sequence + 1]] },
  });
  return written.appended ? answer(now) : refuse('lost-race', 'Try again.');
}

const keyReused = refuse(
  'idempotency-key-reused',
  'Use a new Idempotency-Key for a different request.',
);
