import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { CaseChange } from '#shared/domain/case/change.ts';
import { stopPaymentsWrites } from '#shared/stores/money/payments/agreement-head-store.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { activationsOver } from '../../personal-budget/activation-task.ts';
import { renewalsOver } from '../../personal-budget/renewal-task.ts';
import type { Ports } from '../../ports.ts';

interface Ending {
  readonly caseId: string;
  readonly change: CaseChange;
  readonly before: CaseState;
  readonly by: string;
  readonly at: string;
}

/** Whatever ends a case stops its direct payments in the same transaction, so that nothing is paid
 * after a closing, a withdrawal or a recorded death. */
export async function stopPaymentsOfEnded(
  { caseId, change, before, by, at }: Ending,
  { table }: Pick<Ports, 'table'>,
): Promise<readonly TableWrite[]> {
  if (change.next.status !== 'closed' || before.agreements.length === 0) return [];
  const payStop = { kind: 'case-ended', by, on: civilDateInLondon(at) } as const;
  return [
    ...(await stopPaymentsWrites(table, before.agreements, payStop)),
    ...activationsOver(caseId, before),
    ...renewalsOver(caseId, before),
  ];
}
