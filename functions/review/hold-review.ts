import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { holdReview } from '#shared/domain/review/hold-review.ts';
import { ReviewHeld } from '#shared/domain/review/review-input.ts';
import { actorOf } from '../cases/change-aggregate.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';
import { reviewAgreementsWrites } from './review-agreements.ts';

export const recordReview = staffOperation({
  id: 'carry-out-review',
  method: 'POST',
  path: '/cases/{caseId}/review',
  tag: 'Review',
  roles: ['practitioner', 'team-manager'],
  summary: 'Record a review of the plan with the person, and what it leads to',
  params: CaseParams,
  query: NoQuery,
  body: ReviewHeld,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(
      request,
      ports,
      (state, moment) => holdReview(state, request.body, ports.council.reviewMonthsLater, moment),
      {
        also: (_change, before, at) =>
          reviewAgreementsWrites(before, request.body, { actor: actorOf(request), at }, ports),
      },
    ),
});
