import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DomainSupport,
  InformalSupportRule,
  reductionHundredths,
  ShareMet,
  Sustainability,
} from '#shared/domain/allocation/informal-support.ts';
import { questionnaire } from './questionnaires.ts';

const rule = questionnaire.informalSupport;
const given: DomainSupport = {
  shareMet: 'most',
  isWilling: true,
  isAble: true,
  sustainability: 'lasting',
};

describe('The help of family and friends', () => {
  it.each([
    ['that meets nothing takes nothing off', { ...given, shareMet: 'none' as const }, 0],
    ['that meets some takes off a quarter', { ...given, shareMet: 'some' as const }, 500],
    ['that meets most takes off half', given, 1000],
    ['that meets all takes off all', { ...given, shareMet: 'all' as const }, 2000],
    [
      'that lasts for now takes off half of that',
      { ...given, sustainability: 'for-now' as const },
      500,
    ],
    [
      'that is breaking down takes nothing off',
      { ...given, sustainability: 'breaking-down' as const },
      0,
    ],
    ['by somebody unwilling takes nothing off (s18(7))', { ...given, isWilling: false }, 0],
    ['by somebody unable takes nothing off (s18(7))', { ...given, isAble: false }, 0],
    ['that nobody recorded takes nothing off', undefined, 0],
  ])('%s', (_, support, hundredths) => {
    expect(reductionHundredths(20, support, rule)).toBe(hundredths);
  });

  it('leaves a fraction of a hundredth with the person', () => {
    const thirds = InformalSupportRule.parse({
      percentByShareMet: { none: 0, some: 33, most: 33, all: 33 },
      percentBySustainability: { 'breaking-down': 0, 'for-now': 33, lasting: 100 },
    });
    const support = { ...given, sustainability: 'for-now' as const };
    expect(reductionHundredths(1, support, thirds)).toBe(10);
  });

  it('never raises what is left when there is more of it', () => {
    const share = fc.nat(3);
    const lasting = fc.nat(2);
    fc.assert(
      fc.property(fc.nat(1000), share, share, lasting, lasting, (points, a, b, c, d) => {
        const with_ = (shareIndex: number, lastingIndex: number) =>
          reductionHundredths(
            points,
            {
              ...given,
              shareMet: ShareMet.options[shareIndex] ?? 'none',
              sustainability: Sustainability.options[lastingIndex] ?? 'lasting',
            },
            rule,
          );
        const less = with_(Math.min(a, b), Math.min(c, d));
        const more = with_(Math.max(a, b), Math.max(c, d));
        expect(less).toBeLessThanOrEqual(more);
        expect(more).toBeLessThanOrEqual(points * 100);
      }),
    );
  });

  it.each([
    [
      'falls where more help is given',
      { percentByShareMet: { none: 0, some: 50, most: 49, all: 100 } },
    ],
    [
      'falls where help is more lasting',
      { percentBySustainability: { 'breaking-down': 10, 'for-now': 9, lasting: 100 } },
    ],
    [
      'takes something off for no help',
      { percentByShareMet: { none: 1, some: 50, most: 60, all: 70 } },
    ],
    ['takes off more than all', { percentByShareMet: { none: 0, some: 50, most: 60, all: 101 } }],
  ])('is never counted by a rule that %s', (_, wrong) => {
    expect(InformalSupportRule.safeParse({ ...rule, ...wrong }).success).toBe(false);
  });
});
