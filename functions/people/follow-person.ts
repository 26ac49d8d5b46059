import type { CaseState } from '#shared/domain/case/case-state.ts';
import { factsOf, type PersonState } from '#shared/domain/person/person-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import type { FollowingPorts } from '../workflow/following-ports.ts';
import { bringDeath, bringDeathToCase, recordDeathOfClosing } from './death/bring-death.ts';
import { flagDuplicatesOf } from './duplicates/flag-duplicates.ts';
import { giveCasesOf } from './follow-merge.ts';
import { giveEqualityOf } from './merges/give-equality.ts';
import { renameInRelationshipsOf } from './merges/rename-in-relationships.ts';
import { takeOverProvisionalOf } from './merges/take-over-provisional.ts';

/** Does what an event of a person leads to: other records that may be theirs are flagged, and cases,
 * answers and relationships go to the record that took over. */
export async function followPerson(
  event: RecordedEvent<PersonState>,
  ports: FollowingPorts,
): Promise<void> {
  await giveCasesOf(event, ports);
  await giveEqualityOf(event, ports);
  await renameInRelationshipsOf(event, ports);
  await flagDuplicatesOf(event, ports);
  // Only what was ever said of a death leads further.
  if (factsOf(event.after).death) await bringDeath(event.aggregateId, ports);
}

/** Does what an event of a case leads to on its person's record, and what that record means to a case
 * that has come to it. */
export async function followCaseOfPerson(
  event: RecordedEvent<CaseState>,
  ports: FollowingPorts,
): Promise<void> {
  await recordDeathOfClosing(event, ports);
  await takeOverProvisionalOf(event, ports);
  const { aggregateId: caseId, type, after } = event;
  const joinsPerson = type === 'person-linked' || type === 'case-reopened';
  if (joinsPerson) await bringDeathToCase({ caseId, personId: after.personId }, ports);
}
