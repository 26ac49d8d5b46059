import { giveIndicativeBudget } from '#shared/domain/assessment/give-indicative-budget.ts';
import { indicateBudget } from '#shared/domain/assessment/indicate-budget.ts';
import { authoriseBudget, BudgetVerdict } from '#shared/domain/budget/authorise-budget.ts';
import type { DelegatedLimit } from '#shared/domain/budget/delegated-limits.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { WrittenPlan } from '#shared/domain/plan/plan-input.ts';
import { agreePlan } from '#shared/domain/plan/sign-off/agree-plan.ts';
import { PlanAgreement } from '#shared/domain/plan/sign-off/agreement.ts';
import { authorisePlan, PlanVerdict } from '#shared/domain/plan/sign-off/authorise-plan.ts';
import { writePlan } from '#shared/domain/plan/write-plan.ts';
import { ReviewHeld } from '#shared/domain/review/review-input.ts';
import { arrangeSupport } from '#shared/domain/support/arrange-support.ts';
import { startSupport } from '#shared/domain/support/start-support.ts';
import { at, councils, eligible, stateAfter } from './case-states.ts';

export const council = councils.worcestershire;

/** A case whose person was given an indicative budget, with every answer the highest. */
export function budgetGiven(state: CaseState = eligible()): CaseState {
  const questionnaire = council.ras.questionnaires.find(({ subject }) => subject === 'adult');
  const answers = Object.fromEntries(
    (questionnaire?.domains ?? []).flatMap(({ questions }) =>
      questions.map(({ id, answers: choices }) => [id, choices.at(-1)?.id ?? '']),
    ),
  );
  const input = { answers, informalSupport: {} };
  const indicated = stateAfter(indicateBudget(state, input, council.ras, at('2026-07-06')));
  return stateAfter(
    giveIndicativeBudget(
      indicated,
      { givenOn: '2026-07-07', to: 'person', how: 'letter', format: 'plain', language: 'English' },
      { explanation: [] },
      at('2026-07-07'),
    ),
  );
}

/** Ten hours of help a week from a direct payment, 150.00, and flooring once, 850.00. */
const careLine = {
  id: 'care',
  kind: 'weekly',
  outcome: 'CA-HYGIENE',
  activity: 'Help to wash and dress',
  supporter: { kind: 'person', name: 'An assistant', relationship: 'not-related' },
  component: 'Direct Payment',
  purchase: 'personal-care',
  when: 'Every morning and evening',
  unit: 'hour',
  unitsHundredths: 1000,
  unitPence: 1500,
  weeklyPence: 15_000,
  funding: { funder: 'council', partId: 'payment', costCentre: 'physical-disability' },
};
const { weeklyPence: _weeklyPence, ...bare } = careLine;
const flooringLine = {
  ...bare,
  id: 'flooring',
  kind: 'one-off',
  activity: 'Laminate flooring for the wheelchair',
  component: 'Equipment',
  purchase: 'home-adaptation',
  unit: 'item',
  unitsHundredths: 100,
  unitPence: 85_000,
  oneOffPence: 85_000,
};
const dayLine = {
  ...careLine,
  id: 'day',
  outcome: 'CA-CLOTHING',
  activity: 'A day centre',
  supporter: { kind: 'provider', name: 'Riverside', cqcLocationId: '1-123456789' },
  component: 'Day Support',
  purchase: 'day-activity',
  unit: 'session',
  unitsHundredths: 200,
  unitPence: 4500,
  weeklyPence: 9000,
  funding: { funder: 'council', partId: 'managed', costCentre: 'physical-disability' },
};

export const plan = WrittenPlan.parse({
  writtenOn: '2026-07-08',
  author: { kind: 'person' },
  needs: [{ need: 'Help to wash', isEligible: true, metBy: 'council', how: 'An assistant' }],
  outcomesWanted: ['To be at home'],
  lines: [careLine, flooringLine, dayLine],
  notCovered: [],
  parts: [
    { id: 'payment', holding: 'direct-payment', contribution: 'net', payee: { kind: 'self' } },
    { id: 'managed', holding: 'council-managed' },
  ],
  budgetFrom: '2026-07-20',
  optionsDiscussed: [
    {
      option: 'direct-payment',
      discussedOn: '2026-07-07',
      discussedWith: ['person'],
      familyPermission: 'not-needed',
    },
  ],
  contingency: {
    whoCovers: 'The agency',
    phone: '01632 960 300',
    councilStepsInWhen: 'Nobody can come within two hours',
    testedOn: '2026-07-07',
  },
  risks: [{ risk: 'Falls at night', howManaged: 'An alarm' }],
  emergency: { whatToDo: 'Call the alarm centre', phone: '01632 960 301' },
  informalSupport: [],
  preventionAdvice: 'A falls class meets on Tuesdays.',
});

/** The same plan with no direct payment in it. */
export const managedPlan = WrittenPlan.parse({
  ...plan,
  lines: [dayLine, { ...dayLine, id: 'help', outcome: 'CA-HYGIENE' }],
  parts: [{ id: 'managed', holding: 'council-managed' }],
});

export function written(input: WrittenPlan = plan, state: CaseState = budgetGiven()): CaseState {
  const about = { settings: council, eighteenth: null };
  return stateAfter(writePlan(state, input, about, at('2026-07-08')));
}

export const agreement = PlanAgreement.parse({
  outcome: 'agreed',
  by: { kind: 'person' },
  on: '2026-07-09',
  copiesTo: [{ kind: 'person' }],
});

export function agreed(input: WrittenPlan = plan, state?: CaseState): CaseState {
  return stateAfter(agreePlan(written(input, state), agreement, at('2026-07-09')));
}

const passed = { passed: true, reason: 'Looked at line by line.' };
/** The three checks passed, at prices of a day. */
export const checksOf = (pricedOn: string) =>
  PlanVerdict.parse({
    verdict: 'authorised',
    checks: {
      meetsNeeds: passed,
      managesRisk: passed,
      withinBudget: passed,
      howItCanBeBought: { way: 'The agency at its price of today.', pricedOn },
    },
  });
export const checksPassed = checksOf('2026-07-10');

export const limits: readonly DelegatedLimit[] = [
  {
    id: 'managers',
    key: 'budget-manager',
    holder: { kind: 'role', role: 'budget-manager' },
    weeklyPenceMax: 50_000,
    oneOffPenceMax: 200_000,
    from: '2026-04-01',
  },
  {
    id: 'head',
    key: 'budget-manager',
    holder: { kind: 'role', role: 'head-of-service' },
    weeklyPenceMax: null,
    oneOffPenceMax: null,
    from: '2026-04-01',
  },
];

export function firstKey(input: WrittenPlan = plan, state?: CaseState): CaseState {
  const signOff = {
    separation: 'standard',
    limits,
    signatory: { personId: 'practitioner-1', roles: ['practitioner'] },
  } as const;
  return stateAfter(authorisePlan(agreed(input, state), checksPassed, signOff, at('2026-07-10')));
}

/** A case with both keys turned, by a practitioner and by a budget manager. */
export function authorised(input: WrittenPlan = plan, state?: CaseState): CaseState {
  const signatory = { personId: 'manager-1', roles: ['budget-manager'] };
  const signOff = { separation: 'standard', limits, signatory } as const;
  const verdict = BudgetVerdict.parse({ verdict: 'authorised' });
  const moment = at('2026-07-13', 'manager-1', 'budget-manager');
  return stateAfter(authoriseBudget(firstKey(input, state), verdict, signOff, moment));
}

/** A case whose council-managed plan started on a day, which is the day of the record too. */
export function started(on = '2026-07-20', state?: CaseState): CaseState {
  return startedFrom(authorised(managedPlan, state), on);
}

/** The same, from a case whose council-managed plan has both keys. */
export function startedFrom(ready: CaseState, on: string): CaseState {
  const order = {
    partId: 'managed',
    lineIds: ['day', 'help'],
    provider: { name: 'Riverside' },
    weeklyPence: 18_000,
    oneOffPence: 0,
    startsOn: '2026-07-20',
    interimCover: 'None is needed.',
  };
  const arranged = stateAfter(
    arrangeSupport(ready, { orders: [order] }, managedPlan, at('2026-07-14')),
  );
  const lines = ['day', 'help'].map((id) => ({
    id,
    partId: 'managed',
    kind: 'weekly' as const,
    plannedOn: '2026-07-20',
  }));
  const input = { lines: lines.map(({ id }) => ({ lineId: id, firstDay: on })) };
  return stateAfter(startSupport(arranged, input, { arranged: { lines }, reviewWeeks: 6 }, at(on)));
}

export function reviewOf(
  decision: ReviewHeld['decision'],
  others: Partial<ReviewHeld> = {},
): ReviewHeld {
  return ReviewHeld.parse({
    kind: 'light-touch',
    heldOn: '2026-08-31',
    needs: { areStillMet: true, note: 'All goes well.' },
    outcomes: [
      { outcome: 'CA-HYGIENE', achieved: 'fully' },
      { outcome: 'CA-CLOTHING', achieved: 'partly' },
    ],
    risks: { haveChanged: false, note: 'None.' },
    budget: { isRight: true, note: 'It is enough.' },
    directPayment: null,
    carer: null,
    questions: {
      about: 'adult',
      choiceAndControl: 'better',
      dignityAndFeelingSafe: 'better',
      emotionalWellBeing: 'the-same',
      controlOverWhatMatters: 'not-answered',
    },
    satisfaction: 'satisfied',
    advocate: { status: 'not-needed' },
    continuingHealthcare: { isReferralNeeded: false, note: 'No primary health need.' },
    decision,
    ...others,
  });
}
