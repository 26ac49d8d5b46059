import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import {
  startUrgentSupport,
  UrgentSupportStart,
} from '#shared/domain/case/urgent/start-urgent-support.ts';
import type { Ports } from '../../ports.ts';
import { changeCase } from '../change-case.ts';

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
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state, moment) =>
      startUrgentSupport(state, request.body, ports.council, moment),
    ),
});
