import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import type { Council } from '#shared/council/schema.ts';
import { activateAgreement } from '#shared/domain/agreement/activate-agreement.ts';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { firstReturn } from '#shared/domain/monitoring/return-period.ts';
import { accept } from '#shared/domain/outcome.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { findHead } from '#shared/stores/money/payments/agreement-head-store.ts';
import { returnDayWrites } from '../payments/monitoring/return-tasks.ts';
import type { Ports } from '../ports.ts';
import { activationOver } from './activation-task.ts';
import { activationBody, activationWrite, type WithHead } from './activation-writes.ts';
import { reviewDayWrites } from './agreement-review-day.ts';
import { AgreementAnswer, AgreementParams, changeAgreement } from './change-agreement.ts';

/** A direct payment that is paid is watched from its first day on. */
function watchedFrom(
  firstDay: CivilDate,
  agreement: AgreementState,
  { directPayments }: Council,
): AgreementState {
  const { startsOn, monitoring } = agreement;
  const first = () => firstReturn(startsOn ?? firstDay, directPayments.returns);
  return { ...agreement, monitoring: monitoring ?? first() };
}

interface Prepared extends WithHead {
  /** The case as it was read: what is paid rests on it staying so. */
  readonly read: RecordedEvent<CaseState>;
}

export const makeAgreementActive = staffOperation({
  id: 'activate-agreement',
  method: 'POST',
  path: '/agreements/{agreementId}/activation',
  tag: 'Direct payments',
  roles: ['finance-officer'],
  summary: 'Make an agreement active from the actual start, or bring it up to a changed plan',
  params: AgreementParams,
  query: NoQuery,
  answer: AgreementAnswer,
  handle(request, ports: Ports) {
    const { agreementId } = request.params;
    return changeAgreement<Prepared>(request, ports, {
      async decide(agreement, moment) {
        const read = await ports.cases.last(agreement.caseId);
        if (!read) throw new Error(`agreement ${agreementId} has no case`);
        const { provisionalWeeklyPence } = ports.council.charging;
        const about = { agreementId, state: read.after, provisionalWeeklyPence };
        const decided = activateAgreement(agreement, about, moment);
        if (!decided.accepted) return decided;
        const isPaid = agreement.planVersion !== null;
        const head = isPaid ? await findHead(ports.table, agreementId) : undefined;
        const body = activationBody(decided.value, head);
        const watched = watchedFrom(decided.value.from, decided.value.next, ports.council);
        return accept({ ...decided.value, next: watched, body, read, head });
      },
      also: async (change, last, { by }) => [
        ports.cases.asStillLast(change.read),
        activationWrite(change, last, by),
        activationOver(last.after.caseId, last.aggregateId),
        ...reviewDayWrites(last.aggregateId, { before: last.after, next: change.next }),
        ...returnDayWrites({
          agreementId: last.aggregateId,
          before: last.after,
          next: change.next,
        }),
      ],
    });
  },
});
