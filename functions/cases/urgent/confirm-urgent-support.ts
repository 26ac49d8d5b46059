import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import {
  confirmUrgentSupport,
  UrgentSupportConfirmation,
} from '#shared/domain/case/urgent/confirm-urgent-support.ts';
import { confirmedOrderWrites } from '../../orders/urgent-order.ts';
import type { Ports } from '../../ports.ts';
import { actorOf } from '../change-aggregate.ts';
import { changeCase } from '../change-case.ts';
import { askToReplaceUrgent } from './urgent-tasks.ts';

export const urgentSupportConfirmation = staffOperation({
  id: 'confirm-urgent-support',
  method: 'POST',
  path: '/cases/{caseId}/urgent-support/confirmation',
  tag: 'Cases',
  roles: ['budget-manager', 'head-of-service', 'team-manager'],
  summary: 'Turn the second key on urgent support, or on its renewal',
  ifMatch: 'urgent-support',
  params: CaseParams,
  query: NoQuery,
  body: UrgentSupportConfirmation,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(
      request,
      ports,
      (state, moment) => confirmUrgentSupport(state, request.body, moment),
      {
        ifMatch: 'urgent-support',
        also: async ({ next }, _before, at) => {
          const { caseId } = request.params;
          const { council } = ports;
          const ofCase = { caseId, next, actor: actorOf(request), at, council };
          const goesOn = await confirmedOrderWrites(ofCase, ports.table);
          return [...askToReplaceUrgent(ofCase), ...goesOn];
        },
      },
    ),
});
