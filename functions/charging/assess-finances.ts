import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { loadChargingRates } from '#shared/council/load/load-charging-rates.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { ChargingAbout } from '#shared/domain/finances/assess-by-care-act.ts';
import { assessFinances } from '#shared/domain/finances/assess-finances.ts';
import { ChargedPlan } from '#shared/domain/finances/care-of-plan.ts';
import { FinancialAssessment } from '#shared/domain/finances/financial-assessment.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';

export const financialAssessment = staffOperation({
  id: 'assess-finances',
  method: 'POST',
  path: '/cases/{caseId}/financial-assessment',
  tag: 'Charging',
  roles: ['finance-officer'],
  summary: 'Assess finances: what a person pays is worked from their means, line by line',
  ifMatch: 'finances',
  params: CaseParams,
  query: NoQuery,
  body: FinancialAssessment,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(
      request,
      ports,
      async (state, moment) => {
        const about = await aboutOf(request.params.caseId, { state, input: request.body }, ports);
        return assessFinances(state, request.body, about, moment);
      },
      { ifMatch: 'finances' },
    ),
});

/** What a charge is worked by: the rates, the council's rules, what was asked for before, and the
 * plan where its lines are charged for. */
async function aboutOf(
  caseId: string,
  { state, input }: { readonly state: CaseState; readonly input: FinancialAssessment },
  { cases, council }: Pick<Ports, 'cases' | 'council'>,
): Promise<ChargingAbout> {
  const isOfPlan = input.method === 'care-act-2014' && input.care.from === 'plan';
  const { finances, plan } = state.records;
  const wanted = [finances, isOfPlan ? plan : undefined].filter((at) => at !== undefined);
  const events = await cases.atMany(caseId, wanted);
  const bodyAt = (version: number | undefined) =>
    events.find(({ sequence }) => sequence === version)?.body;
  const { local, provisionalWeeklyPence } = council.charging;
  return {
    council: council.id,
    rules: { book: await loadChargingRates(), knobs: local },
    provisionalWeeklyPence,
    before: bodyAt(finances),
    plan: isOfPlan && plan !== undefined ? ChargedPlan.parse(bodyAt(plan)) : undefined,
  };
}
