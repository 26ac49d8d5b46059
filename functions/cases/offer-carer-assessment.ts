import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import {
  CarerAssessmentOffer,
  offerCarerAssessment,
} from '#shared/domain/case/offer-carer-assessment.ts';
import type { Ports } from '../ports.ts';
import { changeCase } from './change-case.ts';

export const carerAssessmentOffer = staffOperation({
  id: 'offer-carer-assessment',
  method: 'POST',
  path: '/cases/{caseId}/carer-assessment-offer',
  tag: 'Cases',
  roles: ['adviser', 'practitioner', 'team-manager'],
  summary: 'Offer a carer an assessment of their own',
  params: CaseParams,
  query: NoQuery,
  body: CarerAssessmentOffer,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state, moment) =>
      offerCarerAssessment(state, request.body, moment),
    ),
});
