import * as z from 'zod';
import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { eligibilityRuleOn } from '#shared/council/eligibility-rule.ts';
import { decideEligibility } from '#shared/domain/assessment/decide-eligibility.ts';
import { EligibilityDecision } from '#shared/domain/assessment/eligibility-decision.ts';
import { NeedsAssessment } from '#shared/domain/assessment/needs-assessment.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { accept, type Outcome, refuse } from '#shared/domain/outcome.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';

export const eligibilityDecision = staffOperation({
  id: 'decide-eligibility',
  method: 'POST',
  path: '/cases/{caseId}/eligibility',
  tag: 'Assessment',
  roles: ['practitioner', 'team-manager'],
  summary: 'Decide eligibility from the assessment that stands',
  ifMatch: 'assessment',
  params: CaseParams,
  query: NoQuery,
  body: EligibilityDecision,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(
      request,
      ports,
      async (state, moment) => {
        const rule = eligibilityRuleOn(ports.council, request.body.decidedOn);
        if (!rule.accepted) return rule;
        const assessment = await readAssessment(request.params.caseId, state, ports);
        if (!assessment.accepted) return assessment;
        const { reablement } = ports.council;
        const basis = { assessment: assessment.value, rule: rule.value, reablement };
        return decideEligibility(state, request.body, basis, moment);
      },
      { ifMatch: 'assessment' },
    ),
});

const RecordedAssessment = z.looseObject(
  NeedsAssessment.pick({ assessedOn: true, needs: true }).shape,
);
type RecordedAssessment = z.infer<typeof RecordedAssessment>;

/** The assessment to which the case points, from the very event that holds it. */
async function readAssessment(
  caseId: string,
  state: CaseState,
  { cases }: Pick<Ports, 'cases'>,
): Promise<Outcome<RecordedAssessment>> {
  const version = state.records.assessment;
  if (version === undefined) return refuse('wrong-stage', 'Needs have not been assessed.');
  const event = await cases.at(caseId, version);
  if (!event) throw new Error(`event ${version} of a case is missing`);
  return accept(RecordedAssessment.parse(event.body));
}
