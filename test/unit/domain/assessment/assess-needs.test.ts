import { describe, expect, it } from 'vitest';
import { assessNeeds } from '#shared/domain/assessment/assess-needs.ts';
import { NeedsAssessment } from '#shared/domain/assessment/needs-assessment.ts';
import {
  EligibilityScreening,
  screenEligibility,
} from '#shared/domain/assessment/screen-eligibility.ts';
import { openSteps } from '#shared/domain/journey/workflow.ts';
import {
  assessed,
  assessmentOf,
  at,
  carerAssessmentOf,
  changeOf,
  eligible,
  facsAssessment,
  opened,
  referred,
} from '#test/support/case-states.ts';

const careAct = { scheme: 'care-act-2014' } as const;
const facs = { scheme: 'facs', thresholdBand: 'substantial' } as const;
const today = '2026-07-02';
const two = ['CA-HYGIENE', 'CA-CLOTHING'] as const;

function assess(others: Record<string, unknown> = {}) {
  return assessNeeds(referred(), assessmentOf(two, others), careAct, at(today));
}

const difficulty = {
  substantialDifficultyIn: ['retain'],
  possibleRepresentative: null,
  reason: 'She forgets what was said.',
  advocateFrom: null,
};

describe('a needs assessment', () => {
  it('leads to the decision on eligibility and names its assessor', () => {
    const { next, body } = changeOf(assess());
    expect(openSteps(next.workflow)).toEqual(['decide-eligibility']);
    expect(next.assessor).toBe('practitioner-1');
    expect(body).toMatchObject({ rule: 'Care Act 2014 s9', scheme: 'care-act-2014' });
  });

  it('can be put right until eligibility is decided', () => {
    const before = assessed();
    const moment = at(today);
    const { next } = changeOf(assessNeeds(before, assessmentOf(['CA-TOILET']), careAct, moment));
    expect(openSteps(next.workflow)).toEqual(['decide-eligibility']);
    expect(next.records.assessment).toBe(moment.event);
  });

  it('is refused once eligibility is decided, and before triage', () => {
    for (const state of [eligible(), opened()]) {
      const refused = assessNeeds(state, assessmentOf(two), careAct, at(today));
      expect(refused).toMatchObject({ refusal: { kind: 'wrong-stage' } });
    }
  });

  it('gives the evidence for each outcome that is out of reach', () => {
    const { needs } = assessmentOf(two);
    if (needs.by !== 'adult-outcomes') throw new Error('recorded by outcome');
    const outcomes = { ...needs.outcomes };
    outcomes['CA-HYGIENE'] = { ...outcomes['CA-HYGIENE'], evidence: '' };
    expect(assess({ needs: { ...needs, outcomes } })).toMatchObject({
      refusal: {
        kind: 'determination-incomplete',
        pointer: '/needs/outcomes/CA-HYGIENE/evidence',
      },
    });
  });

  it('is recorded in the view that the scheme of its day decides from', () => {
    const old = facsAssessment('2008-06-20');
    expect(changeOf(assessNeeds(referred(), old, facs, at('2008-06-20'))).body).toMatchObject({
      rule: 'NHS and Community Care Act 1990 s47(1)(a)',
    });
    expect(assessNeeds(referred(), old, careAct, at(today))).toMatchObject({
      refusal: { kind: 'determination-incomplete', pointer: '/needs/by' },
    });
  });

  it('of a carer is by the outcomes of carers', () => {
    const state = referred('assess', today, 'carer');
    const input = carerAssessmentOf(['CARER-RECREATION']);
    expect(changeOf(assessNeeds(state, input, careAct, at(today))).body).toMatchObject({
      rule: 'Care Act 2014 s10',
    });
    expect(assessNeeds(state, assessmentOf(two), careAct, at(today))).toMatchObject({
      refusal: { kind: 'determination-incomplete', pointer: '/needs/by' },
    });
  });

  it('waits for an advocate where one is owed', () => {
    expect(assess({ advocacy: difficulty })).toMatchObject({
      refusal: { kind: 'advocate-needed' },
    });
  });

  it.each([
    ['an advocate is in place', { advocateFrom: today }],
    ['it is urgent', { urgency: 'She goes home tonight.' }],
    [
      'an appropriate person supports her',
      {
        possibleRepresentative: {
          name: 'A Sister',
          isPaidOrProfessionalCarer: false,
          acceptance: 'accepted-by-person',
        },
      },
    ],
  ])('is completed when %s', (_, others) => {
    expect(assess({ advocacy: { ...difficulty, ...others } }).accepted).toBe(true);
  });

  it('owed nobody an advocate before the Care Act', () => {
    const old = NeedsAssessment.parse({ ...facsAssessment('2008-06-20'), advocacy: difficulty });
    expect(assessNeeds(referred(), old, facs, at('2008-06-20')).accepted).toBe(true);
  });

  it('of a deafblind person is by somebody trained for it', () => {
    const assessor = { name: 'A Practitioner', competence: 'Trained.' };
    expect(assess({ isDeafblind: true, assessor })).toMatchObject({
      refusal: { pointer: '/assessor/isTrainedForDeafblind' },
    });
    const trained = { ...assessor, isTrainedForDeafblind: true };
    expect(assess({ isDeafblind: true, assessor: trained }).accepted).toBe(true);
  });

  it('may come before the 18th birthday and not after it', () => {
    const significantBenefit = 'He wants to live on his own.';
    const young = assess({ transition: { turns18On: '2026-09-01', significantBenefit } });
    expect(changeOf(young).body).toMatchObject({ rule: 'Care Act 2014 s58' });
    expect(assess({ transition: { turns18On: today, significantBenefit } })).toMatchObject({
      refusal: { pointer: '/transition/turns18On' },
    });
  });

  it('keeps a finding on capacity for the one decision that it is about', () => {
    const capacity = {
      conclusion: 'lacks-capacity',
      decision: 'money',
      about: 'Managing his own bank account',
      assessedOn: today,
      assessedBy: { id: 'practitioner-1', name: 'A Practitioner' },
      helpGiven: 'Pictures and time.',
      impairment: 'A learning disability.',
      inabilities: ['use-or-weigh'],
      bestInterests: null,
    };
    const { next } = changeOf(assess({ capacity }));
    expect(Object.keys(next.capacity)).toEqual(['money']);
    expect(next.capacity.money?.hasCapacity).toBe(false);
  });

  it('is not dated to come', () => {
    expect(assess({ assessedOn: '2026-07-03' })).toMatchObject({
      refusal: { kind: 'invalid-input', pointer: '/assessedOn' },
    });
  });

  it('is joint with the carer only where both agree', () => {
    const jointWithCarer = { carerName: 'A Wife', doBothAgree: false };
    expect(NeedsAssessment.safeParse({ ...assessmentOf(two), jointWithCarer }).success).toBe(false);
  });
});

describe('NHS continuing healthcare', () => {
  const reason = 'He needs a nurse at night.';
  const decided = { result: 'decided', reason, decision: 'not-eligible', decidedOn: '2026-07-02' };

  it('is considered, and each of its steps is kept with its day', () => {
    const steps = { ...decided, checklistOn: '2026-06-01', referredOn: '2026-06-03' };
    expect(changeOf(assess({ continuingHealthcare: steps })).body).toMatchObject({
      continuingHealthcare: steps,
    });
  });

  it.each([
    ['decided without a decision', { result: 'decided', reason }, 'decision'],
    ['decided on no day', { ...decided, decidedOn: undefined }, 'decidedOn'],
    ['decided before it was asked', { ...decided, referredOn: '2026-07-03' }, 'referredOn'],
    [
      'asked before the checklist',
      { ...decided, checklistOn: '2026-06-03', referredOn: '2026-06-01' },
      'referredOn',
    ],
  ])('is refused when %s', (_what, continuingHealthcare, field) => {
    expect(assess({ continuingHealthcare })).toMatchObject({
      refusal: { kind: 'invalid-input', pointer: `/continuingHealthcare/${field}` },
    });
  });
});

describe('a screening before anything is decided', () => {
  const evidence = 'Told on the phone.';
  const screening = (code: string, on: string) =>
    EligibilityScreening.parse({ at: 'referral', on, indicators: [{ code, evidence }] });

  it.each([
    ['FACS-SUBSTANTIAL-ROUTINES', 'substantial', true],
    ['FACS-CRITICAL-ROUTINES', 'critical', true],
    ['FACS-MODERATE-ROUTINES', 'moderate', false],
  ])('puts %s in the band %s', (code, band, isAtThreshold) => {
    const decision = screenEligibility(
      referred(),
      screening(code, '2008-05-23'),
      facs,
      at('2008-06-10'),
    );
    expect(changeOf(decision).body).toMatchObject({ band, isAtThreshold });
    expect(changeOf(decision).next.eligibility).toBeNull();
  });

  it('is not dated to come', () => {
    const input = screening('FACS-LOW-ROUTINES', '2008-06-11');
    expect(screenEligibility(referred(), input, facs, at('2008-06-10'))).toMatchObject({
      refusal: { kind: 'invalid-input', pointer: '/on' },
    });
  });

  it('is refused where the council decides by the Care Act on that day', () => {
    const input = screening('FACS-LOW-ROUTINES', today);
    expect(screenEligibility(referred(), input, careAct, at(today))).toMatchObject({
      refusal: { kind: 'scheme-not-in-force', pointer: '/on' },
    });
  });
});
