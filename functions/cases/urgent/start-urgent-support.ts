import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import {
  startUrgentSupport,
  UrgentSupportStart,
} from '#shared/domain/case/urgent/start-urgent-support.ts';
import { refuse } from '#shared/domain/outcome.ts';
import { findProviders } from '#shared/stores/money/orders/provider-store.ts';
import { urgentOrderWrites } from '../../orders/urgent-order.ts';
import type { Ports } from '../../ports.ts';
import { actorOf } from '../change-aggregate.ts';
import { changeCase } from '../change-case.ts';
import { askForSecondKey } from './urgent-tasks.ts';

export const urgentSupportStart = staffOperation({
  id: 'start-urgent-support',
  method: 'POST',
  path: '/cases/{caseId}/urgent-support',
  tag: 'Cases',
  roles: ['duty-manager'],
  summary: 'Meet urgent needs from today under one key',
  params: CaseParams,
  query: NoQuery,
  body: UrgentSupportStart,
  answer: CaseAnswer,
  async handle(request, ports: Ports) {
    const { council, table } = ports;
    const { order } = request.body;
    const [provider] = order ? await findProviders(table, [order.providerId]) : [];
    if (order && !provider) {
      return refuse('not-found', 'Enter the provider first: nobody has.', '/order/providerId');
    }
    return changeCase(
      request,
      ports,
      (state, moment) => startUrgentSupport(state, request.body, council, moment),
      {
        also: async ({ next }, _before, at) => {
          const { caseId } = request.params;
          const ofCase = { caseId, next, actor: actorOf(request), at, council };
          const ordered = order && provider && { ...order, provider };
          return [
            ...askForSecondKey(ofCase),
            ...(ordered ? urgentOrderWrites(ofCase, ordered, table) : []),
          ];
        },
      },
    );
  },
});
