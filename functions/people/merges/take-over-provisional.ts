import * as z from 'zod';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { takeOver } from '#shared/domain/person/take-over.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { personIndexWrites } from '#shared/stores/people/person-index.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import { TableBusy } from '#shared/stores/table/table.ts';
import type { Ports } from '../../ports.ts';
import { knownOf } from '../duplicates/change-pair.ts';
import { recordNow } from '../follow-merge.ts';

type TakingPorts = Pick<Ports, 'cases' | 'people' | 'pseudonyms' | 'system'>;

const LinkedAtContact = z.looseObject({
  because: z.literal('linked-at-contact'),
  from: z.string(),
  to: z.string(),
  reason: z.string(),
});

// Whoever works on a record at the same moment wins the number of the event; it is tried again so
// often here, and then from the stream.
const attemptsMax = 3;

/** Lets the record of a person take over the provisional one that their contact had opened, once its
 * case has been linked to them. It looks at the records as they are, so that doing it twice comes to
 * the same; a record that somebody has looked at since is no provisional one, and is left to them. */
export async function takeOverProvisionalOf(
  event: RecordedEvent<CaseState>,
  ports: TakingPorts,
): Promise<void> {
  const linked = LinkedAtContact.safeParse(event.body).data;
  if (event.type !== 'person-linked' || !linked) return;
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const provisional = await ports.people.last(linked.from);
    if (!provisional?.after.isProvisional || provisional.after.mergedInto !== null) return;
    // Whoever found the link to be wrong has taken it back, and an old event does not bring it again.
    if (provisional.type === 'restored-from-merge') return;
    if ((await ports.cases.last(event.aggregateId))?.after.personId === linked.from) return;
    const known = await recordNow(linked.to, ports);
    if (!known) throw new Error(`no person ${linked.to}`);
    const { own, other } = takeOver({
      survivor: knownOf(known),
      merged: knownOf(provisional),
      keepFromMerged: [],
      reason: linked.reason,
    });
    const shared = { at: ports.system.now(), actor: event.actor, request: null };
    const taken = ports.people.asWrite(provisional, {
      ...shared,
      id: derivedId(['linked', event.id, provisional.aggregateId]),
      aggregateId: provisional.aggregateId,
      type: other.type,
      body: other.body,
      after: other.next,
    });
    const found = await personIndexWrites(ports.pseudonyms, [
      { personId: known.aggregateId, before: known.after, after: own.next },
      { personId: provisional.aggregateId, before: provisional.after, after: other.next },
    ]);
    const written = await ports.people.append(
      known,
      {
        ...shared,
        id: derivedId(['linked', event.id, known.aggregateId]),
        aggregateId: known.aggregateId,
        type: own.type,
        body: own.body,
        after: own.next,
      },
      [taken, ...found],
    );
    if (written.appended) return;
  }
  throw new TableBusy('the people were being changed by others at each attempt');
}
