import type { Activation } from '#shared/domain/agreement/activate-agreement.ts';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { differencePence } from '#shared/domain/agreement/payment-terms.ts';
import { type AgreementHead, newHead } from '#shared/domain/payment/agreement-head.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { changedHeadWrite, newHeadWrite } from '#shared/stores/money/agreement-head-store.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';

/** New terms of an agreement, and what is paid under it until now. */
export interface WithHead extends Activation {
  readonly head: AgreementHead | undefined;
}

/** What the event keeps: for an agreement that is paid already, also the difference that the new
 * terms make to the days behind it. */
export function activationBody(
  change: Activation,
  agreement: AgreementState,
  head: AgreementHead | undefined,
) {
  if (!head) return change.body;
  return { ...change.body, differencePence: difference(change, agreement, head) };
}

function difference(change: Activation, old: AgreementState, head: AgreementHead): number {
  const days = { from: change.from, paidThrough: head.paidThrough };
  return differencePence({ old, now: change.terms }, days);
}

/** What makes payments follow the new terms. */
export function activationWrite(
  change: WithHead,
  last: RecordedEvent<AgreementState>,
  activatedBy: string,
): TableWrite {
  const { terms, costs, accountEvent, oneOff, head } = change;
  const { weeklyPence, weeklyContributionPence } = terms;
  const once = oneOff ? [oneOff] : [];
  const agreementId = last.aggregateId;
  if (!head) {
    return newHeadWrite(
      newHead({
        agreementId,
        caseId: last.after.caseId,
        weeklyPence,
        weeklyContributionPence,
        startsOn: change.from,
        oneOffs: once,
        ...(costs && { costs }),
        accountEvent,
        activatedBy,
      }),
    );
  }
  const owedPence = difference(change, last.after, head);
  // What was paid too much is recovered when the agreement is settled.
  const overpaidPence = (head.overpaidPence ?? 0) + Math.max(0, -owedPence);
  const lacking =
    owedPence > 0 ? [{ id: `difference-${last.sequence + 1}`, pence: owedPence }] : [];
  const oneOffs = [...head.oneOffs, ...once, ...lacking];
  return changedHeadWrite(head, {
    weeklyPence,
    weeklyContributionPence,
    oneOffs,
    ...(overpaidPence > 0 && { overpaidPence }),
    ...(costs && { costs }),
    accountEvent,
    activatedBy,
  });
}
