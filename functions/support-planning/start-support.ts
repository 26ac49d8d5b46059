import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { refuse } from '#shared/domain/outcome.ts';
import { ArrangedLines, SupportStart, startSupport } from '#shared/domain/support/start-support.ts';
import { actorOf } from '../cases/change-aggregate.ts';
import { changeCase } from '../cases/change-case.ts';
import { askForActivation } from '../personal-budget/activation-task.ts';
import { endSupersededWrites } from '../personal-budget/end-superseded.ts';
import type { Ports } from '../ports.ts';

export const recordSupportStart = staffOperation({
  id: 'start-support',
  method: 'POST',
  path: '/cases/{caseId}/start',
  tag: 'Support planning',
  roles: ['practitioner', 'team-manager', 'adviser'],
  summary: 'Record the day on which each line of support actually started',
  params: CaseParams,
  query: NoQuery,
  body: SupportStart,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(
      request,
      ports,
      async (state, moment) => {
        const { arrangements } = state.records;
        const event = arrangements && (await ports.cases.at(request.params.caseId, arrangements));
        if (!event) return refuse('wrong-stage', 'Support has not been arranged.');
        const arranged = ArrangedLines.parse(event.body);
        const reviewWeeks = ports.council.reviewWeeksFirst;
        return startSupport(state, request.body, { arranged, reviewWeeks }, moment);
      },
      {
        also: async ({ next }, before, at) => [
          ...(await endSupersededWrites({ before, next, actor: actorOf(request), at }, ports)),
          ...askForActivation(request.params.caseId, next, { at, council: ports.council }),
        ],
      },
    ),
});
