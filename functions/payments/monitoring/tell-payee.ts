import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { Actor } from '#shared/domain/case/change.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { ownEvent } from '#shared/stores/events/own-event.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { Ports } from '../../ports.ts';

/** What a payee is told of a direct payment, in the words of its letter. */
export interface ToldOfPayment {
  readonly agreementId: string;
  readonly what:
    | 'return-asked'
    | 'return-overdue'
    | 'return-queried'
    | 'return-not-accepted'
    | 'reclaim-confirmed'
    | 'reclaim-taken-off'
    | 'reclaim-late'
    | 'payments-stopped'
    | 'payments-released';
  /** The day by whose end they answer or pay. */
  readonly due: CivilDate | null;
  /** Paragraphs of the letter. */
  readonly explanation: readonly string[];
}

/** The event by which the person hears of it, or whoever reads for them in matters of the direct payment:
 * letters follow what happens on a case. */
export function tellPayeeWrite(
  held: RecordedEvent<CaseState>,
  told: ToldOfPayment,
  by: { readonly actor: Actor; readonly at: string },
  { cases }: Pick<Ports, 'cases'>,
): TableWrite {
  const change = { type: 'direct-payment-told', body: told, next: held.after };
  return cases.asWrite(held, ownEvent(held, change, by));
}
