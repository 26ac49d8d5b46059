import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { assessNeeds } from '#shared/domain/assessment/assess-needs.ts';
import { decideEligibility } from '#shared/domain/assessment/decide-eligibility.ts';
import { EligibilityDecision } from '#shared/domain/assessment/eligibility-decision.ts';
import { stageOf } from '#shared/domain/case/stage.ts';
import { Determination, determine } from '#shared/domain/eligibility/determination.ts';
import { openSteps } from '#shared/domain/journey/workflow.ts';
import {
  assessed,
  at,
  basisOf,
  carerAssessmentOf,
  changeOf,
  decisionOf,
  eligible,
  facsAssessment,
  lackingCapacityFor,
  metByCouncil,
  referred,
  stateAfter,
  withLiveSupport,
} from '#test/support/case-states.ts';

const today = '2026-07-03';
const advice = { edge: 'not-eligible', writtenAdvice: 'A bath board; the lunch club.' };
const howToComeBack = 'Call us at any time.';
const declined = {
  edge: 'declined',
  reason: 'I manage.',
  hasCapacityToDecline: true,
  isAbuseSuspected: false,
  isCostTheReason: true,
};

function decide(whatFollows: Record<string, unknown>, others: Record<string, unknown> = {}) {
  return decideEligibility(assessed(), decisionOf(whatFollows, others), basisOf(), at(today));
}

describe('a decision that the person is eligible', () => {
  it('begins support planning, with finances beside the plan', () => {
    const { next, body } = changeOf(decide(metByCouncil));
    expect(openSteps(next.workflow)).toEqual(['assess-finances', 'write-support-plan']);
    expect(stageOf(next)).toBe('support-planning');
    expect(next.eligibility).toEqual({
      scheme: 'care-act-2014',
      isEligible: true,
      decidedOn: today,
      outcomes: ['CA-HYGIENE', 'CA-CLOTHING'],
    });
    expect(body).toMatchObject({
      outcome: 'progress-to-support-planning',
      rule: 'Care Act 2014 s18(1)',
    });
  });

  it('keeps all that it was made from, so that it can be replayed', () => {
    const { body } = changeOf(decide(metByCouncil));
    const { determination } = z.looseObject({ determination: Determination }).parse(body);
    expect(determine(determination.inputs)).toEqual({ accepted: true, value: determination });
  });

  it('begins a plan with a nil budget when others meet the needs', () => {
    const otherwise = {
      edge: 'eligible-met-otherwise',
      ordinaryResidence: { status: 'here', reason: '' },
      metBy: 'His wife, every day.',
      isWillingAndAble: true,
    };
    const { next, body } = changeOf(decide(otherwise));
    expect(body).toMatchObject({ verdict: 'eligible-met-otherwise', plan: 'nil-budget' });
    expect(openSteps(next.workflow)).toContain('write-support-plan');
  });

  it('is refused to whoever decides before the assessment or for a day to come', () => {
    for (const decidedOn of ['2026-07-01', '2026-07-04']) {
      expect(decide(metByCouncil, { decidedOn })).toMatchObject({
        refusal: { kind: 'invalid-input', pointer: '/decidedOn' },
      });
    }
  });

  it('is taken once', () => {
    expect(
      decideEligibility(eligible(), decisionOf(metByCouncil), basisOf(), at(today)),
    ).toMatchObject({ refusal: { kind: 'wrong-stage' } });
  });
});

describe('a decision that the person is not eligible', () => {
  const one = ['CA-HYGIENE'] as const;
  const notEligible = (others: Record<string, unknown> = {}, whatFollows = advice) =>
    decideEligibility(
      assessed(one),
      decisionOf(whatFollows, { howToComeBack, ...others }),
      basisOf(one),
      at(today),
    );

  it('closes the case with written advice and how to come back', () => {
    const { next, body } = changeOf(notEligible());
    expect(next).toMatchObject({ status: 'closed', outcome: 'nfa-information-and-advice' });
    expect(body).toMatchObject({ rule: 'Care Act 2014 s13(5)', howToComeBack });
  });

  it('is refused without the written advice', () => {
    expect(notEligible({}, { ...advice, writtenAdvice: '' })).toMatchObject({
      refusal: { kind: 'written-advice-needed', pointer: '/whatFollows/writtenAdvice' },
    });
  });

  it('is refused without telling how to come back', () => {
    expect(notEligible({ howToComeBack: undefined })).toMatchObject({
      refusal: { kind: 'reason-needed', pointer: '/howToComeBack' },
    });
  });

  it('can still be met under the power', () => {
    const power = {
      edge: 'not-eligible-met-under-power',
      writtenAdvice: 'Advice.',
      reason: 'Why.',
    };
    const decision = decideEligibility(assessed(one), decisionOf(power), basisOf(one), at(today));
    expect(changeOf(decision).body).toMatchObject({
      verdict: 'met-under-power',
      rule: 'Care Act 2014 s19(1)',
    });
    expect(changeOf(decision).next.eligibility).toMatchObject({ isEligible: false, outcomes: [] });
  });

  it('leaves support that is live to go on', () => {
    const state = withLiveSupport(assessed(one));
    const decision = decideEligibility(
      state,
      decisionOf(advice, { howToComeBack }),
      basisOf(one),
      at(today),
    );
    expect(stageOf(changeOf(decision).next)).toBe('receiving-support');
  });
});

describe('a person who declines', () => {
  it('ends the case as declined', () => {
    expect(changeOf(decide(declined, { howToComeBack })).next).toMatchObject({
      status: 'closed',
      outcome: 'nfa-support-declined',
    });
  });

  it('cannot where they lack the capacity to', () => {
    expect(decide({ ...declined, hasCapacityToDecline: false }, { howToComeBack })).toMatchObject({
      refusal: { kind: 'capacity-check-needed', pointer: '/whatFollows/hasCapacityToDecline' },
    });
  });

  it('cannot where a finding says so, whatever is claimed', () => {
    const state = lackingCapacityFor('declining', assessed());
    const decision = decisionOf(declined, { howToComeBack });
    expect(decideEligibility(state, decision, basisOf(), at(today))).toMatchObject({
      refusal: { kind: 'capacity-check-needed' },
    });
  });

  it('raises the concern that abuse is suspected', () => {
    const suspected = { ...declined, isAbuseSuspected: true };
    expect(decide(suspected, { howToComeBack })).toMatchObject({
      refusal: { kind: 'reason-needed', pointer: '/concern' },
    });
    const concern = { riskTypes: ['physical'], whatIsFeared: 'Bruises on her arms.' };
    expect(changeOf(decide(suspected, { howToComeBack, concern })).body).toMatchObject({ concern });
  });
});

describe('the scheme of the day', () => {
  const facsRule = { scheme: 'facs', thresholdBand: 'substantial' } as const;
  const facsTest = {
    scheme: 'facs',
    indicators: [{ code: 'FACS-CRITICAL-ROUTINES', evidence: 'Seen at the first visit.' }],
  };

  it('is never FACS for a decision made today', () => {
    expect(decide(metByCouncil, { test: facsTest })).toMatchObject({
      refusal: { kind: 'scheme-not-in-force', pointer: '/test/scheme' },
    });
  });

  it('was FACS in 2008, at the threshold of the council', () => {
    const day = '2008-06-20';
    const assessment = facsAssessment(day);
    const state = stateAfter(assessNeeds(referred(), assessment, facsRule, at(day)));
    const decision = EligibilityDecision.parse({
      ...decisionOf(metByCouncil),
      decidedOn: day,
      test: facsTest,
    });
    const basis = { assessment, rule: facsRule, reablement: 'before-eligibility' } as const;
    const { next, body } = changeOf(decideEligibility(state, decision, basis, at(day)));
    expect(next.eligibility).toMatchObject({
      scheme: 'facs',
      outcomes: ['FACS-CRITICAL-ROUTINES'],
    });
    expect(body).toMatchObject({
      determination: { band: 'critical', inputs: { threshold: 'substantial' } },
    });
  });

  it("is the carers' own for a carer", () => {
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
    const { next } = changeOf(decideEligibility(state, decision, basis, at(today)));
    expect(next.eligibility?.outcomes).toEqual(['CARER-HEALTH', 'CARER-RECREATION']);
  });
});

describe('reablement first', () => {
  const first = { edge: 'reablement-first', whyReablement: 'She can regain it.' };

  it('is decided only where the council offers it after eligibility', () => {
    expect(decide(first)).toMatchObject({ refusal: { kind: 'reablement-not-offered-here' } });
  });

  it('is for people who are eligible', () => {
    const one = ['CA-HYGIENE'] as const;
    const basis = basisOf(one, 'after-eligibility');
    expect(decideEligibility(assessed(one), decisionOf(first), basis, at(today))).toMatchObject({
      refusal: { kind: 'invalid-input', pointer: '/whatFollows/edge' },
    });
  });
});
