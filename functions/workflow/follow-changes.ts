import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { ContactState } from '#shared/domain/contact/contact.ts';
import type { PersonState } from '#shared/domain/person/person-state.ts';
import { describeFault, logger } from '#shared/lambda/logger.ts';
import type { BatchAnswer, Change } from '#shared/lambda/stream-event.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { showBesidePerson } from '../cases/reading/show-beside-person.ts';
import { noteContactOf } from '../contact/note-contact.ts';
import { hasLetter } from '../letters/letters-by-event.ts';
import { isFollowed } from '../personal-budget/following/followed-types.ts';
import { showProgress } from '../progress/show-progress.ts';
import { raiseConcernOf } from '../safeguarding/raise-concern.ts';
import { keepChargedCase } from '../uprating/keep-charged-case.ts';
import { keepListOf } from '../waiting/keep-list.ts';
import type { FollowingPorts } from './following-ports.ts';
import { settle } from './settle.ts';

/** The events of a case that concern its person's record too. */
const touchesPerson: readonly string[] = [
  'person-linked',
  'case-reopened',
  'case-closed',
  'reablement-ended',
];

/** What starts support, changes what is asked for it, or tells of a death. */
const concernsBilling: readonly string[] = [
  'support-started',
  'finances-assessed',
  'death-noted',
  'death-note-withdrawn',
];

const commits: readonly string[] = [
  'budget-authorised',
  'support-started',
  'urgent-support-started',
  'urgent-support-confirmed',
  'urgent-support-renewed',
];

const movesOrders: readonly string[] = [
  'support-started',
  'urgent-support-confirmed',
  'urgent-support-renewed',
];

/** Only a plan's authorisation and start, urgent support, and the end of a case, move what cost centres
 * bear. */
function movesCommitment({ type, after }: RecordedEvent<CaseState>): boolean {
  return commits.includes(type) || after.status === 'closed';
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
  if (item.pk.startsWith('AGREEMENT#') && isFollowed(item['type'])) {
    const { followAgreement } = await import('../personal-budget/following/follow-agreement.ts');
    await followAgreement(ports.agreements.read(item), ports);
  }
  if (item.pk.startsWith('UPRATING#')) await followUprating(item.pk, ports);
}

// Contacts and changes of people's records are few beside the events of cases: the code that follows
// them is loaded when the first of them comes.
export async function followContact(
  contact: RecordedEvent<ContactState>,
  ports: FollowingPorts,
): Promise<void> {
  const follow = await import('../contact/opening/follow-contact.ts');
  await follow.followContact(contact, ports);
}

export async function followPerson(
  person: RecordedEvent<PersonState>,
  ports: FollowingPorts,
): Promise<void> {
  const follow = await import('../people/follow-person.ts');
  await follow.followPerson(person, ports);
}

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
  await keepChargedCase(event, ports);
  if (movesCommitment(event)) {
    const { keepCommitment } = await import('../cost-centres/keep-commitment.ts');
    await keepCommitment(event, ports);
  }
  if (concernsBilling.includes(event.type) || event.after.status === 'closed') {
    const { followSupport } = await import('../contribution-accounts/follow-support.ts');
    await followSupport(event, ports);
  }
  if (movesOrders.includes(event.type) || event.after.status === 'closed') {
    const { keepOrdersOf } = await import('../orders/keep-orders.ts');
    await keepOrdersOf(event, ports);
  }
  if (event.type === 'finances-assessed') {
    const { followContribution } = await import(
      '../personal-budget/following/follow-contribution.ts'
    );
    await followContribution(event, ports);
  }
  if (touchesPerson.includes(event.type)) {
    const { followCaseOfPerson } = await import('../people/follow-person.ts');
    await followCaseOfPerson(event, ports);
  }
  if (hasLetter(event.type)) {
    await ports.bus.publish(event.type, { caseId: event.aggregateId, event: event.sequence });
  }
}

/** Wakes what works on an uprating, which looks for itself at what there is to do. */
async function followUprating(pk: string, { bus }: FollowingPorts): Promise<void> {
  await bus.publish('uprating-unfinished', { runId: pk.slice(pk.indexOf('#') + 1) });
}

async function settleChanged(pk: string, ports: FollowingPorts): Promise<void> {
  const [kind, aggregateId = ''] = pk.split('#');
  if (kind === 'CASE') await settle({ owner: 'case', aggregateId }, ports);
  if (kind === 'RUN') await settle({ owner: 'run', aggregateId }, ports);
}
