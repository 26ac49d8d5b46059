import type { ContactState } from '#shared/domain/contact/contact.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { linkCaredFor } from '../../people/carers/link-cared-for.ts';
import { bringDeathToCase } from '../../people/death/bring-death.ts';
import type { FollowingPorts } from '../../workflow/following-ports.ts';
import { oweCallOf } from '../phone/owe-call.ts';
import { openCaseOf } from './open-case.ts';

/** A contact opens its case, and a carer's is linked to the adults whom it names; what is asked for
 * under its receipt later is owed on that case. */
export async function followContact(
  contact: RecordedEvent<ContactState>,
  ports: FollowingPorts,
): Promise<void> {
  if (contact.sequence > 1) return oweCallOf(contact, ports);
  await openCaseOf(contact, ports);
  await linkCaredFor(contact, ports);
  const { caseId, personId } = contact.after;
  if (personId !== null) await bringDeathToCase({ caseId, personId }, ports);
}
