import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { entryOfWriteOff } from '#shared/domain/ledger/entry-of-reclaim.ts';
import {
  decideToGiveUp,
  proposeToGiveUp,
} from '#shared/domain/order/owed-back/give-up-owed-back.ts';
import { WriteOffDecision, WriteOffProposal } from '#shared/domain/reclaim/write-off.ts';
import { bookedWrites } from '#shared/stores/money/ledger/ledger-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import { askForSecondKey, secondKeyTurned } from '../../payments/second-key-task.ts';
import type { Ports } from '../../ports.ts';
import { changeOrder, OrderAnswer, OrderParams } from '../change-order.ts';

const path = '/orders/{orderId}/owed-back/write-off';
const shared = {
  method: 'POST',
  tag: 'Service orders',
  params: OrderParams,
  query: NoQuery,
  answer: OrderAnswer,
} as const;

export const giveUpOwedBack = staffOperation({
  ...shared,
  id: 'propose-owed-back-write-off',
  path,
  roles: ['finance-officer'],
  summary: 'Propose to give up what was paid past the last day, because it is lost or never owed',
  body: WriteOffProposal,
  handle: (request, ports: Pick<Ports, 'table' | 'system' | 'council'>) =>
    changeOrder(request, ports, {
      decide: ({ after }, moment) => proposeToGiveUp(after, request.body, moment),
      also: (_change, { aggregateId, after, sequence }, at) => [
        askForSecondKey(proposalOf(after.caseId, aggregateId, sequence + 1), {
          at,
          council: ports.council,
        }),
      ],
    }),
});

export const decideOwedBackWriteOff = staffOperation({
  ...shared,
  id: 'decide-owed-back-write-off',
  path: `${path}/decision`,
  roles: ['finance-approver', 'head-of-service'],
  summary: 'Approve that somebody else would give up what was paid past the last day, or reject it',
  body: WriteOffDecision,
  handle: (request, ports: Pick<Ports, 'table' | 'system'>) =>
    changeOrder(request, ports, {
      decide: ({ after }, moment) => decideToGiveUp(after, request.body, moment),
      also({ type, proposed }, { aggregateId: orderId, after }, at) {
        const { event, pence, cause } = proposed;
        const done = secondKeyTurned(proposalOf(after.caseId, orderId, event));
        if (type === 'write-off-rejected') return [done];
        const on = civilDateInLondon(at);
        const entryId = derivedId(['owed-back-write-off', orderId, String(event)]);
        const about = { entryId, agreementId: orderId, on, pence };
        return [done, ...bookedWrites(entryOfWriteOff(about, cause, after), on)];
      },
    }),
});

function proposalOf(caseId: string, orderId: string, event: number) {
  return { step: 'decide-reclaim', caseId, of: { orderId }, event } as const;
}
