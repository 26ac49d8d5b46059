import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import type { CaseChange } from '#shared/domain/case/change.ts';
import { openOrders } from '#shared/domain/order/open-orders.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import {
  Arrangements,
  arrangeSupport,
  PlanToArrange,
} from '#shared/domain/support/arrange-support.ts';
import { planAndProviders } from '#shared/stores/money/orders/plan-and-providers.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { actorOf } from '../cases/change-aggregate.ts';
import { changeCase } from '../cases/change-case.ts';
import { newOrderWrites } from '../orders/order-writes.ts';
import type { Ports } from '../ports.ts';

interface Arranged extends CaseChange {
  readonly ordered: readonly TableWrite[];
}

// A transaction holds a hundred writes, and the case needs some of them.
const writesMax = 90;
const tooMany = 'Too many orders for one arrangement: order the lines of one provider together.';

export const recordArrangements = staffOperation({
  id: 'arrange-support',
  method: 'POST',
  path: '/cases/{caseId}/arrangements',
  tag: 'Support planning',
  roles: ['practitioner', 'team-manager', 'adviser'],
  summary: 'Record the service orders of what the council arranges',
  params: CaseParams,
  query: NoQuery,
  body: Arrangements,
  answer: CaseAnswer,
  handle(request, ports: Ports) {
    const { caseId } = request.params;
    const { orders } = request.body;
    return changeCase<Arranged>(
      request,
      ports,
      async (state, moment) => {
        const { plan } = state;
        const read =
          plan && (await planAndProviders(ports, { caseId, version: plan.version }, orders));
        if (!plan || !read?.written) return refuse('wrong-stage', 'There is no plan to arrange.');
        const planned = PlanToArrange.parse(read.written.body);
        const decided = arrangeSupport(state, request.body, planned, moment);
        if (!decided.accepted) return decided;
        const authorisedOn = state.workflow.verdicts['authorise-budget']?.on ?? moment.today;
        const { lines } = planned;
        const opened = openOrders(orders, {
          caseId,
          plan,
          lines,
          authorisedOn,
          providers: read.providers,
          today: moment.today,
        });
        if (!opened.accepted) return opened;
        const { event } = moment;
        const by = { caseId, event, at: ports.system.now(), actor: actorOf(request) };
        const ordered = newOrderWrites(opened.value, by, ports.table);
        return ordered.length > writesMax
          ? refuse('limit-reached', tooMany, '/orders')
          : accept({ ...decided.value, ordered });
      },
      { also: async ({ ordered }) => ordered },
    );
  },
});
