import * as z from 'zod';
import { CaseAnswer, CaseParams, inOrder, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { CaseState } from '#shared/domain/case/case-state.ts';
import { stageOf } from '#shared/domain/case/stage.ts';
import { openSteps } from '#shared/domain/journey/workflow.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import type { Ports } from '../ports.ts';
import { everyCaseRole } from './case-roles.ts';

/** A case as it stands: the answer of every command, with the facts that decisions rest on. */
const CaseView = CaseAnswer.extend({
  state: z.lazy(() => z.json()),
}).meta({ id: 'CaseView' });

export const readCase = staffOperation({
  id: 'read-case',
  method: 'GET',
  path: '/cases/{caseId}',
  tag: 'Cases',
  roles: everyCaseRole,
  summary: 'Read where a case stands',
  params: CaseParams,
  query: NoQuery,
  answer: CaseView,
  async handle(request, ports: Pick<Ports, 'cases'>) {
    const last = await ports.cases.last(request.params.caseId);
    if (!last) return refuse('not-found', 'There is no such case.');
    const { recent: _recent, ...state } = CaseState.parse(last.after);
    return accept({
      status: 200,
      version: last.sequence,
      body: {
        caseId: last.aggregateId,
        stage: stageOf(last.after),
        openSteps: openSteps(last.after.workflow),
        event: last.sequence,
        records: inOrder(last.after.records),
        state,
      },
    });
  },
});
