import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { followedWrite } from '#shared/stores/money/payments/payee-store.ts';
import { TableBusy, type TableWrite } from '#shared/stores/table/table.ts';
import type { Ports } from '../../ports.ts';

export type AgreementFollowingPorts = Pick<
  Ports,
  'table' | 'agreements' | 'cases' | 'council' | 'system'
>;

const attemptsMax = 3;

/** Writes what follows from an event together with the mark that it was done, so that an event that comes
 * twice is followed once. What somebody else changes at the same moment is decided again. */
export async function once(
  { aggregateId, sequence }: RecordedEvent<AgreementState>,
  { table }: Pick<Ports, 'table'>,
  writes: () => Promise<readonly TableWrite[]>,
): Promise<void> {
  const mark = followedWrite(aggregateId, sequence);
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const result = await table.write([mark, ...(await writes())]);
    if (result.written || result.blocked === 0) return;
  }
  throw new TableBusy('what an agreement leads to was being changed by others at each attempt');
}
