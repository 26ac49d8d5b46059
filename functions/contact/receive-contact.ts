import type { Reply } from '#shared/contracts/operation.ts';
import type { Actor } from '#shared/domain/case/change.ts';
import type { Channel, ContactBody, ContactState } from '#shared/domain/contact/contact.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { canonicalJson, derivedId, sha256 } from '#shared/stores/digest.ts';
import { receiptWrite } from '#shared/stores/receipt-store.ts';
import type { Ports } from '../ports.ts';

export type ContactPorts = Pick<Ports, 'contacts' | 'pseudonyms' | 'system'>;

interface Incoming {
  readonly body: ContactBody;
  readonly channel: Channel;
  readonly personId: string | null;
  readonly actor: Actor;
  readonly scope: readonly string[];
  readonly key: string;
}

/** Keeps a contact and its receipt in one transaction. The case is opened from it afterwards, so that
 * the public function never touches a case; its id is known already, because it is derived. */
export async function receiveContact(incoming: Incoming, ports: ContactPorts): Promise<Reply> {
  const contactId = derivedId(['contact', ...incoming.scope, incoming.key]);
  const receipt = await ports.pseudonyms.receipt(contactId);
  const state: ContactState = {
    caseId: caseIdOf(contactId),
    personId: incoming.personId,
    about: incoming.body.about,
    channel: incoming.channel,
    isUrgent: incoming.body.isUrgent,
    receipt: receipt.reference,
  };
  const digest = sha256(canonicalJson([incoming.body, incoming.channel, incoming.personId]));
  const result = await ports.contacts.append(
    undefined,
    {
      id: contactId,
      aggregateId: contactId,
      type: 'contact-made',
      at: ports.system.now(),
      actor: incoming.actor,
      request: digest,
      body: incoming.body,
      after: state,
    },
    [receiptWrite(receipt.reference, receipt.secret)],
  );
  if (!result.appended) return refuse('lost-race', 'Try again.');
  if (result.event.request !== digest) {
    return refuse('idempotency-key-reused', 'Use a new Idempotency-Key for a different contact.');
  }
  return accept({
    status: 201,
    location: `/public/receipts/${receipt.reference}`,
    body: {
      ...(incoming.actor.role === 'public' ? {} : { caseId: state.caseId }),
      ...receipt,
      // Everyone is told how to ask for an assessment (Care Act 2014 s9).
      howToAskForAnAssessment:
        'You can ask for an assessment of your needs at any time, whatever we advise: quote your reference.',
    },
  });
}

/** The case that a contact opens: derived, so that opening it twice opens one case. */
export function caseIdOf(contactId: string): string {
  return derivedId(['case', contactId]);
}
