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
import { careActInput, chargingAbout } from '#test/support/finances.ts';
import { everything, pricePerPoint, questionnaire } from '../allocation/questionnaires.ts';

const today = '2026-07-06';
const settings = {
  questionnaires: [questionnaire],
  tables: [pricePerPoint],
  readyReckoners: [],
  contingencyPercent: 0,
};
const indication = BudgetIndication.parse({ answers: everything });

describe('the indicative budget', () => {
  it('of 100 points at 6.20 is 620.00 a week, whole for replay', () => {
    const { next, body } = changeOf(indicateBudget(assessed(), indication, settings, at(today)));
    expect(next.allocation).toMatchObject({ weeklyPence: 62_000, givenOn: null });
    const { allocation } = z.looseObject({ allocation: IndicativeBudget }).parse(body);
    expect(replayAllocation(allocation, settings)).toEqual({ accepted: true, value: allocation });
  });

  it('takes account of a contribution once it is known', () => {
    const paying = stateAfter(
      assessFinances(eligible(), careActInput(3_000), chargingAbout, at(today)),
    );
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
      refusal: {
        kind: 'policy-not-in-force',
        detail: `No ready reckoner is in force on ${today}.`,
        pointer: '/help',
      },
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
    expect(next.allocation).toMatchObject({ weeklyPence: 62_000, givenOn: today });
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
