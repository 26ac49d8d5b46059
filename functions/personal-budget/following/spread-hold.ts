import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { withoutHold } from '#shared/domain/payee-hold/hold-payee.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { changedHeadWrite, findHead } from '#shared/stores/money/payments/agreement-head-store.ts';
import {
  agreementsPaidTo,
  findStandingHold,
  holdOverWrite,
  paidToWrite,
  payeeIdOf,
  type StandingHold,
  standingHoldWrite,
} from '#shared/stores/money/payments/payee-store.ts';
import { TableBusy } from '#shared/stores/table/table.ts';
import { besideCaseWrite } from '../change-beside-case.ts';
import { endedHoldTask, holdTask } from './hold-task.ts';
import { type AgreementFollowingPorts, once } from './once.ts';

type AgreementEvent = RecordedEvent<AgreementState>;

/** Keeps who is paid by an agreement, and holds one that begins while its payee is held. */
export async function keepPayee(event: AgreementEvent, ports: AgreementFollowingPorts) {
  const payeeId = await payeeOf(event, ports);
  await ports.table.write([paidToWrite(payeeId, event.aggregateId)]);
  const hold = await findStandingHold(ports.table, payeeId);
  // It may be released already, and not be taken away yet.
  const origin = hold && (await ports.agreements.last(hold.origin));
  if (hold && origin?.after.payeeHold?.event === hold.event) {
    await holdAlso(event.aggregateId, hold, event, ports);
  }
}

/** Brings a hold that was set in one agreement to every other that pays the same payee, and to the queue of
 * whoever owns it. One that is over meanwhile is not brought any more. */
export async function spreadHold(event: AgreementEvent, ports: AgreementFollowingPorts) {
  const last = await ports.agreements.last(event.aggregateId);
  const hold = last?.after.payeeHold;
  if (hold?.event !== event.sequence || hold.origin !== event.aggregateId) return;
  const payeeId = await payeeOf(event, ports);
  await once(event, ports, async () => [
    standingHoldWrite(payeeId, hold),
    await holdTask(event, hold, ports),
  ]);
  for (const agreementId of await agreementsPaidTo(ports.table, payeeId)) {
    if (agreementId !== hold.origin) await holdAlso(agreementId, hold, event, ports);
  }
}

/** A hold that goes on is looked at again on another day. */
export async function takeUpReview(event: AgreementEvent, ports: AgreementFollowingPorts) {
  const hold = event.after.payeeHold;
  if (!hold) return;
  await once(event, ports, async () => [
    ...(await endedHoldTask(event, ports)),
    await holdTask(event, hold, ports),
  ]);
}

/** Takes a hold that was released off every other agreement that it was brought to. */
export async function spreadRelease(event: AgreementEvent, ports: AgreementFollowingPorts) {
  const before = await ports.agreements.at(event.aggregateId, event.sequence - 1);
  const hold = before?.after.payeeHold;
  if (hold?.origin !== event.aggregateId) return;
  const payeeId = await payeeOf(event, ports);
  const standing = await findStandingHold(ports.table, payeeId);
  const isStanding = standing?.origin === hold.origin && standing.event === hold.event;
  await once(event, ports, async () => [
    ...(isStanding ? [holdOverWrite(payeeId, hold.event)] : []),
    ...(await endedHoldTask(event, ports)),
  ]);
  for (const agreementId of await agreementsPaidTo(ports.table, payeeId)) {
    if (agreementId !== hold.origin) await releaseAlso(agreementId, hold, event, ports);
  }
}

async function payeeOf({ after }: AgreementEvent, { cases }: AgreementFollowingPorts) {
  if (after.payee.kind !== 'self') return payeeIdOf(after.payee.personId);
  const held = await cases.last(after.caseId);
  if (!held) throw new Error('an agreement has no case');
  return payeeIdOf(held.after.personId);
}

async function holdAlso(
  agreementId: string,
  hold: StandingHold,
  because: AgreementEvent,
  ports: AgreementFollowingPorts,
): Promise<void> {
  const { origin, event, by, on, reviewOn } = hold;
  const payeeHold = { origin, event, by, on, reviewOn };
  await change(agreementId, because, ports, (state) =>
    state.payeeHold
      ? undefined
      : { type: 'payee-held', next: { ...state, payeeHold }, held: { by, on } },
  );
}

async function releaseAlso(
  agreementId: string,
  hold: StandingHold,
  because: AgreementEvent,
  ports: AgreementFollowingPorts,
): Promise<void> {
  await change(agreementId, because, ports, ({ payeeHold, ...next }) =>
    payeeHold?.origin === hold.origin && payeeHold.event === hold.event
      ? { type: 'payee-released', next, held: undefined }
      : undefined,
  );
}

interface Change {
  readonly type: 'payee-held' | 'payee-released';
  readonly next: AgreementState;
  readonly held: { readonly by: string; readonly on: string } | undefined;
}

const attemptsMax = 3;

/** Changes the agreement and what is paid to it together, unless it is so already. */
async function change(
  agreementId: string,
  { aggregateId, sequence, actor }: AgreementEvent,
  { table, agreements, system }: AgreementFollowingPorts,
  decide: (state: AgreementState) => Change | undefined,
): Promise<void> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const [last, head] = await Promise.all([
      agreements.last(agreementId),
      findHead(table, agreementId),
    ]);
    const decided = last && head && decide(last.after);
    if (!decided) return;
    const { type, next, held } = decided;
    const body = { because: { agreementId: aggregateId, event: sequence } };
    const by = { actor, at: system.now() };
    const result = await table.write([
      besideCaseWrite(last, { type, body, next }, by, { agreements }),
      changedHeadWrite(withoutHold(head), held ? { payeeHold: held } : {}),
    ]);
    if (result.written) return;
  }
  throw new TableBusy('an agreement was being changed by others at each attempt');
}
