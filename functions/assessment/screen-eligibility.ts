import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { eligibilityRuleOn } from '#shared/council/eligibility-rule.ts';
import {
  EligibilityScreening,
  screenEligibility,
} from '#shared/domain/assessment/screen-eligibility.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';

export const eligibilityScreening = staffOperation({
  id: 'screen-eligibility',
  method: 'POST',
  path: '/cases/{caseId}/screening',
  tag: 'Assessment',
  roles: ['adviser', 'practitioner', 'duty-manager'],
  summary: 'Note the FACS band at referral or at the first visit',
  params: CaseParams,
  query: NoQuery,
  body: EligibilityScreening,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state, moment) => {
      const rule = eligibilityRuleOn(ports.council, request.body.on);
      return rule.accepted ? screenEligibility(state, request.body, rule.value, moment) : rule;
    }),
});
