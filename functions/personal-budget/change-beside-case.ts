import type { AgreementChange, AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { Actor, CaseChange } from '#shared/domain/case/change.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { ownEvent } from '#shared/stores/events/own-event.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { Ports } from '../ports.ts';

interface By {
  readonly actor: Actor;
  readonly at: string;
}

/** A change of an agreement that belongs to a decision on its case: written with it, or not at
 * all. */
export function besideCaseWrite(
  last: RecordedEvent<AgreementState>,
  change: AgreementChange,
  by: By,
  { agreements }: Pick<Ports, 'agreements'>,
): TableWrite {
  return agreements.asWrite(last, ownEvent(last, change, by));
}

/** A change of a case that belongs to a decision on one of its agreements: written with it, or not at
 * all. */
export function writeOnCase(
  last: RecordedEvent<CaseState>,
  change: CaseChange,
  by: By,
  { cases }: Pick<Ports, 'cases'>,
): TableWrite {
  return cases.asWrite(last, ownEvent(last, change, by));
}
