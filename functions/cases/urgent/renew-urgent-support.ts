import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import {
  renewUrgentSupport,
  UrgentSupportRenewal,
} from '#shared/domain/case/urgent/renew-urgent-support.ts';
import type { Ports } from '../../ports.ts';
import { changeCase } from '../change-case.ts';
import { askToConfirmRenewal } from './urgent-tasks.ts';

export const urgentSupportRenewal = staffOperation({
  id: 'renew-urgent-support',
  method: 'POST',
  path: '/cases/{caseId}/urgent-support/renewal',
  tag: 'Cases',
  roles: ['duty-manager'],
  summary: 'Turn the first key to let urgent support go on, before its last day',
  ifMatch: 'urgent-support',
  params: CaseParams,
  query: NoQuery,
  body: UrgentSupportRenewal,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(
      request,
      ports,
      (state, moment) => renewUrgentSupport(state, request.body, ports.council, moment),
      {
        ifMatch: 'urgent-support',
        also: async ({ next }, _before, at) =>
          askToConfirmRenewal({
            caseId: request.params.caseId,
            next,
            at,
            council: ports.council,
          }),
      },
    ),
});
