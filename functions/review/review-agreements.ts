import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { reviewAgreement } from '#shared/domain/agreement/review-agreement.ts';
import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { Actor } from '#shared/domain/case/change.ts';
import type { ReviewHeld } from '#shared/domain/review/review-input.ts';
import { deskTaskDone, findDeskTask } from '#shared/stores/cases/desk-task-store.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { agreementReviewTask } from '../payments/daily/agreement-review-task.ts';
import { reviewDayWrites } from '../personal-budget/agreement-review-day.ts';
import { besideCaseWrite } from '../personal-budget/change-beside-case.ts';
import type { Ports } from '../ports.ts';

/** Moves the review date of each direct payment that the review of the plan looked at. */
export async function reviewAgreementsWrites(
  before: CaseState,
  { heldOn, directPayment }: ReviewHeld,
  by: { readonly actor: Actor; readonly at: string },
  ports: Pick<Ports, 'agreements' | 'table'>,
): Promise<readonly TableWrite[]> {
  if (directPayment === null) return [];
  const agreementIds = (before.live?.parts ?? []).flatMap(({ agreementId }) => agreementId ?? []);
  const agreements = await Promise.all(agreementIds.map((id) => ports.agreements.last(id)));
  const writes = await Promise.all(
    agreements.map(async (last) => {
      const change = last && reviewAgreement(last.after, { heldOn, ...directPayment });
      if (!last || !change) return [];
      const moved = { before: last.after, next: change.next };
      return [
        besideCaseWrite(last, change, by, ports),
        ...reviewDayWrites(last.aggregateId, moved),
        ...(await endedTask(last, civilDateInLondon(by.at), ports)),
      ];
    }),
  );
  return writes.flat();
}

/** Takes the task to look at a direct payment out of its queue, where it was late enough to have one. */
async function endedTask(
  { aggregateId: agreementId, after }: RecordedEvent<AgreementState>,
  today: CivilDate,
  { table }: Pick<Ports, 'table'>,
): Promise<readonly TableWrite[]> {
  const { caseId, nextReview } = after;
  if (nextReview === null || nextReview > today) return [];
  const name = agreementReviewTask(caseId, { agreementId, nextReview });
  return (await findDeskTask(table, name)) ? [deskTaskDone(name)] : [];
}
