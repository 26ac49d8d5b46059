import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { eligibilityRuleOn } from '#shared/council/eligibility-rule.ts';
import { assessNeeds } from '#shared/domain/assessment/assess-needs.ts';
import { NeedsAssessment } from '#shared/domain/assessment/needs-assessment.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';

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
      (state, moment) => {
        const rule = eligibilityRuleOn(ports.council, request.body.assessedOn);
        return rule.accepted ? assessNeeds(state, request.body, rule.value, moment) : rule;
      },
      { ifMatch: 'assessment' },
    ),
});
