import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { entryOfReclaim } from '#shared/domain/ledger/entry-of-reclaim.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import {
  type DecidedReclaim,
  decideReclaim,
  ReclaimDecision,
} from '#shared/domain/reclaim/decide-reclaim.ts';
import { findReclaim } from '#shared/domain/reclaim/reclaim-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { bookedWrites } from '#shared/stores/money/ledger/ledger-store.ts';
import { changedHeadWrite, findHead } from '#shared/stores/money/payments/agreement-head-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import { AgreementAnswer, changeAgreement } from '../../personal-budget/change-agreement.ts';
import type { Ports } from '../../ports.ts';
import { tellPayeeWrite } from '../monitoring/tell-payee.ts';
import { secondKeyTurned } from '../second-key-task.ts';
import { payByWrite } from './chase-reclaim.ts';
import { ReclaimParams } from './reclaim-params.ts';

interface Prepared extends DecidedReclaim {
  readonly held: RecordedEvent<CaseState>;
}

export const confirmReclaim = staffOperation({
  id: 'decide-reclaim',
  method: 'POST',
  path: '/agreements/{agreementId}/reclaims/{reclaim}/decision',
  tag: 'Monitoring',
  roles: ['finance-approver', 'head-of-service'],
  summary: 'Confirm a reclaim that somebody else proposed, or reject it; the payee is told',
  params: ReclaimParams,
  query: NoQuery,
  body: ReclaimDecision,
  answer: AgreementAnswer,
  handle(request, ports: Ports) {
    const { agreementId } = request.params;
    const event = Number(request.params.reclaim);
    const { payBackWithinDays: payWithinDays } = ports.council.directPayments;
    return changeAgreement<Prepared>(request, ports, {
      async decide(agreement, moment) {
        const isTakenOff = findReclaim(agreement, event)?.recovery === 'from-payments';
        const head = isTakenOff ? await findHead(ports.table, agreementId) : undefined;
        const about = { event, input: request.body, payWithinDays, head };
        const decided = decideReclaim(agreement, about, moment);
        if (!decided.accepted) return decided;
        const held = await ports.cases.last(agreement.caseId);
        return held
          ? accept({ ...decided.value, held })
          : refuse('not-found', 'There is no such agreement.');
      },
      also: async ({ owed, head, held, explanation }, last, by) => {
        const { caseId } = last.after;
        const proposal = { step: 'decide-reclaim', caseId, of: { agreementId }, event } as const;
        const done = [secondKeyTurned(proposal)];
        if (!owed && !head) return done;
        const due = owed?.payBy ?? null;
        const told = {
          agreementId,
          what: owed ? 'reclaim-confirmed' : 'reclaim-taken-off',
          due,
          explanation,
        } as const;
        const on = civilDateInLondon(by.at);
        const entryId = derivedId(['reclaim', agreementId, String(event)]);
        return [
          ...done,
          ...(head ? [changedHeadWrite(head, {})] : []),
          ...(owed
            ? [
                payByWrite(agreementId, owed),
                ...bookedWrites(
                  entryOfReclaim({ entryId, agreementId, on, pence: owed.pence }, owed.costs),
                  on,
                ),
              ]
            : []),
          tellPayeeWrite(held, told, by, ports),
        ];
      },
    });
  },
});
