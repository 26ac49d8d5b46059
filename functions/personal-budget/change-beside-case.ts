import type { AgreementChange, AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { Actor, CaseChange } from '#shared/domain/case/change.ts';
import type { NewEvent, RecordedEvent } from '#shared/stores/events/event.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
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
  return agreements.asWrite(last, following(last, change, by));
}

/** A change of a case that belongs to a decision on one of its agreements: written with it, or not at
 * all. */
export function writeOnCase(
  last: RecordedEvent<CaseState>,
  change: CaseChange,
  by: By,
  { cases }: Pick<Ports, 'cases'>,
): TableWrite {
  return cases.asWrite(last, following(last, change, by));
}

/** The event that follows the last: no caller asked for it, so it answers no request and its name
 * comes from where it stands. */
function following<S>(
  { aggregateId, sequence }: RecordedEvent<S>,
  { type, body, next }: { type: string; body: unknown; next: S },
  { actor, at }: By,
): NewEvent<S> {
  const id = derivedId([type, aggregateId, String(sequence)]);
  return { id, aggregateId, type, at, actor, request: null, body, after: next };
}
