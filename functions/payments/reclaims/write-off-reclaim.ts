import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { entryOfWriteOff } from '#shared/domain/ledger/entry-of-reclaim.ts';
import { findReclaim } from '#shared/domain/reclaim/reclaim-state.ts';
import {
  type DecidedWriteOff,
  decideWriteOff,
  proposeWriteOff,
  WriteOffDecision,
  WriteOffProposal,
} from '#shared/domain/reclaim/write-off.ts';
import { bookedWrites } from '#shared/stores/money/ledger/ledger-store.ts';
import { changedHeadWrite, findHead } from '#shared/stores/money/payments/agreement-head-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import { AgreementAnswer, changeAgreement } from '../../personal-budget/change-agreement.ts';
import type { Ports } from '../../ports.ts';
import { askForSecondKey, secondKeyTurned } from '../second-key-task.ts';
import { settledReclaimWrites } from './chase-reclaim.ts';
import { ReclaimParams } from './reclaim-params.ts';

const path = '/agreements/{agreementId}/reclaims/{reclaim}/write-off';
const shared = {
  method: 'POST',
  tag: 'Monitoring',
  params: ReclaimParams,
  query: NoQuery,
  answer: AgreementAnswer,
} as const;

export const giveUp = staffOperation({
  ...shared,
  id: 'propose-write-off',
  path,
  roles: ['finance-officer'],
  summary: 'Propose to give up money that is owed back, because it is lost or was never owed',
  body: WriteOffProposal,
  handle(request, ports: Ports) {
    const about = { event: Number(request.params.reclaim), input: request.body };
    return changeAgreement(request, ports, {
      decide: (agreement, moment) => proposeWriteOff(agreement, about, moment),
      also: async (_change, last, { at }) => {
        const { aggregateId: agreementId, after } = last;
        const { caseId } = after;
        const event = last.sequence + 1;
        const proposal = { step: 'decide-reclaim', caseId, of: { agreementId }, event } as const;
        return [askForSecondKey(proposal, { at, council: ports.council })];
      },
    });
  },
});

export const decideToGiveUp = staffOperation({
  ...shared,
  id: 'decide-write-off',
  path: `${path}/decision`,
  roles: ['finance-approver', 'head-of-service'],
  summary: 'Approve a write-off that somebody else proposed, or reject it',
  body: WriteOffDecision,
  handle(request, ports: Ports) {
    const event = Number(request.params.reclaim);
    return changeAgreement<DecidedWriteOff>(request, ports, {
      async decide(agreement, moment) {
        const isTakenOff = findReclaim(agreement, event)?.status === 'taken-off';
        const { agreementId } = request.params;
        const head = isTakenOff ? await findHead(ports.table, agreementId) : undefined;
        return decideWriteOff(agreement, { event, input: request.body, head }, moment);
      },
      also: async ({ given, head, next }, last, { at }) => {
        const { aggregateId: agreementId, after } = last;
        const proposal = findReclaim(after, event)?.writeOff?.event;
        if (proposal === undefined) throw new Error(`reclaim ${event} has no write-off`);
        const { caseId } = after;
        const asked = {
          step: 'decide-reclaim',
          caseId,
          of: { agreementId },
          event: proposal,
        } as const;
        const done = [secondKeyTurned(asked)];
        if (!given) return [...done, ...(head ? [changedHeadWrite(head, {})] : [])];
        const { reclaim, writeOff } = given;
        const entryId = derivedId(['write-off', agreementId, String(writeOff.event)]);
        const on = civilDateInLondon(at);
        const entry = { entryId, agreementId, on, pence: writeOff.pence };
        return [
          ...done,
          ...bookedWrites(
            entryOfWriteOff(entry, writeOff.cause, reclaim.costs ? { costs: reclaim.costs } : {}),
            on,
          ),
          ...(await settledReclaimWrites(ports.table, agreementId, { before: after, next })),
        ];
      },
    });
  },
});
