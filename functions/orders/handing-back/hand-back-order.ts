import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import {
  handBackOrder,
  OrderHandedBack,
} from '#shared/domain/order/handing-back/hand-back-order.ts';
import type { OrderChange } from '#shared/domain/order/order-state.ts';
import { accept } from '#shared/domain/outcome.ts';
import type { AgreementHead } from '#shared/domain/payment/agreement-head.ts';
import { changedHeadWrite } from '#shared/stores/money/payments/agreement-head-store.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { Ports } from '../../ports.ts';
import { askForCorrection } from '../actuals/correct-actuals-task.ts';
import { changeOrder, OrderAnswer, OrderParams } from '../change-order.ts';
import { withPaidAhead } from '../owed-back/paid-ahead-writes.ts';
import { askToRearrange } from './rearrange-task.ts';

interface HandedBack extends OrderChange {
  readonly held: CaseState;
  /** What payments know of a fund that is paid ahead, and what its last day means for it. */
  readonly head: AgreementHead | undefined;
  readonly writes: readonly TableWrite[];
}

export const recordOrderHandedBack = staffOperation({
  id: 'hand-back-order',
  method: 'POST',
  path: '/orders/{orderId}/hand-back',
  tag: 'Service orders',
  roles: ['practitioner', 'team-manager', 'adviser', 'duty-manager'],
  summary: 'Record that care is handed back, by whom and until when, while it is still needed',
  params: OrderParams,
  query: NoQuery,
  body: OrderHandedBack,
  answer: OrderAnswer,
  handle(request, ports: Pick<Ports, 'table' | 'system' | 'cases' | 'council'>) {
    const { table, cases, council, system } = ports;
    return changeOrder<HandedBack>(request, ports, {
      async decide(last, moment) {
        const decided = handBackOrder(last.after, request.body, moment);
        if (!decided.accepted) return decided;
        const [held, kept] = await Promise.all([
          cases.last(last.after.caseId),
          withPaidAhead(last, decided.value, { at: system.now(), table }),
        ]);
        if (!held) throw new Error(`order ${last.aggregateId} has no case`);
        const { change, head, writes } = kept;
        return accept({ ...change, held: held.after, head, writes });
      },
      also: ({ next, held, head, writes }, { aggregateId: orderId }, at) => [
        askToRearrange(orderId, next, { held, at, council }),
        ...askForCorrection(orderId, next, { held, at, council }),
        ...(head ? [changedHeadWrite(head, {})] : []),
        ...writes,
      ],
    });
  },
});
