import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import {
  chooseSelfFunding,
  SelfFundingChoice,
} from '#shared/domain/finances/choose-self-funding.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';

export const selfFundingChoice = staffOperation({
  id: 'choose-self-funding',
  method: 'POST',
  path: '/cases/{caseId}/self-funding',
  tag: 'Charging',
  roles: ['finance-officer', 'practitioner'],
  summary: 'Record who arranges the care of somebody who pays for all of it',
  ifMatch: 'finances',
  params: CaseParams,
  query: NoQuery,
  body: SelfFundingChoice,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(
      request,
      ports,
      async (state, moment) => {
        const { finances } = state.records;
        const event =
          finances === undefined
            ? undefined
            : await ports.cases.at(request.params.caseId, finances);
        return chooseSelfFunding(state, request.body, event?.body, moment);
      },
      { ifMatch: 'finances' },
    ),
});
