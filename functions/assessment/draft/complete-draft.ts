import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { eligibilityRuleOn } from '#shared/council/eligibility-rule.ts';
import {
  AssessmentCompletion,
  completeDraft,
} from '#shared/domain/assessment/draft/complete-draft.ts';
import { asRead } from '#shared/stores/cases/assessment-draft-store.ts';
import { changeCase } from '../../cases/change-case.ts';
import type { Ports } from '../../ports.ts';
import { draftOf, openDraft } from './open-draft.ts';

export const draftCompletion = staffOperation({
  id: 'complete-assessment-draft',
  method: 'POST',
  path: '/cases/{caseId}/assessment-draft/completion',
  tag: 'Assessment',
  roles: ['practitioner', 'team-manager'],
  summary: 'Record the assessment that the draft was filled in to',
  ifMatch: 'assessment',
  params: CaseParams,
  query: NoQuery,
  body: AssessmentCompletion,
  answer: CaseAnswer,
  handle(request, ports: Ports) {
    const { params, body } = request;
    return changeCase(
      request,
      ports,
      async (state, moment) => {
        const draft = await openDraft(params.caseId, state, ports);
        if (!draft.accepted) return draft;
        const ruleOn = (day: string) => eligibilityRuleOn(ports.council, day);
        return completeDraft(state, body, { ...draft.value, ruleOn }, moment);
      },
      {
        ifMatch: 'assessment',
        // Nobody saves another answer between the reading and the recording.
        also: async (_change, state) => asRead(draftOf(params.caseId, state), body.read),
      },
    );
  },
});
