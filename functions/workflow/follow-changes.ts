import type { Council } from '#shared/council/schema.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { ContactState } from '#shared/domain/contact/contact.ts';
import { factsOf, type PersonState } from '#shared/domain/person/person-state.ts';
import type { ConcernState } from '#shared/domain/safeguarding/concern.ts';
import type { Bus } from '#shared/gateways/bus.ts';
import { describeFault, logger } from '#shared/lambda/logger.ts';
import type { BatchAnswer, Change } from '#shared/lambda/stream-event.ts';
import type { RecordedEvent } from '#shared/stores/event.ts';
import type { EventLog } from '#shared/stores/event-log.ts';
import { showBesidePerson } from '../cases/show-beside-person.ts';
import { noteContactOf } from '../contact/note-contact.ts';
import { openCaseOf } from '../contact/open-case.ts';
import { oweCallOf } from '../contact/phone/owe-call.ts';
import { hasLetter } from '../letters/letters-by-event.ts';
import { linkCaredFor } from '../people/carers/link-cared-for.ts';
import { bringDeath, bringDeathToCase, recordDeathOfClosing } from '../people/death/bring-death.ts';
import { flagDuplicatesOf } from '../people/flag-duplicates.ts';
import { giveCasesOf } from '../people/follow-merge.ts';
import type { Ports } from '../ports.ts';
import { showProgress } from '../progress/show-progress.ts';
import { raiseConcernOf } from '../safeguarding/raise-concern.ts';
import { keepListOf } from '../waiting/keep-list.ts';
import { settle } from './settle.ts';
import type { WorkflowPorts } from './workflow-ports.ts';

export interface FollowingPorts extends WorkflowPorts {
  readonly council: Council;
  readonly contacts: Ports['contacts'];
  readonly people: Ports['people'];
  readonly concerns: EventLog<ConcernState>;
  readonly system: Ports['system'];
  readonly pseudonyms: Ports['pseudonyms'];
  readonly bus: Bus;
}

/** Follows what was written to the table, oldest first. On a failure it says where, and everything from
 * there is brought again: each effect can be repeated without harm. */
export async function followChanges(
  changes: readonly Change[],
  ports: FollowingPorts,
): Promise<BatchAnswer> {
  for (const [place, change] of changes.entries()) {
    try {
      await followRecord(change, ports);
      // Several changes of one aggregate in a batch are settled once, at the last of them.
      const isLastOfIts = !changes.slice(place + 1).some(({ item }) => item.pk === change.item.pk);
      if (isLastOfIts) await settleChanged(change.item.pk, ports);
    } catch (fault) {
      logger.error('change not followed', {
        pk: change.item.pk,
        sk: change.item.sk,
        ...describeFault(fault),
      });
      return { batchItemFailures: [{ itemIdentifier: change.sequenceNumber }] };
    }
  }
  return { batchItemFailures: [] };
}

async function followRecord({ item }: Change, ports: FollowingPorts): Promise<void> {
  if (!item.sk.startsWith('EVENT#')) return;
  if (item.pk.startsWith('CONTACT#')) await followContact(ports.contacts.read(item), ports);
  if (item.pk.startsWith('PERSON#')) await followPerson(ports.people.read(item), ports);
  if (item.pk.startsWith('CASE#')) await followCase(ports.cases.read(item), ports);
}

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

/** The events after which a case may concern somebody whose death is on record. */
const joinsPerson: readonly string[] = ['person-linked', 'case-reopened'];

/** Does what an event of a case leads to besides its machines; done twice, it comes to the same. */
export async function followCase(
  event: RecordedEvent<CaseState>,
  ports: FollowingPorts,
): Promise<void> {
  await showProgress(event, ports);
  await showBesidePerson(event, ports);
  await raiseConcernOf(event, ports.concerns);
  await noteContactOf(event, ports);
  await keepListOf(event, ports);
  await recordDeathOfClosing(event, ports);
  if (joinsPerson.includes(event.type)) {
    const { personId } = event.after;
    await bringDeathToCase({ caseId: event.aggregateId, personId }, ports);
  }
  if (hasLetter(event.type)) {
    await ports.bus.publish(event.type, { caseId: event.aggregateId, event: event.sequence });
  }
}

/** Does what an event of a person leads to: other records that may be theirs are flagged, and cases go to
 * the record that took over. */
export async function followPerson(
  event: RecordedEvent<PersonState>,
  ports: FollowingPorts,
): Promise<void> {
  await giveCasesOf(event, ports);
  await flagDuplicatesOf(event, ports);
  // Only what was ever said of a death leads further.
  if (factsOf(event.after).death) await bringDeath(event.aggregateId, ports);
}

async function settleChanged(pk: string, ports: FollowingPorts): Promise<void> {
  const [kind, aggregateId = ''] = pk.split('#');
  if (kind === 'CASE') await settle({ owner: 'case', aggregateId }, ports);
  if (kind === 'RUN') await settle({ owner: 'run', aggregateId }, ports);
}
