import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { termsOf } from '#shared/domain/agreement/payment-terms.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { hasDied } from '#shared/domain/case/ending/note-death.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { TableBusy, type TableWrite } from '#shared/stores/table/table.ts';
import { activationOver, askForActivation, isAskedToActivate } from '../activation-task.ts';
import type { AgreementFollowingPorts } from './once.ts';

/** Asks finance to change each direct payment that goes out less a contribution, once that is another than
 * the one taken off; and asks no more where it came back to what it was. It looks at how things stand now,
 * so that done twice, or late, it comes to the same. */
export async function followContribution(
  { aggregateId: caseId, after }: RecordedEvent<CaseState>,
  ports: AgreementFollowingPorts,
): Promise<void> {
  // Whatever starts later asks for its agreements to be made active with all that is known by then.
  if (!after.live) return;
  const held = await ports.cases.last(caseId);
  if (!held || held.after.status === 'closed' || hasDied(held.after)) return;
  for (const { agreementId } of held.after.live?.parts ?? []) {
    const last = agreementId && (await ports.agreements.last(agreementId));
    if (last) await follow(held, last, ports);
  }
}

async function follow(
  held: RecordedEvent<CaseState>,
  last: RecordedEvent<AgreementState>,
  ports: AgreementFollowingPorts,
): Promise<void> {
  const write = await taskWrite(held, last, ports);
  if (!write) return;
  const { cases, agreements, table } = ports;
  const checks = [cases.asStillLast(held), agreements.asStillLast(last)];
  const result = await table.write([...checks, write]);
  if (!result.written) throw new TableBusy('an agreement was being changed at the same moment');
}

async function taskWrite(
  { aggregateId: caseId, after: state }: RecordedEvent<CaseState>,
  { aggregateId: agreementId, after: agreement }: RecordedEvent<AgreementState>,
  { table, council, system }: AgreementFollowingPorts,
): Promise<TableWrite | undefined> {
  const { live, finances } = state;
  // A gross part is paid in full, and its share is billed.
  const part = live?.parts.find(
    (each) => each.agreementId === agreementId && each.contribution === 'net',
  );
  // Whoever has yet to make it active, or to bring it up to a plan, was asked when that plan began.
  if (!live || !part || agreement.status !== 'active') return undefined;
  if (agreement.planVersion !== live.planVersion) return undefined;
  const terms = termsOf(live, part.id, finances, council.charging.provisionalWeeklyPence);
  const isAsked = await isAskedToActivate(table, caseId, agreementId);
  if (isTakenOff(terms, agreement))
    return isAsked ? activationOver(caseId, agreementId) : undefined;
  if (isAsked) return undefined;
  const at = system.now();
  const today = civilDateInLondon(at);
  const counts = finances?.appliesFrom ?? today;
  const from = counts > today ? counts : today;
  return askForActivation(caseId, state, { at, council }, [agreementId], from)[0];
}

function isTakenOff(
  terms: ReturnType<typeof termsOf>,
  { weeklyContributionPence, isContributionProvisional }: AgreementState,
): boolean {
  return (
    terms.weeklyContributionPence === weeklyContributionPence &&
    terms.isContributionProvisional === isContributionProvisional
  );
}
