import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { AssessmentPause, pauseAssessment } from '#shared/domain/assessment/pause-assessment.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';

export const assessmentPause = staffOperation({
  id: 'pause-assessment',
  method: 'POST',
  path: '/cases/{caseId}/assessment/pause',
  tag: 'Assessment',
  roles: ['practitioner', 'team-manager'],
  summary: 'Pause the assessment for reablement',
  params: CaseParams,
  query: NoQuery,
  body: AssessmentPause,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state, moment) =>
      pauseAssessment(state, request.body, ports.council, moment),
    ),
});
