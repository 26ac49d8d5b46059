import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { AssessmentCopies, giveCopies } from '#shared/domain/assessment/give-copies.ts';
import { RecordedAssessment } from '#shared/domain/assessment/recorded-assessment.ts';
import { refuse } from '#shared/domain/outcome.ts';
import { changeCase } from '../../cases/change-case.ts';
import type { Ports } from '../../ports.ts';

export const assessmentCopies = staffOperation({
  id: 'give-assessment-copies',
  method: 'POST',
  path: '/cases/{caseId}/assessment/copies',
  tag: 'Assessment',
  roles: ['practitioner', 'team-manager'],
  summary: 'Give the assessment in writing to the person and to those for whom they ask it',
  ifMatch: 'assessment',
  params: CaseParams,
  query: NoQuery,
  body: AssessmentCopies,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(
      request,
      ports,
      async (state, moment) => {
        const version = state.records.assessment;
        if (version === undefined) return refuse('wrong-stage', 'Needs have not been assessed.');
        const event = await ports.cases.at(request.params.caseId, version);
        const recorded = RecordedAssessment.parse(event?.body);
        return giveCopies(state, request.body, recorded, moment);
      },
      { ifMatch: 'assessment' },
    ),
});
