import { CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { WrittenPlan } from '#shared/domain/plan/plan-input.ts';
import { writePlan } from '#shared/domain/plan/write-plan.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';
import { draftOf } from './draft/open-draft.ts';
import { PlanRecorded, whatIsNext } from './plan-recorded.ts';
import { readPlanSources } from './plan-sources.ts';

export const writeSupportPlan = staffOperation({
  id: 'write-support-plan',
  method: 'PUT',
  path: '/cases/{caseId}/plan',
  tag: 'Support planning',
  roles: ['practitioner', 'team-manager'],
  summary: 'Write the support plan, or a new version of it',
  ifMatch: 'plan',
  params: CaseParams,
  query: NoQuery,
  body: WrittenPlan,
  answer: PlanRecorded,
  handle: (request, ports: Ports) =>
    changeCase(
      request,
      ports,
      async (state, moment) => {
        const { body: plan } = request;
        const draft = draftOf(request.params.caseId, state);
        const asked = { personId: state.personId, lines: plan.lines, draft };
        return writePlan(state, plan, await readPlanSources(asked, ports), moment);
      },
      { ifMatch: 'plan', told: () => whatIsNext },
    ),
});
