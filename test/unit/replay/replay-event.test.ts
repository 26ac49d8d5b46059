import { describe, expect, it } from 'vitest';
import { loadChargingRates } from '#shared/council/load/load-charging-rates.ts';
import { AllocationTable } from '#shared/domain/allocation/tables.ts';
import { assessNeeds } from '#shared/domain/assessment/assess-needs.ts';
import { decideEligibility } from '#shared/domain/assessment/decide-eligibility.ts';
import { EligibilityDecision } from '#shared/domain/assessment/eligibility-decision.ts';
import { BudgetIndication, indicateBudget } from '#shared/domain/assessment/indicate-budget.ts';
import type { DecidedEvent } from '#shared/domain/replay/decided-event.ts';
import { type KeptRules, replayEvent } from '#shared/domain/replay/replay-event.ts';
import {
  assessed,
  at,
  basisOf,
  carerAssessmentOf,
  changeOf,
  councils,
  decisionOf,
  facsAssessment,
  metByCouncil,
  referred,
  stateAfter,
} from '#test/support/case-states.ts';
import { everything, pricePerPoint, questionnaire } from '../domain/allocation/questionnaires.ts';
import { changed, stored } from './stored-event.ts';

const today = '2026-07-06';
const settings = {
  questionnaires: [questionnaire],
  tables: [pricePerPoint],
  readyReckoners: councils.southwark.ras.readyReckoners,
  contingencyPercent: 10,
};
const rates = await loadChargingRates();
const rules: KeptRules = { allocation: settings, rates };

const adult = stored(
  changeOf(decideEligibility(assessed(), decisionOf(metByCouncil), basisOf(), at(today))),
);

function carersDecision(): DecidedEvent {
  const assessment = carerAssessmentOf(['CARER-RECREATION']);
  const rule = { scheme: 'care-act-2014' } as const;
  const state = stateAfter(
    assessNeeds(referred('assess', today, 'carer'), assessment, rule, at(today)),
  );
  const decision = decisionOf(metByCouncil, {
    test: {
      scheme: 'care-act-2014-carer',
      arisesFromNecessaryCare: { holds: true, evidence: 'She lifts her husband.' },
      healthAtRisk: { holds: true, evidence: 'Her back.' },
      fluctuation: { isFluctuating: false, periodConsidered: '' },
      wellBeing: { significant: true, areas: ['personal-dignity'], reason: 'No day off.' },
    },
  });
  const basis = { assessment, rule, reablement: 'before-eligibility' } as const;
  return stored(changeOf(decideEligibility(state, decision, basis, at(today))));
}

function facsDecision(): DecidedEvent {
  const day = '2008-06-20';
  const assessment = facsAssessment(day);
  const rule = { scheme: 'facs', thresholdBand: 'substantial' } as const;
  const state = stateAfter(assessNeeds(referred(), assessment, rule, at(day)));
  const decision = EligibilityDecision.parse({
    ...decisionOf(metByCouncil),
    decidedOn: day,
    test: {
      scheme: 'facs',
      indicators: [{ code: 'FACS-CRITICAL-ROUTINES', evidence: 'Seen at the first visit.' }],
    },
  });
  const basis = { assessment, rule, reablement: 'before-eligibility' } as const;
  return stored(changeOf(decideEligibility(state, decision, basis, at(day))));
}

describe('A determination, decided again from its inputs,', () => {
  it.each([
    ['of an adult', adult, 'care-act-2014/2015-04-01: eligible'],
    ['of a carer', carersDecision(), 'care-act-2014-carer/2015-04-01: eligible'],
    ['under FACS', facsDecision(), 'facs/2002: eligible'],
  ])('%s is the same', (_, event, told) => {
    expect(replayEvent(event, rules)).toEqual([
      { what: 'determination', told, result: { is: 'same' } },
    ]);
  });

  it.each([
    ['another verdict', 'body/determination/eligible', false, '/eligible'],
    ['another version', 'body/determination/schemeVersion', 'facs/2010', '/schemeVersion'],
    [
      'a finding that was changed',
      'body/determination/inputs/wellBeing/significant',
      false,
      '/eligible',
    ],
    [
      'other facts for what came later',
      'after/eligibility/isEligible',
      false,
      '/eligibility/isEligible',
    ],
  ])('differs with %s', (_, path, value, place) => {
    expect(replayEvent(changed(adult, path, value), rules)).toMatchObject([
      {
        result: {
          is: 'different',
          differences: expect.arrayContaining([expect.objectContaining({ at: place })]),
        },
      },
    ]);
  });

  it('that was told in other words is the same decision', () => {
    const reworded = changed(adult, 'body/explanation/0', 'You can have support.');
    expect(replayEvent(reworded, rules)).toMatchObject([{ result: { is: 'retold' } }]);
  });

  it('whose inputs cannot be read is no good', () => {
    const torn = changed(adult, 'body/determination/inputs/outcomes', {});
    expect(replayEvent(torn, rules)).toMatchObject([{ result: { is: 'unworkable' } }]);
  });

  it('whose inputs are not kept is left out', () => {
    const erased = { ...adult, body: null, after: null };
    expect(replayEvent(erased, rules)).toMatchObject([{ result: { is: 'left-out' } }]);
  });
});

describe('An indicative budget, worked again from its inputs,', () => {
  const { prices } = settings.readyReckoners[0] ?? { prices: [] };
  const input = BudgetIndication.parse({
    answers: everything,
    help: { [prices[0]?.service ?? '']: 90 },
  });
  const event = stored(changeOf(indicateBudget(assessed(), input, settings, at(today))));

  it('is the same, and so is the ready reckoner beside it', () => {
    expect(replayEvent(event, rules)).toMatchObject([
      {
        what: 'indicative budget',
        told: 'test-1, price-1: £558.00 a week',
        result: { is: 'same' },
      },
      { what: 'ready reckoner', result: { is: 'same' } },
    ]);
  });

  it("is the same for the carer's own", () => {
    const { ras } = councils.worcestershire;
    const answersTo = (subject: 'adult' | 'carer') => {
      const asked = ras.questionnaires.find((candidate) => candidate.subject === subject);
      const questions = asked?.domains.flatMap((domain) => domain.questions) ?? [];
      return Object.fromEntries(questions.map(({ id, answers }) => [id, answers.at(-1)?.id]));
    };
    const both = BudgetIndication.parse({
      answers: answersTo('adult'),
      carer: { answers: answersTo('carer') },
    });
    const beside = stored(changeOf(indicateBudget(assessed(), both, ras, at(today))));
    expect(replayEvent(beside, { allocation: ras, rates })).toMatchObject([
      { what: 'indicative budget', result: { is: 'same' } },
      { what: "carer's indicative budget", result: { is: 'same' } },
    ]);
  });

  it.each([
    ['another sum', 'body/allocation/indicativeWeeklyPence', 1, '/budget/indicativeWeeklyPence'],
    ['another answer', 'body/allocation/inputs/answers/nights', 'a0', '/budget/points'],
    ['another sum for what came later', 'after/allocation/weeklyPence', 1, '/carried'],
  ])('differs with %s', (_, path, value, place) => {
    expect(replayEvent(changed(event, path, value), rules)[0]).toMatchObject({
      result: {
        is: 'different',
        differences: expect.arrayContaining([expect.objectContaining({ at: place })]),
      },
    });
  });

  it('differs where the table was changed and kept its name', () => {
    const dearer = AllocationTable.parse({ ...pricePerPoint, pencePerPoint: 621 });
    const other = { rates, allocation: { ...settings, tables: [dearer] } };
    expect(replayEvent(event, other)[0]?.result.is).toBe('different');
  });

  it('cannot be worked under a version that nobody kept', () => {
    const other = { rates, allocation: { ...settings, tables: [], readyReckoners: [] } };
    expect(replayEvent(event, other)).toMatchObject([
      { result: { is: 'unworkable', why: 'Policy version price-1 is not kept here.' } },
      { result: { is: 'unworkable' } },
    ]);
  });

  it('shows a reckoner of which the hours were not kept, and leaves it out', () => {
    const older = changed(event, 'body/readyReckoner/help', undefined);
    expect(replayEvent(older, rules)[1]?.result.is).toBe('left-out');
  });
});

it('What decides nothing is not worked again', () => {
  expect(replayEvent({ ...adult, type: 'needs-assessed' }, rules)).toEqual([]);
});
