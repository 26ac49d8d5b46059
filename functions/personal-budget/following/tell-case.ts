import * as z from 'zod';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { CaseChange } from '#shared/domain/case/change.ts';
import { withoutAgreement } from '#shared/domain/pause/without-agreement.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import type { ToldOfPayment } from '../../payments/monitoring/tell-payee.ts';
import { writeOnCase } from '../change-beside-case.ts';
import { type AgreementFollowingPorts, once } from './once.ts';

type AgreementEvent = RecordedEvent<AgreementState>;

/** An end that no plan follows says why; one that a new plan brings has been told with that plan. */
const Ended = z.looseObject({ cause: z.string(), lastDay: z.string(), reason: z.string() });

/** Tells the case of a direct payment that was ended, which writes to the person. */
export async function tellOfEnd(event: AgreementEvent, ports: AgreementFollowingPorts) {
  const ended = Ended.safeParse(event.body);
  if (!ended.success) return;
  const told = { ...ended.data, today: civilDateInLondon(event.at) };
  await tell(event, ports, (state) => withoutAgreement(state, event.aggregateId, told));
}

/** Has the payee told, at the address that is known of them, that another account was named for what they are
 * paid: whoever would turn the money to an account of their own does not get that letter. The first account
 * is theirs to name. */
export async function tellOfAccount(event: AgreementEvent, ports: AgreementFollowingPorts) {
  if (event.after.planVersion === null) return;
  const body = { agreementId: event.aggregateId };
  await tell(event, ports, (state) =>
    state.status === 'closed' ? undefined : { type: 'payment-account-changed', body, next: state },
  );
}

const Stopped = z.looseObject({
  reason: z.string(),
  needsMetOtherwise: z.string().optional(),
  isFraudSuspected: z.boolean(),
});

/** Tells the person that payments wait, why, and how their needs are met meanwhile; where fraud is suspected
 * nobody is warned of it. */
export async function tellOfStop(event: AgreementEvent, ports: AgreementFollowingPorts) {
  const { reason, needsMetOtherwise, isFraudSuspected } = Stopped.parse(event.body);
  if (isFraudSuspected) return;
  const explanation = [reason, ...(needsMetOtherwise === undefined ? [] : [needsMetOtherwise])];
  await tell(event, ports, toldOf(event, 'payments-stopped', explanation));
}

/** Tells the person that payments go on, unless an account that nobody has checked still keeps them. */
export async function tellOfRelease(event: AgreementEvent, ports: AgreementFollowingPorts) {
  if (event.after.payStop === null)
    await tell(event, ports, toldOf(event, 'payments-released', []));
}

function toldOf(
  { aggregateId: agreementId }: AgreementEvent,
  what: ToldOfPayment['what'],
  explanation: readonly string[],
): (state: CaseState) => CaseChange | undefined {
  const body: ToldOfPayment = { agreementId, what, due: null, explanation };
  return (state) =>
    state.status === 'closed' ? undefined : { type: 'direct-payment-told', body, next: state };
}

async function tell(
  event: AgreementEvent,
  { cases, table, system }: AgreementFollowingPorts,
  decide: (state: CaseState) => CaseChange | undefined,
): Promise<void> {
  await once(event, { table }, async () => {
    const last = await cases.last(event.after.caseId);
    if (!last) throw new Error(`agreement ${event.aggregateId} has no case`);
    const change = decide(last.after);
    const by = { actor: event.actor, at: system.now() };
    return change ? [writeOnCase(last, change, by, { cases })] : [];
  });
}
