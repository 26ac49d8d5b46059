import { activateAgreement } from '#shared/domain/agreement/activate-agreement.ts';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { findHead } from '#shared/stores/money/payments/agreement-head-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import { activationBody, activationWrite } from '../personal-budget/activation-writes.ts';
import type { UpratingPorts } from './go-on.ts';
import type { Writing } from './write-charge.ts';

/** Has the direct payments of a case take the new charge off where they are paid net of it, as finance
 * does by hand after an assessment. One that waits for something else, such as a changed plan, is left
 * to whoever deals with that. Done twice, it comes to the same. */
export async function followCharge(
  read: RecordedEvent<CaseState>,
  writing: Writing,
  ports: UpratingPorts,
): Promise<void> {
  for (const agreementId of read.after.agreements) {
    const last = await ports.agreements.last(agreementId);
    if (last && isPaidByPlan(last.after, read.after)) {
      await changeTerms(last, { read, writing }, ports);
    }
  }
}

function isPaidByPlan(agreement: AgreementState, { live }: CaseState): boolean {
  return (
    agreement.status === 'active' &&
    agreement.planVersion === live?.planVersion &&
    !agreement.isContributionProvisional
  );
}

async function changeTerms(
  last: RecordedEvent<AgreementState>,
  { read, writing }: { readonly read: RecordedEvent<CaseState>; readonly writing: Writing },
  { table, agreements, cases, council, system }: UpratingPorts,
): Promise<void> {
  const { aggregateId: agreementId, after: agreement } = last;
  const at = system.now();
  const actor = { id: writing.by, role: 'service' };
  const moment = { actor, today: civilDateInLondon(at), event: last.sequence + 1 };
  const { provisionalWeeklyPence } = council.charging;
  const about = { agreementId, state: read.after, provisionalWeeklyPence };
  const decided = activateAgreement(agreement, about, moment);
  if (!decided.accepted) return;
  const head = await findHead(table, agreementId);
  if (!head) return;
  const { type, next } = decided.value;
  const event = {
    id: derivedId(['uprated', writing.runId, agreementId]),
    aggregateId: agreementId,
    type,
    at,
    actor,
    request: null,
    body: activationBody(decided.value, head),
    after: next,
  };
  // Whoever made the agreement active stays who may not approve what it is paid: nobody has now.
  const write = activationWrite({ ...decided.value, head }, last, head.activatedBy);
  await agreements.append(last, event, [cases.asStillLast(read), write]);
}
