import type { Reply } from '#shared/contracts/operation.ts';
import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import type { Role } from '#shared/domain/roles.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { Ports } from '../ports.ts';

interface Setting {
  readonly caller: { readonly id: string };
  readonly actingAs: Role;
}

interface Policy<P extends { readonly from: CivilDate }> {
  /** The record that keeps who set it, and when. */
  readonly id: string;
  readonly type: string;
  readonly value: P;
  /** The dated item that everybody reads it from. */
  readonly write: TableWrite;
}

const attemptsMax = 3;

/** Sets what holds from a day on: the event that says who set it, and the dated item, in one write. */
export async function setPolicy<P extends { readonly from: CivilDate }>(
  { caller, actingAs }: Setting,
  { id: aggregateId, type, value, write }: Policy<P>,
  { policies, system }: Pick<Ports, 'policies' | 'system'>,
): Promise<Reply> {
  const id = system.newId();
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const event = {
      id,
      aggregateId,
      type,
      at: system.now(),
      actor: { id: caller.id, role: actingAs },
      request: null,
      body: value,
      after: { from: value.from },
    };
    const last = await policies.last(aggregateId);
    const result = await policies.append(last, event, [write]);
    if (result.appended) return accept({ status: 200, body: value });
  }
  return refuse('lost-race', 'The limits were being set by others at the same moment.');
}
