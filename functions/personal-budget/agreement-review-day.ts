import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { moneyDueWrite } from '#shared/stores/money/money-due-store.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';

/** Keeps the day on which a direct payment is looked at where the schedule finds it. */
export function reviewDayWrites(
  id: string,
  { before, next }: { readonly before: AgreementState; readonly next: AgreementState },
): readonly TableWrite[] {
  if (before.nextReview === next.nextReview) return [];
  return [moneyDueWrite({ owner: 'agreement', id, due: 'agreement-review' }, next.nextReview)];
}
