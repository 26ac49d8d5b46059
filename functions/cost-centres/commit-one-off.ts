import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { commitmentBeside } from '#shared/domain/cost-centre/commitment.ts';
import type { Pence } from '#shared/domain/money/pence.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { findHead } from '#shared/stores/money/payments/agreement-head-store.ts';
import { type KeepingPorts, keepStated } from './keep-commitment.ts';

/** Has cost centres bear what was authorised once beside a plan, and opens an escalation where it takes one
 * above its limit. It follows the second key, and keeps no payment back (Care Act 2014 s18). */
export async function commitOneOff(
  { aggregateId: agreementId, sequence: event, at, after }: RecordedEvent<AgreementState>,
  pence: Pence,
  ports: KeepingPorts,
): Promise<void> {
  const { costs = {} } = (await findHead(ports.table, agreementId)) ?? {};
  const authorised = { agreementId, event, on: civilDateInLondon(at) };
  await keepStated(after.caseId, commitmentBeside(authorised, pence, costs), ports);
}
