import * as z from 'zod';
import type { PersonState } from '#shared/domain/person/person-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { moveEquality, returnEquality } from '#shared/stores/people/moved-equality.ts';
import type { Ports } from '../../ports.ts';
import { survivorOf } from '../follow-merge.ts';

const Restored = z.looseObject({ other: z.string() });

/** Gives what a person answered to the equality questions to the record that took theirs over, or back
 * once the merge is reversed. It is done by the stream: whoever merges never reads the answers. */
export async function giveEqualityOf(
  event: RecordedEvent<PersonState>,
  ports: Pick<Ports, 'people' | 'table'>,
): Promise<void> {
  const { aggregateId: personId, type } = event;
  if (type !== 'merged-into-another' && type !== 'restored-from-merge') return;
  const owner = await survivorOf(personId, ports);
  if (type === 'merged-into-another' && owner !== personId) {
    await moveEquality(ports.table, { from: personId, to: owner });
  }
  if (type === 'restored-from-merge' && owner === personId) {
    const { other } = Restored.parse(event.body);
    await returnEquality(ports.table, { from: other, to: personId });
  }
}
