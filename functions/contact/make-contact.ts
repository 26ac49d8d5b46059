import { Id, NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import {
  publicOperation,
  type Reply,
  residentOperation,
  staffOperation,
} from '#shared/contracts/operation.ts';
import {
  Channel,
  ContactBody,
  MyContactBody,
  StaffContactBody,
} from '#shared/domain/contact/contact.ts';
import { refuse } from '#shared/domain/outcome.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import { recordNow } from '../people/follow-merge.ts';
import { ContactReceipt } from './contact-receipt.ts';
import type { ContactPorts } from './opening/receive-contact.ts';
import { receiveContact } from './opening/receive-contact.ts';

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
        channel: 'web',
        known: undefined,
        actor: { id: 'public', role: 'public' },
        contactId: contactIdOf(request),
      },
      ports,
    ),
});

const TakenContact = StaffContactBody.extend({
  channel: Channel,
  /** The person's record, where it has been found: what is known is then not asked again. */
  personId: Id.optional(),
}).meta({
  id: 'TakenContact',
  examples: [
    {
      channel: 'phone',
      about: 'adult',
      by: { kind: 'self' },
      person: {
        givenName: 'Marigold',
        familyName: 'Quillfeather',
        dateOfBirth: '1941-05-09',
        postcode: 'ZZ1 1ZZ',
      },
      whatIsHappening: 'She fell twice this week and cannot get into the bath any more.',
      whatMatters: 'To stay in her own home, with her cat.',
      safeContact: { mayCall: true, mayText: true, mayLeaveMessage: false },
    },
  ],
});

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
  handle: async (request, ports: ContactPorts): Promise<Reply> => {
    const { channel, personId, ...body } = request.body;
    const known = personId === undefined ? undefined : await recordNow(personId, ports);
    if (personId !== undefined && !known) {
      return refuse('invalid-input', 'Nobody is registered under this id.', '/personId');
    }
    const actor = { id: request.caller.id, role: request.actingAs };
    return receiveContact({ body, channel, known, actor, contactId: contactIdOf(request) }, ports);
  },
});

export const makeMyContact = residentOperation({
  id: 'make-my-contact',
  method: 'POST',
  path: '/my/contacts',
  tag: 'My case',
  summary: 'Ask for help once you have signed in: what is on record is not asked again',
  creates: true,
  params: NoParams,
  query: NoQuery,
  body: MyContactBody,
  answer: ContactReceipt,
  answerStatus: 201,
  handle: async (request, ports: ContactPorts): Promise<Reply> => {
    const { personId } = request.caller;
    const known = await recordNow(personId, ports);
    if (!known)
      return refuse('not-found', 'There is no record of you yet: call us, or write to us.');
    const body = { ...request.body, by: { kind: 'self' as const } };
    const actor = { id: personId, role: 'resident' };
    const contactId = contactIdOf(request);
    return receiveContact({ body, channel: 'web', known, actor, contactId }, ports);
  },
});

/** The id of the contact that a request makes: the same for the same request. */
export function contactIdOf(request: {
  readonly scope: readonly string[];
  readonly idempotencyKey: string | undefined;
}): string {
  return derivedId(['contact', ...request.scope, request.idempotencyKey ?? '']);
}
