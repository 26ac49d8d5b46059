import * as z from 'zod';
import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { PersonParams } from '#shared/contracts/person-answer.ts';
import { StaffCaredFor } from '#shared/domain/contact/cared-for.ts';
import { Channel, StaffContactBody } from '#shared/domain/contact/contact.ts';
import { refuse } from '#shared/domain/outcome.ts';
import { ContactReceipt } from '../../contact/contact-receipt.ts';
import { contactIdOf } from '../../contact/make-contact.ts';
import { type ContactPorts, receiveContact } from '../../contact/receive-contact.ts';
import { recordNow } from '../follow-merge.ts';

/** A carer asks for an assessment of their own needs, whether or not the adult has a case, or needs
 * that are eligible, or wants any help (Care Act 2014 s10(1)-(4)). */
const CarerAssessmentRequest = StaffContactBody.omit({ about: true, person: true, carers: true })
  .extend({ channel: Channel, caredFor: z.array(StaffCaredFor).min(1).max(3) })
  .meta({ id: 'CarerAssessmentRequest' });

export const carerAssessmentRequest = staffOperation({
  id: 'request-carer-assessment',
  method: 'POST',
  path: '/people/{personId}/carer-assessment-requests',
  tag: 'People',
  roles: ['adviser', 'practitioner', 'duty-manager'],
  summary: 'Ask for an assessment of a carer, who gets a case of their own',
  creates: true,
  params: PersonParams,
  query: NoQuery,
  body: CarerAssessmentRequest,
  answer: ContactReceipt,
  answerStatus: 201,
  async handle(request, ports: ContactPorts) {
    const { channel, ...asked } = request.body;
    const known = await recordNow(request.params.personId, ports);
    if (!known) return refuse('not-found', 'There is no such person.');
    const body = { ...asked, about: 'carer' as const, carers: [] };
    const actor = { id: request.caller.id, role: request.actingAs };
    return receiveContact({ body, channel, known, actor, contactId: contactIdOf(request) }, ports);
  },
});
