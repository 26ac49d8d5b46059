import * as z from 'zod';
import { Id, NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { publicOperation, type Reply, staffOperation } from '#shared/contracts/operation.ts';
import { Channel, ContactBody } from '#shared/domain/contact/contact.ts';
import { refuse } from '#shared/domain/outcome.ts';
import type { Ports } from '../ports.ts';
import type { ContactPorts } from './receive-contact.ts';
import { receiveContact } from './receive-contact.ts';

const ContactReceipt = z
  .strictObject({
    caseId: Id.optional(),
    /** Quote it on the phone. */
    reference: z.string(),
    /** Shows the progress of the contact: keep it as you would a password. */
    secret: z.string(),
    howToAskForAnAssessment: z.string(),
  })
  .meta({ id: 'ContactReceipt' });

export const makeContact = publicOperation({
  id: 'make-contact',
  method: 'POST',
  path: '/public/contacts',
  tag: 'Contact',
  summary: 'Ask adult social care for help, for yourself or for somebody else; no account needed',
  creates: true,
  params: NoParams,
  query: NoQuery,
  body: ContactBody,
  answer: ContactReceipt,
  answerStatus: 201,
  handle: (request, ports: ContactPorts): Promise<Reply> =>
    receiveContact(
      {
        body: request.body,
        scope: request.scope,
        key: request.idempotencyKey ?? '',
        channel: 'web',
        personId: null,
        actor: { id: 'public', role: 'public' },
      },
      ports,
    ),
});

const TakenContact = ContactBody.extend({
  channel: Channel,
  /** The person's record, where it has been found: what is known is then not asked again. */
  personId: Id.optional(),
}).meta({ id: 'TakenContact' });

export const takeContact = staffOperation({
  id: 'take-contact',
  method: 'POST',
  path: '/contacts',
  tag: 'Contact',
  roles: ['adviser', 'practitioner', 'duty-manager'],
  summary: 'Record a contact by phone, face to face, email, letter or referral',
  creates: true,
  params: NoParams,
  query: NoQuery,
  body: TakenContact,
  answer: ContactReceipt,
  answerStatus: 201,
  handle: async (request, ports: ContactPorts & Pick<Ports, 'people'>): Promise<Reply> => {
    const { channel, personId = null, ...body } = request.body;
    if (personId !== null && !(await ports.people.last(personId))) {
      return refuse('invalid-input', 'Nobody is registered under this id.', '/personId');
    }
    return receiveContact(
      {
        body,
        scope: request.scope,
        key: request.idempotencyKey ?? '',
        channel,
        personId,
        actor: { id: request.caller.id, role: request.actingAs },
      },
      ports,
    );
  },
});
