import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { CaseEventType } from '#shared/domain/case/event-types.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import type { EventLog } from '#shared/stores/events/event-log.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { billingActor } from './account-writes.ts';

type TellingType = Extract<
  CaseEventType,
  | 'contributions-billed'
  | 'contributions-reminded'
  | 'contribution-dispute-answered'
  | 'contribution-instalments-answered'
>;

interface Telling {
  readonly type: TellingType;
  /** In sentences, for the letter. */
  readonly explanation: readonly string[];
  readonly at: string;
  readonly name: string;
}

/** Tells the person by an event of their case, which is where letters come from and where their worker
 * sees it. The case itself stays as it was: nothing that is owed moves it. */
export function tellOnCaseWrite(
  held: RecordedEvent<CaseState>,
  { type, explanation, at, name }: Telling,
  { cases }: { readonly cases: EventLog<CaseState> },
): TableWrite {
  return cases.asWrite(held, {
    id: derivedId([type, held.aggregateId, name]),
    aggregateId: held.aggregateId,
    type,
    at,
    actor: billingActor,
    request: null,
    body: { explanation, name },
    after: held.after,
  });
}
