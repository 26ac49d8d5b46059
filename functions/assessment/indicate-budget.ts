import * as z from 'zod';
import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import {
  BudgetIndication,
  indicateBudget,
  Scores,
} from '#shared/domain/assessment/indicate-budget.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';

export const budgetIndication = staffOperation({
  id: 'indicate-budget',
  method: 'POST',
  path: '/cases/{caseId}/indicative-budget',
  tag: 'Assessment',
  roles: ['practitioner', 'team-manager'],
  summary: 'Work out the indicative budget',
  params: CaseParams,
  query: NoQuery,
  body: BudgetIndication,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, async (state, moment) => {
      const { params, body } = request;
      const scores = body.answers ? undefined : await readScores(params.caseId, state, ports);
      return indicateBudget(state, { ...body, scores }, ports.council.ras, moment);
    }),
});

const Scored = z.looseObject({ scores: Scores.optional() });

/** The scores of the assessment that stands, where it was filled in on a form. */
async function readScores(
  caseId: string,
  { records }: CaseState,
  { cases }: Pick<Ports, 'cases'>,
): Promise<Scores | undefined> {
  if (records.assessment === undefined) return undefined;
  const event = await cases.at(caseId, records.assessment);
  return Scored.parse(event?.body).scores;
}
