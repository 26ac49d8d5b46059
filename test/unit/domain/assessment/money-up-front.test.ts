import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { replayAllocation } from '#shared/domain/allocation/allocate.ts';
import { IndicativeBudget } from '#shared/domain/allocation/indicative-budget.ts';
import {
  giveIndicativeBudget,
  IndicativeBudgetGiven,
} from '#shared/domain/assessment/give-indicative-budget.ts';
import { BudgetIndication, indicateBudget } from '#shared/domain/assessment/indicate-budget.ts';
import { assessFinances } from '#shared/domain/finances/assess-finances.ts';
import { FinancialAssessment } from '#shared/domain/finances/financial-assessment.ts';
import { openSteps } from '#shared/domain/journey/workflow.ts';
import {
  assessed,
  at,
  changeOf,
  councils,
  eligible,
  opened,
  referred,
  stateAfter,
  withLiveSupport,
} from '#test/support/case-states.ts';
import { everything, pricePerPoint, questionnaire } from '../allocation/questionnaires.ts';

const today = '2026-07-06';
const settings = {
  questionnaires: [questionnaire],
  tables: [pricePerPoint],
  readyReckoners: [],
  contingencyPercent: 0,
};
const indication = BudgetIndication.parse({ answers: everything });

const finances = (others: Record<string, unknown> = {}) =>
  FinancialAssessment.parse({
    status: 'assessed',
    assessedOn: today,
    appliesFrom: today,
    method: { kind: 'care-act-2014' },
    weeklyContributionPence: 3_000,
    basis: { kind: 'full' },
    ...others,
  });

const provisional = FinancialAssessment.parse({
  status: 'provisional',
  assessedOn: today,
  appliesFrom: today,
  method: { kind: 'care-act-2014' },
  weeklyContributionPence: 1_000,
  missing: 'Bank statements.',
  helpOffered: 'A visit on Thursday.',
  reviewOn: '2026-08-03',
  toldInWriting: true,
});

const refused = FinancialAssessment.parse({
  status: 'refused',
  assessedOn: today,
  appliesFrom: today,
  method: { kind: 'care-act-2014' },
  refusal: 'He will not show his papers.',
});

describe('the indicative budget', () => {
  it('of 100 points at 6.20 is 620.00 a week, whole for replay', () => {
    const { next, body } = changeOf(indicateBudget(assessed(), indication, settings, at(today)));
    expect(next.allocation).toEqual({ weeklyPence: 62_000, givenOn: null });
    const { allocation } = z.looseObject({ allocation: IndicativeBudget }).parse(body);
    expect(replayAllocation(allocation, settings)).toEqual({ accepted: true, value: allocation });
  });

  it('takes account of a contribution once it is known', () => {
    const paying = stateAfter(assessFinances(eligible(), finances(), at(today)));
    const { body } = changeOf(indicateBudget(paying, indication, settings, at(today)));
    expect(body).toMatchObject({
      allocation: { contributionWeeklyPence: 3_000, netWeeklyPence: 59_000 },
    });
  });

  it.each([
    ['assessment', referred()],
    ['planning', eligible()],
    ['live support', withLiveSupport(eligible())],
  ])('may be worked out during %s', (_, state) => {
    expect(indicateBudget(state, indication, settings, at(today)).accepted).toBe(true);
  });

  it.each([
    ['contact', opened()],
    ['reablement', referred('reablement')],
  ])('is refused during %s', (_, state) => {
    expect(indicateBudget(state, indication, settings, at(today))).toMatchObject({
      refusal: { kind: 'wrong-stage' },
    });
  });

  it('is refused with a question left out, and then changes nothing', () => {
    const { washing: _, ...answers } = everything;
    const input = BudgetIndication.parse({ answers });
    expect(indicateBudget(assessed(), input, settings, at(today))).toMatchObject({
      refusal: { kind: 'answer-missing', pointer: '/answers/washing' },
    });
  });

  it("shows the carer's own beside it and adds nothing", () => {
    const { ras } = councils.worcestershire;
    const answersTo = (subject: 'adult' | 'carer') => {
      const asked = ras.questionnaires.find((candidate) => candidate.subject === subject);
      const questions = asked?.domains.flatMap((domain) => domain.questions) ?? [];
      return Object.fromEntries(questions.map(({ id, answers }) => [id, answers.at(-1)?.id]));
    };
    const adult = { answers: answersTo('adult') };
    const alone = indicateBudget(assessed(), BudgetIndication.parse(adult), ras, at(today));
    const both = BudgetIndication.parse({ ...adult, carer: { answers: answersTo('carer') } });
    const beside = changeOf(indicateBudget(assessed(), both, ras, at(today)));
    expect(beside.next.allocation).toEqual(changeOf(alone).next.allocation);
    expect(beside.body).toMatchObject({ carerAllocation: { subject: 'carer' } });
    const wrong = BudgetIndication.parse({ ...adult, carer: { answers: {} } });
    expect(indicateBudget(assessed(), wrong, ras, at(today))).toMatchObject({
      refusal: { kind: 'answer-missing', pointer: expect.stringMatching(/^\/carer\/answers\//) },
    });
  });

  it('stands beside hours times price where the council keeps prices', () => {
    const { readyReckoners } = councils.southwark.ras;
    const service = readyReckoners[0]?.prices[0]?.service ?? '';
    const input = BudgetIndication.parse({ answers: everything, help: { [service]: 60 } });
    const priced = { ...settings, readyReckoners };
    const { body } = changeOf(indicateBudget(assessed(), input, priced, at(today)));
    expect(body).toMatchObject({
      readyReckoner: { readyReckonerWeeklyPence: readyReckoners[0]?.prices[0]?.hourlyPence },
    });
    expect(indicateBudget(assessed(), input, settings, at(today))).toMatchObject({
      refusal: { kind: 'policy-not-in-force' },
    });
  });
});

const told = { explanation: ['100 points at £6.20 a point is £620.00 a week.'] };

describe('giving the indicative budget', () => {
  const given = (givenOn: string) =>
    IndicativeBudgetGiven.parse({ givenOn, to: 'person', how: 'letter', format: 'easy-read' });
  const indicated = () => stateAfter(indicateBudget(assessed(), indication, settings, at(today)));

  it('records the day, the way and the format', () => {
    const { next, body } = changeOf(
      giveIndicativeBudget(indicated(), given(today), told, at(today)),
    );
    expect(next.allocation).toEqual({ weeklyPence: 62_000, givenOn: today });
    expect(body).toMatchObject({ weeklyPence: 62_000, format: 'easy-read', ...told });
  });

  it('must be done again once it has been worked out again', () => {
    const before = stateAfter(giveIndicativeBudget(indicated(), given(today), told, at(today)));
    const again = stateAfter(indicateBudget(before, indication, settings, at(today)));
    expect(again.allocation?.givenOn).toBeNull();
  });

  it('is refused where there is none, or for a day to come', () => {
    expect(giveIndicativeBudget(assessed(), given(today), told, at(today))).toMatchObject({
      refusal: { kind: 'indicative-budget-not-given' },
    });
    expect(giveIndicativeBudget(indicated(), given('2026-07-07'), told, at(today))).toMatchObject({
      refusal: { kind: 'invalid-input', pointer: '/givenOn' },
    });
  });
});

describe('the financial assessment', () => {
  it.each([
    ['assessed', finances(), 3_000],
    ['provisional', provisional, 1_000],
    ['refused', refused, null],
  ])('that is %s settles its step and leaves the plan to go on', (status, input, pence) => {
    const { next } = changeOf(assessFinances(eligible(), input, at(today)));
    expect(openSteps(next.workflow)).toEqual(['write-support-plan']);
    expect(next.finances).toEqual({ status, weeklyContributionPence: pence });
  });

  it('takes the place of a provisional one, with the difference told', () => {
    const before = stateAfter(assessFinances(eligible(), provisional, at(today)));
    const { next, body } = changeOf(assessFinances(before, finances(), at(today)));
    expect(next.finances).toEqual({ status: 'assessed', weeklyContributionPence: 3_000 });
    expect(openSteps(next.workflow)).toEqual(['write-support-plan']);
    expect(body).toMatchObject({
      replaces: {
        status: 'provisional',
        weeklyContributionPence: 1_000,
        differenceWeeklyPence: 2_000,
      },
    });
  });

  it('that is provisional has a review to come', () => {
    const late = FinancialAssessment.parse({ ...provisional, reviewOn: today });
    expect(assessFinances(eligible(), late, at(today))).toMatchObject({
      refusal: { kind: 'invalid-input', pointer: '/reviewOn' },
    });
  });

  it('is not dated to come', () => {
    expect(assessFinances(eligible(), finances(), at('2026-07-05'))).toMatchObject({
      refusal: { kind: 'invalid-input', pointer: '/assessedOn' },
    });
  });

  it('tells no difference from the full cost', () => {
    const before = stateAfter(assessFinances(eligible(), refused, at(today)));
    const { body } = changeOf(assessFinances(before, finances(), at(today)));
    expect(body).toMatchObject({ replaces: { differenceWeeklyPence: null } });
  });

  it('may come before the decision on eligibility', () => {
    const { next } = changeOf(assessFinances(assessed(), finances(), at(today)));
    expect(openSteps(next.workflow)).toEqual(['decide-eligibility']);
  });

  it('is refused before needs are assessed', () => {
    expect(assessFinances(opened(), finances(), at(today))).toMatchObject({
      refusal: { kind: 'wrong-stage' },
    });
  });

  it('before the Care Act is a manual decision, dated and labelled', () => {
    const manual = {
      kind: 'manual-fairer-charging',
      decidedOn: '2008-06-20',
      decidedBy: { id: 'finance-1', name: 'A Finance Officer' },
    };
    const input = finances({ assessedOn: '2008-06-20', method: manual });
    expect(changeOf(assessFinances(eligible(), input, at('2008-06-20'))).body).toMatchObject({
      label: 'Manual decision under Fairer Charging',
      method: { decidedOn: '2008-06-20' },
    });
  });

  it.each([
    ['Fairer Charging', '2015-04-01', { kind: 'manual-fairer-charging' }],
    ['the Care Act', '2015-03-31', { kind: 'care-act-2014' }],
  ])('is not by %s on %s', (_, assessedOn, method) => {
    const decider = { decidedOn: assessedOn, decidedBy: { id: 'finance-1', name: 'An Officer' } };
    const isManual = method.kind === 'manual-fairer-charging';
    const input = finances({ assessedOn, method: isManual ? { ...method, ...decider } : method });
    expect(assessFinances(eligible(), input, at(today))).toMatchObject({
      refusal: { kind: 'scheme-not-in-force', pointer: '/method/kind' },
    });
  });

  it('is light-touch only with consent', () => {
    const basis = {
      kind: 'light-touch',
      ground: 'nothing-to-pay',
      evidence: 'On guarantee credit.',
      doesPersonConsent: false,
      toldMayAskForFull: true,
    };
    expect(FinancialAssessment.safeParse({ ...finances(), basis }).success).toBe(false);
  });
});
