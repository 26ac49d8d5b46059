import * as z from 'zod';
import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { IndicativeBudget } from '#shared/domain/allocation/indicative-budget.ts';
import {
  giveIndicativeBudget,
  IndicativeBudgetGiven,
} from '#shared/domain/assessment/give-indicative-budget.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { accept, type Outcome, refuse } from '#shared/domain/outcome.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';

export const indicativeBudgetGiven = staffOperation({
  id: 'give-indicative-budget',
  method: 'POST',
  path: '/cases/{caseId}/indicative-budget/given',
  tag: 'Assessment',
  roles: ['adviser', 'practitioner', 'team-manager'],
  summary: 'Record that the person was given the indicative budget',
  ifMatch: 'allocation',
  params: CaseParams,
  query: NoQuery,
  body: IndicativeBudgetGiven,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(
      request,
      ports,
      async (state, moment) => {
        const allocation = await readAllocation(request.params.caseId, state, ports);
        return allocation.accepted
          ? giveIndicativeBudget(state, request.body, allocation.value, moment)
          : allocation;
      },
      { ifMatch: 'allocation' },
    ),
});

const RecordedAllocation = z.looseObject({ allocation: IndicativeBudget });

async function readAllocation(
  caseId: string,
  state: CaseState,
  { cases }: Pick<Ports, 'cases'>,
): Promise<Outcome<IndicativeBudget>> {
  const version = state.records.allocation;
  if (version === undefined) {
    return refuse('indicative-budget-not-given', 'There is no indicative budget to give yet.');
  }
  const event = await cases.at(caseId, version);
  if (!event) throw new Error(`event ${version} of a case is missing`);
  return accept(RecordedAllocation.parse(event.body).allocation);
}
