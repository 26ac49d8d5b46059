import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { refuse } from '#shared/domain/outcome.ts';
import {
  Arrangements,
  arrangeSupport,
  PlanToArrange,
} from '#shared/domain/support/arrange-support.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';

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
  handle: (request, ports: Ports) =>
    changeCase(request, ports, async (state, moment) => {
      const { plan } = state;
      const written = plan && (await ports.cases.at(request.params.caseId, plan.version));
      if (!written) return refuse('wrong-stage', 'There is no plan to arrange.');
      return arrangeSupport(state, request.body, PlanToArrange.parse(written.body), moment);
    }),
});
