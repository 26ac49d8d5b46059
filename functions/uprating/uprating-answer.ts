import * as z from 'zod';
import { Id } from '#shared/contracts/case-answer.ts';
import { UpratingState } from '#shared/domain/uprating/uprating-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';

export const UpratingParams = z.strictObject({ runId: Id });

/** Who may look at what a new year's rates make of everybody's charge. */
export const upratingReaders = ['finance-officer', 'finance-approver', 'head-of-service'] as const;

/** Where an uprating stands: the answer of every command on it. */
export const UpratingAnswer = UpratingState.omit({ recent: true })
  .extend({
    runId: Id,
    /** The number of the newest event: what If-Match asks for. */
    event: z.int().positive(),
  })
  .meta({ id: 'UpratingAnswer' });
type UpratingAnswer = z.infer<typeof UpratingAnswer>;

export function showUprating(event: RecordedEvent<UpratingState>): UpratingAnswer {
  const { recent: _recent, ...shown } = event.after;
  return { ...shown, runId: event.aggregateId, event: event.sequence };
}
