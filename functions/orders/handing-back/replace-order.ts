import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import {
  type Replaced,
  ReplacementOrder,
  replacementName,
  replaceOrder,
} from '#shared/domain/order/handing-back/replace-order.ts';
import { PlanToArrange } from '#shared/domain/support/arrange-support.ts';
import { planAndProviders } from '#shared/stores/money/orders/plan-and-providers.ts';
import { actorOf } from '../../cases/change-aggregate.ts';
import type { Ports } from '../../ports.ts';
import { changeOrder, OrderAnswer, OrderParams } from '../change-order.ts';
import { newOrderId, newOrderWrites } from '../order-writes.ts';

export const recordReplacement = staffOperation({
  id: 'replace-order',
  method: 'POST',
  path: '/orders/{orderId}/replacement',
  tag: 'Service orders',
  roles: ['practitioner', 'team-manager', 'adviser', 'duty-manager'],
  summary: 'Order elsewhere what was handed back, with who helps until it begins',
  params: OrderParams,
  query: NoQuery,
  body: ReplacementOrder,
  answer: OrderAnswer,
  handle(request, ports: Pick<Ports, 'table' | 'system' | 'cases'>) {
    return changeOrder<Replaced>(request, ports, {
      async decide({ aggregateId: orderId, after: order }, { event, today }) {
        const { caseId, planVersion: version } = order;
        const read = await planAndProviders(ports, { caseId, version }, [request.body]);
        const planned = PlanToArrange.safeParse(read.written?.body);
        const plan = read.written?.after.plan;
        const authorisedOn = order.authorisedOn ?? order.startedOn ?? order.startsOn;
        const isOfPlan = plan && planned.success;
        return replaceOrder(order, request.body, {
          ...{ orderId, today, providers: read.providers },
          replacementId: newOrderId(orderId, event, replacementName),
          planned: isOfPlan ? { caseId, plan, lines: planned.data.lines, authorisedOn } : undefined,
        });
      },
      also({ opened, next }, { aggregateId: orderId, sequence }, at) {
        const of = { of: orderId, caseId: next.caseId, event: sequence + 1 };
        return newOrderWrites(opened, { ...of, at, actor: actorOf(request) }, ports.table);
      },
    });
  },
});
