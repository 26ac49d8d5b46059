import type { Activation } from '#shared/domain/agreement/activate-agreement.ts';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { type AgreementHead, newHead } from '#shared/domain/payment/agreement-head.ts';
import { changeTerms, differenceOf } from '#shared/domain/payment/change-terms.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import {
  changedHeadWrite,
  newHeadWrite,
} from '#shared/stores/money/payments/agreement-head-store.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';

/** New terms of an agreement, and what is paid under it until now. */
export interface WithHead extends Activation {
  readonly head: AgreementHead | undefined;
}

/** What the event keeps: for an agreement that is paid already, also the difference that the new
 * terms make to the days behind it. */
export function activationBody(change: Activation, head: AgreementHead | undefined) {
  if (!head) return change.body;
  return { ...change.body, differencePence: differenceOf(head, change).netPence };
}

/** What makes payments follow the new terms. */
export function activationWrite(
  change: WithHead,
  last: RecordedEvent<AgreementState>,
  activatedBy: string,
): TableWrite {
  const { terms, costs, accountEvent, oneOffs, head } = change;
  const { weeklyPence, weeklyContributionPence } = terms;
  const agreementId = last.aggregateId;
  if (!head) {
    return newHeadWrite(
      newHead({
        agreementId,
        caseId: last.after.caseId,
        weeklyPence,
        weeklyContributionPence,
        startsOn: change.from,
        oneOffs: [...oneOffs],
        ...(costs && { costs }),
        accountEvent,
        activatedBy,
      }),
    );
  }
  const event = last.sequence + 1;
  // Whole, and not laid over the old one: what was paid too much may be made good by the new terms.
  return changedHeadWrite(changeTerms(head, { ...change, event, by: activatedBy }), {});
}
