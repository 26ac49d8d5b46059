import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { DeskTaskName } from '#shared/stores/cases/desk-task-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';

/** The task to look at a direct payment, of which there is one for each day on which it is due. */
export function agreementReviewTask(
  caseId: string,
  { agreementId, nextReview }: { readonly agreementId: string; readonly nextReview: CivilDate },
): DeskTaskName {
  const taskId = derivedId(['direct-payment', agreementId, nextReview]);
  return { aggregateId: caseId, step: 'review-direct-payment', taskId };
}
