import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { eligibilityRuleOn } from '#shared/council/eligibility-rule.ts';
import { assessNeeds } from '#shared/domain/assessment/assess-needs.ts';
import { NeedsAssessment } from '#shared/domain/assessment/needs-assessment.ts';
import { staffIn } from '#shared/domain/assessment/who-assessed.ts';
import { readDraft } from '#shared/stores/cases/assessment-draft-store.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';
import { draftOf } from './draft/open-draft.ts';

export const needsAssessment = staffOperation({
  id: 'assess-needs',
  method: 'POST',
  path: '/cases/{caseId}/assessment',
  tag: 'Assessment',
  roles: ['practitioner', 'team-manager'],
  summary: 'Record a needs assessment',
  ifMatch: 'assessment',
  params: CaseParams,
  query: NoQuery,
  body: NeedsAssessment,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(
      request,
      ports,
      async (state, moment) => {
        const rule = eligibilityRuleOn(ports.council, request.body.assessedOn);
        if (!rule.accepted) return rule;
        // What somebody drafted here and another recorded whole is theirs as well.
        const drafted = staffIn(
          await readDraft(ports.table, draftOf(request.params.caseId, state)),
        );
        return assessNeeds(state, request.body, { ...rule.value, drafted }, moment);
      },
      { ifMatch: 'assessment' },
    ),
});
