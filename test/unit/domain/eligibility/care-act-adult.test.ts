import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AdultLimb, AdultOutcome } from '#shared/domain/eligibility/adult-outcomes.ts';
import { CareActAdultInputs, determineAdult } from '#shared/domain/eligibility/care-act-adult.ts';
import { adult } from './inputs.ts';

const two = { 'CA-NUTRITION': 'not-without-assistance', 'CA-HYGIENE': 'significant-pain' } as const;

function isEligible(inputs: CareActAdultInputs): boolean | string {
  const determined = determineAdult(inputs);
  return determined.accepted ? determined.value.eligible : determined.refusal.kind;
}

describe('An adult under the Care Act', () => {
  it.each<[Parameters<typeof adult>[0], boolean, string]>([
    [{}, false, 'no outcome'],
    [{ 'CA-NUTRITION': 'endangers' }, false, 'one outcome'],
    [two, true, 'two outcomes'],
    [{ ...two, 'CA-COMMUNITY': 'takes-significantly-longer' }, true, 'three outcomes'],
  ])('who cannot achieve %j is eligible: %s (%s)', (limbs, eligible) => {
    expect(isEligible(adult(limbs))).toBe(eligible);
  });

  it('is eligible on any two outcomes by any limb, and on none of them alone', () => {
    const limb = fc.constantFrom(...AdultLimb.options);
    const codes = fc.uniqueArray(fc.constantFrom(...AdultOutcome.options), {
      minLength: 2,
      maxLength: 2,
    });
    fc.assert(
      fc.property(codes, limb, limb, ([first, second], one, other) => {
        if (first === undefined || second === undefined) return;
        expect(isEligible(adult({ [first]: one, [second]: other }))).toBe(true);
        expect(isEligible(adult({ [first]: one }))).toBe(false);
      }),
    );
  });

  it('is not eligible when the needs do not come from an impairment or illness', () => {
    const arisesFromImpairment = { holds: false, evidence: 'The needs come from poor housing.' };
    expect(isEligible(adult(two, { arisesFromImpairment }))).toBe(false);
  });

  it('is not eligible without a significant impact on well-being', () => {
    const wellBeing = { significant: false, areas: [], reason: 'She is content.' };
    expect(isEligible(adult(two, { wellBeing }))).toBe(false);
  });

  it('is decided the same whatever a carer does now, and both pictures are kept', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), (helps) => {
        const inputs = adult(two);
        const outcomes = { ...inputs.outcomes };
        for (const [index, code] of AdultOutcome.options.entries()) {
          outcomes[code] = { ...outcomes[code], carerHelpsNow: helps[index] ?? false };
        }
        expect(determineAdult({ ...inputs, outcomes })).toMatchObject({
          value: {
            eligible: true,
            outcomesNotAchieved: ['CA-NUTRITION', 'CA-HYGIENE'],
            outcomesMetByCarerNow: [
              ...(helps[0] ? ['CA-NUTRITION'] : []),
              ...(helps[1] ? ['CA-HYGIENE'] : []),
            ],
          },
        });
      }),
    );
  });

  it('has each condition explained by its rule', () => {
    expect(determineAdult(adult({ 'CA-TOILET': 'endangers' }))).toMatchObject({
      accepted: true,
      value: {
        schemeVersion: 'care-act-2014/2015-04-01',
        conditions: [
          { rule: 'SI 2015/313 reg 2(1)(a)', held: true },
          {
            rule: 'SI 2015/313 reg 2(1)(b)',
            held: false,
            line: '1 of the ten outcomes cannot be achieved: managing toilet needs.',
          },
          { rule: 'SI 2015/313 reg 2(1)(c)', held: true },
        ],
      },
    });
  });

  it.each([
    ['2015-03-31', 'scheme-not-in-force'],
    ['2015-04-01', true],
  ])('decided on %s: %s', (decidedOn, answer) => {
    expect(isEligible(adult(two, { decidedOn }))).toBe(answer);
  });
});

describe('A determination for an adult is incomplete', () => {
  const base = adult(two);
  const withHygiene = (finding: Partial<(typeof base.outcomes)['CA-HYGIENE']>) => ({
    ...base,
    outcomes: {
      ...base.outcomes,
      'CA-HYGIENE': { ...base.outcomes['CA-HYGIENE'], ...finding },
    },
  });

  it.each([
    ['without a limb', withHygiene({ limbs: [] }), '/outcomes/CA-HYGIENE/limbs'],
    ['with a limb though achieved', withHygiene({ achieved: true }), '/outcomes/CA-HYGIENE/limbs'],
    [
      'with a limb named twice',
      withHygiene({ limbs: ['endangers', 'endangers'] }),
      '/outcomes/CA-HYGIENE/limbs',
    ],
    ['without evidence', withHygiene({ evidence: '' }), '/outcomes/CA-HYGIENE/evidence'],
    [
      'without the period over which changing needs were judged',
      { ...base, fluctuation: { isFluctuating: true, periodConsidered: '' } },
      '/fluctuation/periodConsidered',
    ],
    [
      'without the areas of well-being affected',
      { ...base, wellBeing: { significant: true, areas: [], reason: 'It weighs on her.' } },
      '/wellBeing/areas',
    ],
  ])('%s', (_how, inputs, pointer) => {
    expect(determineAdult(inputs)).toMatchObject({
      accepted: false,
      refusal: { kind: 'determination-incomplete', pointer },
    });
  });

  it.each([
    ['several limbs', withHygiene({ limbs: ['endangers', 'significant-pain'] })],
    ['a period', { ...base, fluctuation: { isFluctuating: true, periodConsidered: 'Two years' } }],
    ['an achieved outcome without evidence', adult(two)],
  ])('but not with %s', (_what, inputs) => {
    expect(determineAdult(inputs).accepted).toBe(true);
  });
});

describe('What an adult is decided from', () => {
  const base = adult(two);
  const { 'CA-WTEV': _unanswered, ...nine } = base.outcomes;

  it.each([
    ['an outcome without an answer', { ...base, outcomes: nine }],
    ['an eleventh outcome', { ...base, outcomes: { ...base.outcomes, 'CA-OTHER': {} } }],
    ['no named decision maker', { ...base, decidedBy: { id: 'practitioner-1', name: ' ' } }],
    ['no decision maker', { ...base, decidedBy: undefined }],
    ['no reason for well-being', { ...base, wellBeing: { ...base.wellBeing, reason: '' } }],
    ['an unknown area', { ...base, wellBeing: { ...base.wellBeing, areas: ['wealth'] } }],
    ['a field nobody asked for', { ...base, eligible: true }],
    ['a day that does not exist', { ...base, decidedOn: '2026-02-30' }],
  ])('is not readable with %s', (_what, inputs) => {
    expect(CareActAdultInputs.safeParse(inputs).success).toBe(false);
  });

  it('is readable as it was kept', () => {
    expect(CareActAdultInputs.parse(JSON.parse(JSON.stringify(base)))).toEqual(base);
  });
});
