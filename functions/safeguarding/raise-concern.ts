import * as z from 'zod';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { ConcernBody, type ConcernState } from '#shared/domain/safeguarding/concern.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import type { EventLog } from '#shared/stores/events/event-log.ts';
import { derivedId } from '#shared/stores/table/digest.ts';

const MayRaise = z.looseObject({ concern: ConcernBody.optional() });

/** Opens the safeguarding concern that a decision on a case raised (Care Act 2014 s42): a record of
 * its own, because its work goes on whatever becomes of the case. Opening it twice opens one. */
export async function raiseConcernOf(
  event: RecordedEvent<CaseState>,
  concerns: EventLog<ConcernState>,
): Promise<void> {
  const raised = MayRaise.safeParse(event.body).data?.concern;
  if (!raised) return;
  const concernId = derivedId(['concern', event.id]);
  await concerns.append(undefined, {
    id: concernId,
    aggregateId: concernId,
    type: 'concern-raised',
    at: event.at,
    actor: event.actor,
    request: null,
    body: { ...raised, caseId: event.aggregateId, event: event.sequence },
    after: { status: 'raised', caseId: event.aggregateId, personId: event.after.personId },
  });
}
