import * as z from 'zod';
import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { PersonParams } from '#shared/contracts/person-answer.ts';
import { StaffCaredFor } from '#shared/domain/contact/cared-for.ts';
import { Channel, StaffContactBody } from '#shared/domain/contact/contact.ts';
import { type Refused, refuse } from '#shared/domain/outcome.ts';
import { caseRowsOfPerson } from '#shared/stores/people/person-store.ts';
import { ContactReceipt } from '../../contact/contact-receipt.ts';
import { contactIdOf } from '../../contact/make-contact.ts';
import {
  type ContactPorts,
  caseIdOf,
  receiveContact,
} from '../../contact/opening/receive-contact.ts';
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
    const contactId = contactIdOf(request);
    const open = await refusalOfOpenCase(known.aggregateId, caseIdOf(contactId), ports);
    if (open) return open;
    const body = { ...asked, about: 'carer' as const, carers: [] };
    const actor = { id: request.caller.id, role: request.actingAs };
    return receiveContact({ body, channel, known, actor, contactId }, ports);
  },
});

/** Nobody is assessed twice side by side. Whatever is new belongs to the case that is open, and no
 * request is lost by it: a contact tells it, and triage notes it there. */
async function refusalOfOpenCase(
  carerId: string,
  ownCaseId: string,
  { table }: Pick<ContactPorts, 'table'>,
): Promise<Refused | undefined> {
  const rows = await caseRowsOfPerson(table, carerId);
  const open = rows.find(
    // The same request again is answered from the contact that it made.
    ({ caseId, summary }) => summary?.kind === 'carer' && summary.isOpen && caseId !== ownCaseId,
  );
  return (
    open &&
    refuse(
      'carer-case-open',
      `Their case ${open.caseId} is open: make a contact about the carer, and note it there at triage.`,
    )
  );
}
