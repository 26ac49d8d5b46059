import * as z from 'zod';
import { eligibilityRuleOn } from '#shared/council/eligibility-rule.ts';
import { councilNamed } from '#shared/council/load/find-council.ts';
import { loadChargingRates } from '#shared/council/load/load-charging-rates.ts';
import { suggestTeam } from '#shared/council/teams/suggest-team.ts';
import { IndicativeBudget } from '#shared/domain/allocation/indicative-budget.ts';
import { assessNeeds } from '#shared/domain/assessment/assess-needs.ts';
import { decideEligibility } from '#shared/domain/assessment/decide-eligibility.ts';
import { EligibilityDecision } from '#shared/domain/assessment/eligibility-decision.ts';
import {
  giveIndicativeBudget,
  IndicativeBudgetGiven,
} from '#shared/domain/assessment/give-indicative-budget.ts';
import { BudgetIndication, indicateBudget } from '#shared/domain/assessment/indicate-budget.ts';
import { NeedsAssessment } from '#shared/domain/assessment/needs-assessment.ts';
import { authoriseBudget, BudgetVerdict } from '#shared/domain/budget/authorise-budget.ts';
import { limitsOf } from '#shared/domain/budget/delegated-limits-policy.ts';
import { eighteenthBirthday } from '#shared/domain/budget/eighteenth-birthday.ts';
import { ageOn, type CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { CaseState, RecordName } from '#shared/domain/case/case-state.ts';
import { assessFinances } from '#shared/domain/finances/assess-finances.ts';
import { FinancialAssessment } from '#shared/domain/finances/financial-assessment.ts';
import { WrittenPlan } from '#shared/domain/plan/plan-input.ts';
import { agreePlan } from '#shared/domain/plan/sign-off/agree-plan.ts';
import { PlanAgreement } from '#shared/domain/plan/sign-off/agreement.ts';
import { authorisePlan, PlanVerdict } from '#shared/domain/plan/sign-off/authorise-plan.ts';
import { writePlan } from '#shared/domain/plan/write-plan.ts';
import {
  Arrangements,
  arrangeSupport,
  PlanToArrange,
} from '#shared/domain/support/arrange-support.ts';
import { ArrangedLines, SupportStart, startSupport } from '#shared/domain/support/start-support.ts';
import { triageContact } from '#shared/domain/triage/triage.ts';
import { TriageDecision } from '#shared/domain/triage/triage-decision.ts';
import { type CaseCommand, caseCommand, type Lookups } from './command.ts';

export const council = councilNamed('example');

const AssessedNeeds = z.looseObject(NeedsAssessment.pick({ assessedOn: true, needs: true }).shape);
const Allocated = z.looseObject({ allocation: IndicativeBudget });

/** Every command of the standard journey on a case. The peers do not end the direct payments of a
 * superseded plan when support starts: nobody in the journey has one. */
export const commands: readonly CaseCommand[] = [
  caseCommand('triage-contact', TriageDecision, async ({ state, body, moment, lookups }) => {
    const suggested = await suggestedTeam(state, { body, today: moment.today, lookups });
    return triageContact(state, body, { ...council, suggested }, moment);
  }),
  caseCommand('assess-needs', NeedsAssessment, ({ state, body, moment }) => {
    const rule = eligibilityRuleOn(council, body.assessedOn);
    return rule.accepted ? assessNeeds(state, body, rule.value, moment) : rule;
  }),
  caseCommand(
    'decide-eligibility',
    EligibilityDecision,
    async ({ state, body, moment, lookups }) => {
      const rule = eligibilityRuleOn(council, body.decidedOn);
      if (!rule.accepted) return rule;
      const assessment = AssessedNeeds.parse(await recorded(state, 'assessment', lookups));
      const { reablement } = council;
      return decideEligibility(state, body, { assessment, rule: rule.value, reablement }, moment);
    },
  ),
  caseCommand('indicate-budget', BudgetIndication, ({ state, body, moment }) =>
    indicateBudget(state, body, council.ras, moment),
  ),
  caseCommand(
    'give-indicative-budget',
    IndicativeBudgetGiven,
    async ({ state, body, moment, lookups }) => {
      const { allocation } = Allocated.parse(await recorded(state, 'allocation', lookups));
      return giveIndicativeBudget(state, body, allocation, moment);
    },
  ),
  caseCommand('assess-finances', FinancialAssessment, async ({ state, body, moment }) => {
    const { local: knobs, provisionalWeeklyPence } = council.charging;
    const rules = { book: await loadChargingRates(), knobs };
    // Nobody in the journey was assessed before, or is charged for a plan.
    const about = { council: council.id, rules, provisionalWeeklyPence };
    return assessFinances(state, body, { ...about, before: undefined, plan: undefined }, moment);
  }),
  caseCommand('write-support-plan', WrittenPlan, async ({ state, body, moment, lookups }) => {
    const birthDate = await lookups.birthDate();
    const eighteenth = birthDate === undefined ? null : eighteenthBirthday(birthDate);
    return writePlan(state, body, { settings: council, eighteenth }, moment);
  }),
  caseCommand('record-plan-agreement', PlanAgreement, ({ state, body, moment }) =>
    agreePlan(state, body, moment),
  ),
  caseCommand('authorise-plan', PlanVerdict, async ({ state, body, caller, moment, lookups }) => {
    const limits = limitsOf(await lookups.delegationOn(moment.today));
    const signatory = { personId: caller.id, roles: caller.roles };
    const { separation } = council;
    return authorisePlan(state, body, { separation, limits, signatory }, moment);
  }),
  caseCommand(
    'authorise-budget',
    BudgetVerdict,
    async ({ state, body, caller, moment, lookups }) => {
      const limits = limitsOf(await lookups.delegationOn(moment.today));
      const signatory = { personId: caller.id, roles: caller.roles };
      return authoriseBudget(
        state,
        body,
        { separation: council.separation, limits, signatory },
        moment,
      );
    },
  ),
  caseCommand('arrange-support', Arrangements, async ({ state, body, moment, lookups }) => {
    const plan = PlanToArrange.parse(await recorded(state, 'plan', lookups));
    return arrangeSupport(state, body, plan, moment);
  }),
  caseCommand('start-support', SupportStart, async ({ state, body, moment, lookups }) => {
    const arranged = ArrangedLines.parse(await recorded(state, 'arrangements', lookups));
    const reviewWeeks = council.reviewWeeksFirst;
    return startSupport(state, body, { arranged, reviewWeeks }, moment);
  }),
];

/** The body of the event that holds the record. */
async function recorded(state: CaseState, name: RecordName, lookups: Lookups): Promise<unknown> {
  const version = state.records[name];
  if (version === undefined) throw new Error(`the case has no ${name} yet`);
  return lookups.eventBody(version);
}

async function suggestedTeam(
  state: CaseState,
  about: { readonly body: TriageDecision; readonly today: CivilDate; readonly lookups: Lookups },
) {
  const { body, today, lookups } = about;
  if (body.verdict !== 'assess' && body.verdict !== 'reablement') return undefined;
  const birthDate = await lookups.birthDate();
  return suggestTeam(council, {
    age: birthDate === undefined ? undefined : ageOn(birthDate, today),
    about: state.kind,
    supportReason: body.referral.supportReason,
    isInHospital: body.referral.isInHospital,
    hasConcern: body.concern !== undefined,
    isUrgent: state.isUrgent,
    leadsTo: body.verdict,
    postcode: await lookups.postcode(),
  });
}
