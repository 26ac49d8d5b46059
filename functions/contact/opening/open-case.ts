import * as z from 'zod';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { summaryOf } from '#shared/domain/case/case-summary.ts';
import { openCase } from '#shared/domain/case/open-case.ts';
import type { ContactState } from '#shared/domain/contact/contact.ts';
import { SafeContact } from '#shared/domain/contact/reaching/how-to-reach.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { personCaseWrite } from '#shared/stores/people/person-store.ts';
import { personOfContact, type RegisteringPorts } from '../../people/person-of-contact.ts';
import type { Ports } from '../../ports.ts';
import { frontDoor } from '../../workflow/task-address.ts';
import { openCaseBeside } from './open-case-beside.ts';

type OpeningPorts = Pick<Ports, 'cases' | 'system'> & RegisteringPorts;

const Reachable = z.looseObject({ safeContact: SafeContact.optional() });

/** Opens the case of a contact, and the person's record where none was found. Every id is derived, so
 * that a contact seen twice in the stream opens one case. */
export async function openCaseOf(
  contact: RecordedEvent<ContactState>,
  ports: OpeningPorts,
): Promise<void> {
  const { caseId } = contact.after;
  if (await ports.cases.last(caseId)) return;
  const at = ports.system.now();
  const { personId, isLinkedUnseen, writes } = await personOfContact(contact, at, ports);
  const isKnown = contact.after.personId !== null || isLinkedUnseen;
  const state = openCase({
    contactId: contact.aggregateId,
    contact: contact.after,
    personId,
    team: frontDoor(ports.council),
    besideCase: isKnown
      ? await openCaseBeside({ personId, kind: contact.after.about, caseId }, ports)
      : undefined,
  });
  const { safeContact } = Reachable.parse(contact.body);
  const summary = summaryOf(state, {
    on: civilDateInLondon(contact.at),
    channel: contact.after.channel,
    outcome: null,
    mayCall: safeContact?.mayCall ?? null,
  });
  const opened = await ports.cases.append(
    undefined,
    {
      id: caseId,
      aggregateId: caseId,
      type: 'case-opened',
      at,
      actor: { id: 'case-stream', role: 'service' },
      request: null,
      body: {
        contactId: contact.aggregateId,
        channel: contact.after.channel,
        ...(isLinkedUnseen ? { linkedBecause: 'NHS number, name and birth date agree' } : {}),
      },
      after: state,
    },
    [...writes, personCaseWrite(personId, caseId, at, summary)],
  );
  // A race is another delivery of the same contact; anything else would leave somebody without a case.
  if (!opened.appended && opened.because === 'also')
    throw new Error('the case could not be opened');
}
