import * as z from 'zod';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { type KeptRules, replayEvent } from '#shared/domain/replay/replay-event.ts';
import type { Replayed } from '#shared/domain/replay/replayed.ts';
import type { StoredEvent } from '#shared/stores/events/event.ts';
import { findBreak } from '#shared/stores/events/event-chain.ts';
import { EventLog } from '#shared/stores/events/event-log.ts';
import type { Table, Value } from '#shared/stores/table/table.ts';

const eventsPerPage = 100;
// As it lies in the table, so that nothing that reading fills in hides a difference.
const Untouched = z.custom<Value>((value) => value !== undefined);

export interface ReplayedDecision extends Replayed {
  readonly event: number;
  readonly on: string;
}

export interface ReplayedCase {
  readonly caseId: string;
  readonly decisions: readonly ReplayedDecision[];
  /** The event from which on the record was changed behind the service's back. */
  readonly brokenAt: number | undefined;
}

/** Works every decision of a case again. Throws, naming the case, where there is none. */
export async function replayCase(
  caseId: string,
  { table, rules }: { readonly table: Table; readonly rules: KeptRules },
): Promise<ReplayedCase> {
  const events = await readEvents(caseId, table);
  if (events.length === 0) throw new Error(`there is no case ${caseId}`);
  return {
    caseId,
    brokenAt: findBreak(events),
    decisions: events.flatMap((event) =>
      replayEvent(event, rules).map((replayed) => ({
        event: event.sequence,
        on: civilDateInLondon(event.at),
        ...replayed,
      })),
    ),
  };
}

async function readEvents(caseId: string, table: Table): Promise<readonly StoredEvent[]> {
  const log = new EventLog(table, 'case', Untouched);
  const events: StoredEvent[] = [];
  for (let hasMore = true; hasMore; ) {
    const page = await log.page(caseId, events.at(-1)?.sequence ?? 0, eventsPerPage);
    events.push(...page.events);
    hasMore = page.hasMore && page.events.length > 0;
  }
  return events;
}
