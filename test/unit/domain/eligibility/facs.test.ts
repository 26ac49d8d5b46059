import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { determineFacs, FacsInputs, isAtOrAbove } from '#shared/domain/eligibility/facs.ts';
import { FacsBand, FacsIndicator, facsBandOf } from '#shared/domain/eligibility/facs-indicators.ts';
import { facs } from './inputs.ts';

function isEligible(inputs: FacsInputs): boolean | string {
  const determined = determineFacs(inputs);
  return determined.accepted ? determined.value.eligible : determined.refusal.kind;
}

describe('The FACS band', () => {
  it.each([
    [['FACS-LOW-ROUTINES'], 'low'],
    [['FACS-LOW-ROUTINES', 'FACS-MODERATE-SUPPORT'], 'moderate'],
    [['FACS-SUBSTANTIAL-ABUSE', 'FACS-MODERATE-SUPPORT'], 'substantial'],
    [['FACS-SUBSTANTIAL-ABUSE', 'FACS-CRITICAL-LIFE', 'FACS-LOW-ROLES'], 'critical'],
    [[], null],
  ] as const)('of %j is %s', (codes, band) => {
    expect(facsBandOf(codes)).toBe(band);
  });

  it('is the one each indicator is named for', () => {
    for (const code of FacsIndicator.options) {
      expect(code).toContain(`-${facsBandOf([code])?.toUpperCase()}-`);
    }
  });

  it('counts 8, 6, 4 and 4 indicators from critical down to low', () => {
    const counts = FacsBand.options.map(
      (band) => FacsIndicator.options.filter((code) => facsBandOf([code]) === band).length,
    );
    expect(counts).toEqual([8, 6, 4, 4]);
  });

  it('is never lowered by a further finding', () => {
    const codes = fc.array(fc.constantFrom(...FacsIndicator.options), { minLength: 1 });
    fc.assert(
      fc.property(codes, fc.constantFrom(...FacsIndicator.options), (found, more) => {
        const before = facsBandOf(found);
        expect(before !== null && isAtOrAbove(facsBandOf([...found, more]), before)).toBe(true);
      }),
    );
  });
});

describe('Someone under FACS', () => {
  it.each([
    ['FACS-CRITICAL-ROUTINES', 'critical', true],
    ['FACS-SUBSTANTIAL-ROUTINES', 'critical', false],
    ['FACS-CRITICAL-ROUTINES', 'substantial', true],
    ['FACS-SUBSTANTIAL-ROUTINES', 'substantial', true],
    ['FACS-MODERATE-ROUTINES', 'substantial', false],
    ['FACS-MODERATE-ROUTINES', 'moderate', true],
    ['FACS-LOW-ROUTINES', 'moderate', false],
    ['FACS-LOW-ROUTINES', 'low', true],
  ] as const)(
    'with %s, where the threshold is %s, is eligible: %s',
    (code, threshold, eligible) => {
      expect(isEligible(facs([code], threshold))).toBe(eligible);
    },
  );

  it('with nothing found is not eligible, even where every band is met', () => {
    expect(isEligible(facs([], 'low'))).toBe(false);
  });

  it.each([
    ['2008-06-20', true],
    ['2015-03-31', true],
    ['2015-04-01', 'scheme-not-in-force'],
    ['2026-07-17', 'scheme-not-in-force'],
  ])('decided on %s: %s', (decidedOn, answer) => {
    expect(isEligible(facs(['FACS-CRITICAL-LIFE'], 'substantial', decidedOn))).toBe(answer);
  });

  it.each([
    ['2010-02-24', 'facs/2002', 'Fair access to care services, LAC(2002)13'],
    ['2010-02-25', 'facs/2010', 'Prioritising need (2010)'],
  ])('decided on %s rests on the guidance of that day', (decidedOn, schemeVersion, guidance) => {
    expect(determineFacs(facs([], 'low', decidedOn))).toMatchObject({
      value: {
        schemeVersion,
        conditions: [
          { rule: `${guidance}, eligibility bands` },
          { rule: `${guidance}, the council's threshold` },
        ],
      },
    });
  });

  it('has the band and the threshold explained', () => {
    const codes = ['FACS-CRITICAL-ROUTINES', 'FACS-LOW-ROLES', 'FACS-CRITICAL-ROUTINES'] as const;
    expect(determineFacs(facs(codes))).toMatchObject({
      accepted: true,
      value: {
        schemeVersion: 'facs/2002',
        band: 'critical',
        conditions: [
          {
            held: true,
            line: 'The needs are critical: vital personal care or domestic routines cannot be carried out.',
          },
          { held: true, line: 'The council meets needs that are substantial or above.' },
        ],
      },
    });
    expect(determineFacs(facs([]))).toMatchObject({
      value: {
        band: null,
        conditions: [
          { held: false, line: 'Nothing was found that puts the needs in a band.' },
          { held: false, line: 'The council meets needs only when they are substantial or above.' },
        ],
      },
    });
  });

  it('is decided from known indicators with evidence, and from nothing else', () => {
    const inputs = facs(['FACS-CRITICAL-LIFE']);
    const bad = [{ code: 'FACS-CRITICAL-AGE', evidence: 'Old.' }];
    const bare = [{ code: 'FACS-CRITICAL-LIFE', evidence: '' }];
    expect(FacsInputs.safeParse({ ...inputs, indicators: bad }).success).toBe(false);
    expect(FacsInputs.safeParse({ ...inputs, indicators: bare }).success).toBe(false);
    expect(FacsInputs.safeParse({ ...inputs, band: 'critical' }).success).toBe(false);
  });
});
