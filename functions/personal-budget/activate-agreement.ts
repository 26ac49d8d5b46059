import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { type Activation, activateAgreement } from '#shared/domain/agreement/activate-agreement.ts';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { differencePence } from '#shared/domain/agreement/payment-terms.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { accept } from '#shared/domain/outcome.ts';
import { type AgreementHead, newHead } from '#shared/domain/payment/agreement-head.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import {
  changedHeadWrite,
  findHead,
  newHeadWrite,
} from '#shared/stores/money/agreement-head-store.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { Ports } from '../ports.ts';
import { AgreementAnswer, AgreementParams, changeAgreement } from './change-agreement.ts';

interface Prepared extends Activation {
  /** The case as it was read: what is paid rests on it staying so. */
  readonly read: RecordedEvent<CaseState>;
  readonly head: AgreementHead | undefined;
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
        const body = bodyOf(decided.value, agreement, head);
        return accept({ ...decided.value, body, read, head });
      },
      also: async (change, last, { by }) => [
        ports.cases.asStillLast(change.read),
        headWrite(change, last, by),
      ],
    });
  },
});

/** What the event keeps: for an agreement that is paid already, also the difference that the new
 * terms make to the days behind it. */
function bodyOf(change: Activation, agreement: AgreementState, head: AgreementHead | undefined) {
  if (!head) return change.body;
  return { ...change.body, differencePence: difference(change, agreement, head) };
}

function difference(change: Activation, old: AgreementState, head: AgreementHead): number {
  const days = { from: change.from, paidThrough: head.paidThrough };
  return differencePence({ old, now: change.terms }, days);
}

function headWrite(
  change: Prepared,
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
  // What was paid too much stands in the event, for the account that the agreement is settled by.
  const lacking =
    owedPence > 0 ? [{ id: `difference-${last.sequence + 1}`, pence: owedPence }] : [];
  const oneOffs = [...head.oneOffs, ...once, ...lacking];
  return changedHeadWrite(head, {
    weeklyPence,
    weeklyContributionPence,
    oneOffs,
    ...(costs && { costs }),
    accountEvent,
    activatedBy,
  });
}
