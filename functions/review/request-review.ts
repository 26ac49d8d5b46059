import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { ReviewRequest, requestReview } from '#shared/domain/review/request-review.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';

export const askForReview = staffOperation({
  id: 'request-review',
  method: 'POST',
  path: '/cases/{caseId}/review/request',
  tag: 'Review',
  roles: ['practitioner', 'team-manager', 'adviser', 'duty-manager'],
  summary: 'Begin a review now, because somebody asks for it or something has changed',
  params: CaseParams,
  query: NoQuery,
  body: ReviewRequest,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state, moment) => requestReview(state, request.body, moment)),
});
