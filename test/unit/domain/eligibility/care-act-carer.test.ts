import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CareActCarerInputs, determineCarer } from '#shared/domain/eligibility/care-act-carer.ts';
import { CarerLimb, CarerOutcome } from '#shared/domain/eligibility/carer-outcomes.ts';
import { carer } from './inputs.ts';

const one = { 'CARER-RECREATION': 'not-without-assistance' } as const;
const ill = { healthAtRisk: { holds: true, evidence: 'Her back is worse each month.' } };

function isEligible(inputs: CareActCarerInputs): boolean | string {
  const determined = determineCarer(inputs);
  return determined.accepted ? determined.value.eligible : determined.refusal.kind;
}

describe('A carer under the Care Act', () => {
  it.each<[...Parameters<typeof carer>, boolean, string]>([
    [{}, {}, false, 'in good health and with every outcome achieved'],
    [one, {}, true, 'with one outcome out of reach'],
    [{}, ill, true, 'whose health is at risk, with every outcome achieved'],
    [one, ill, true, 'whose health is at risk, with one outcome out of reach'],
  ])('%j %j is eligible: %s (%s)', (limbs, others, eligible) => {
    expect(isEligible(carer(limbs, others))).toBe(eligible);
  });

  it('is eligible on any one outcome by any of the three limbs', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CarerOutcome.options),
        fc.constantFrom(...CarerLimb.options),
        (code, limb) => {
          expect(isEligible(carer({ [code]: limb }))).toBe(true);
        },
      ),
    );
  });

  it('is not eligible when the care is not necessary', () => {
    const arisesFromNecessaryCare = { holds: false, evidence: 'He washes and dresses himself.' };
    expect(isEligible(carer(one, { arisesFromNecessaryCare, ...ill }))).toBe(false);
  });

  it('is not eligible without a significant impact on well-being', () => {
    const wellBeing = { significant: false, areas: [], reason: 'She enjoys it.' };
    expect(isEligible(carer(one, { wellBeing }))).toBe(false);
  });

  it.each([
    ['2015-03-31', 'scheme-not-in-force'],
    ['2015-04-01', true],
  ])('decided on %s: %s', (decidedOn, answer) => {
    expect(isEligible(carer(one, { decidedOn }))).toBe(answer);
  });

  it('has each condition explained by its rule', () => {
    const determined = determineCarer(carer(one, ill));
    expect(determined.accepted && determined.value.conditions).toEqual([
      {
        rule: 'SI 2015/313 reg 3(1)(a)',
        held: true,
        line: 'The needs come from providing necessary care for an adult.',
      },
      {
        rule: 'SI 2015/313 reg 3(1)(b)',
        held: true,
        line:
          "The carer's health is deteriorating or at risk of it, and 1 of the eight outcomes " +
          'cannot be achieved: engaging in recreational activities.',
      },
      {
        rule: 'SI 2015/313 reg 3(1)(c)',
        held: true,
        line: 'There is, or is likely to be, a significant impact on well-being: personal dignity.',
      },
    ]);
  });

  it('is refused a determination that names no limb', () => {
    const inputs = carer(one);
    const finding = { ...inputs.outcomes['CARER-RECREATION'], limbs: [] };
    const outcomes = { ...inputs.outcomes, 'CARER-RECREATION': finding };
    expect(determineCarer({ ...inputs, outcomes })).toMatchObject({
      refusal: { kind: 'determination-incomplete', pointer: '/outcomes/CARER-RECREATION/limbs' },
    });
  });

  it('is never judged by how long something takes: that limb is for the adult', () => {
    const inputs = carer(one);
    const finding = {
      ...inputs.outcomes['CARER-RECREATION'],
      limbs: ['takes-significantly-longer'],
    };
    const outcomes = { ...inputs.outcomes, 'CARER-RECREATION': finding };
    expect(CareActCarerInputs.safeParse({ ...inputs, outcomes }).success).toBe(false);
  });
});
