import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { RiskReCheck, reCheckRisk } from '#shared/domain/waiting/re-check-risk.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';
import { shownOnTasks } from './change-priority.ts';

export const riskReCheck = staffOperation({
  id: 're-check-risk',
  method: 'POST',
  path: '/cases/{caseId}/risk-re-checks',
  tag: 'Waiting list',
  roles: ['adviser', 'practitioner', 'team-manager', 'duty-manager'],
  summary: 'Record a look at what waiting risks for a person',
  creates: true,
  params: CaseParams,
  query: NoQuery,
  body: RiskReCheck,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state, moment) => reCheckRisk(state, request.body, moment), {
      also: async ({ next }, before) =>
        next.priority === before.priority ? [] : shownOnTasks(next, request.params.caseId, ports),
    }),
});
