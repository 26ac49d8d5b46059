import { agreementsLeftBehind, endAgreement } from '#shared/domain/agreement/end-agreement.ts';
import { addDays, type CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { Actor } from '#shared/domain/case/change.ts';
import { changedHeadWrite, findHead } from '#shared/stores/money/payments/agreement-head-store.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { lackingFromWrite } from '../payments/final-account/account-to-settle.ts';
import type { Ports } from '../ports.ts';
import { activationOver } from './activation-task.ts';
import { reviewDayWrites } from './agreement-review-day.ts';
import { besideCaseWrite } from './change-beside-case.ts';

interface Superseding {
  readonly before: CaseState;
  readonly next: CaseState;
  readonly actor: Actor;
  readonly at: string;
}

type EndingPorts = Pick<Ports, 'table' | 'agreements'>;

/** Ends, in the transaction that starts the new plan, the direct payments that it leaves behind:
 * what is superseded is paid up to the day before and no further. */
export async function endSupersededWrites(
  { before, next, actor, at }: Superseding,
  ports: EndingPorts,
): Promise<readonly TableWrite[]> {
  const left = agreementsLeftBehind(before, next);
  if (!left) return [];
  const { agreementIds, lastDay } = left;
  const writes = await Promise.all(
    agreementIds.map((agreementId) => endWrites({ agreementId, lastDay, actor, at }, ports)),
  );
  return writes.flat();
}

async function endWrites(
  ending: { agreementId: string; lastDay: CivilDate; actor: Actor; at: string },
  { table, agreements }: EndingPorts,
): Promise<TableWrite[]> {
  const { agreementId, lastDay, actor, at } = ending;
  const [last, head] = await Promise.all([
    agreements.last(agreementId),
    findHead(table, agreementId),
  ]);
  if (!last) throw new Error(`agreement ${agreementId} is missing`);
  // What was ended on an earlier day stays so.
  const endsOn = head?.payUntil ?? null;
  if (last.after.status === 'closed' || (endsOn !== null && endsOn <= lastDay)) return [];
  const change = endAgreement(last.after, lastDay);
  const ended = besideCaseWrite(last, change, { actor, at }, { agreements });
  const reviewDay = reviewDayWrites(agreementId, { before: last.after, next: change.next });
  const paid = head
    ? [
        changedHeadWrite(head, { payUntil: lastDay }),
        lackingFromWrite(agreementId, addDays(lastDay, 1)),
      ]
    : [];
  return [ended, activationOver(last.after.caseId, agreementId), ...reviewDay, ...paid];
}
