import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { nameWriters, PlanWriters } from '#shared/domain/plan/draft/plan-writers.ts';
import { summariesOf } from '#shared/stores/people/person-summary.ts';
import { changeCase } from '../../cases/change-case.ts';
import type { Ports } from '../../ports.ts';

export const namePlanWriters = staffOperation({
  id: 'name-plan-writers',
  method: 'PUT',
  path: '/cases/{caseId}/plan-writers',
  tag: 'Support planning',
  roles: ['practitioner', 'team-manager'],
  summary: 'Record whom the person lets write at their plan from home: family, friends, a planner',
  params: CaseParams,
  query: NoQuery,
  body: PlanWriters,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, async (state, moment) => {
      const named = request.body.writers.map(({ personId }) => personId);
      const onRecord = named.length === 0 ? [] : await summariesOf(ports.table, named);
      const known = onRecord.map(({ personId }) => personId);
      return nameWriters(state, request.body, known, moment);
    }),
});
