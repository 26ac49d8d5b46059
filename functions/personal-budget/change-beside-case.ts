import type { AgreementChange, AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { Actor, CaseChange } from '#shared/domain/case/change.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { Ports } from '../ports.ts';

/** A change of an agreement that belongs to a decision on its case: written with it, or not at
 * all. */
export function besideCaseWrite(
  last: RecordedEvent<AgreementState>,
  { type, body, next }: AgreementChange,
  by: { readonly actor: Actor; readonly at: string },
  { agreements }: Pick<Ports, 'agreements'>,
): TableWrite {
  return agreements.asWrite(last, {
    id: derivedId([type, last.aggregateId, String(last.sequence)]),
    aggregateId: last.aggregateId,
    type,
    at: by.at,
    actor: by.actor,
    request: null,
    body,
    after: next,
  });
}

/** A change of a case that belongs to a decision on one of its agreements: written with it, or not at
 * all. */
export function writeOnCase(
  last: RecordedEvent<CaseState>,
  { type, body, next }: CaseChange,
  by: { readonly actor: Actor; readonly at: string },
  { cases }: Pick<Ports, 'cases'>,
): TableWrite {
  return cases.asWrite(last, {
    id: derivedId([type, last.aggregateId, String(last.sequence)]),
    aggregateId: last.aggregateId,
    type,
    at: by.at,
    actor: by.actor,
    request: null,
    body,
    after: next,
  });
}
