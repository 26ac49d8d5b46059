import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { councilNamed } from '#shared/council/load/find-council.ts';
import {
  type AllocationRequest,
  allocate,
  replayAllocation,
} from '#shared/domain/allocation/allocate.ts';
import { IndicativeBudget } from '#shared/domain/allocation/indicative-budget.ts';
import type { DomainSupport, ShareMet } from '#shared/domain/allocation/informal-support.ts';
import { inForceOn } from '#shared/domain/allocation/policy-item.ts';
import { AllocationTable } from '#shared/domain/allocation/tables.ts';
import type { RefusalKind } from '#shared/domain/refusals.ts';
import {
  everything,
  interpolated,
  pricePerPoint,
  questionnaire,
  stepped,
} from './questionnaires.ts';

const help: DomainSupport = {
  shareMet: 'most',
  isWilling: true,
  isAble: true,
  sustainability: 'lasting',
};
const request = {
  questionnaire,
  table: pricePerPoint,
  answers: everything,
  informalSupport: {},
  contingencyPercent: 0,
};

function allocated(changed: Partial<AllocationRequest>): IndicativeBudget {
  const result = allocate({ ...request, ...changed });
  if (!result.accepted) throw new Error(result.refusal.detail);
  return result.value;
}

describe('An indicative budget', () => {
  it('turns 100 points into 620.00 a week, as Cheshire did in 2008', () => {
    expect(allocated({})).toMatchObject({
      points: 100,
      grossWeeklyPence: 62_000,
      indicativeWeeklyPence: 62_000,
      netWeeklyPence: 62_000,
    });
  });

  it('keeps the versions, the points and the adjustment by domain', () => {
    const budget = allocated({ informalSupport: { nights: help, carer: help } });
    expect(budget).toMatchObject({
      questionnaireVersion: 'test-1',
      tableVersion: 'price-1',
      tableProvenance: 'synthetic',
      points: 100,
      adjustmentHundredths: 1500,
      remainingHundredths: 8500,
      grossWeeklyPence: 52_700,
    });
    expect(budget.domains).toEqual([
      {
        domainId: 'personal-care',
        name: 'Personal care',
        points: 60,
        adjustmentHundredths: 0,
        remainingHundredths: 6000,
      },
      {
        domainId: 'nights',
        name: 'Support at night',
        points: 30,
        adjustmentHundredths: 1500,
        remainingHundredths: 1500,
      },
      // What the carer goes through is never reduced by what the carer does.
      {
        domainId: 'carer',
        name: "The carer's situation",
        points: 10,
        adjustmentHundredths: 0,
        remainingHundredths: 1000,
      },
    ]);
    expect(IndicativeBudget.parse(budget)).toEqual(budget);
  });

  it.each([
    ['holds nothing back without a contingency', 0, undefined, 0, 62_000, undefined, 62_000],
    ['holds a contingency back', 10, undefined, 6200, 55_800, undefined, 55_800],
    [
      'leaves a fraction of the contingency with the person',
      33,
      undefined,
      20_460,
      41_540,
      undefined,
      41_540,
    ],
    ['takes off an assessed contribution', 10, 5000, 6200, 55_800, 5000, 50_800],
    ['takes off a contribution of nothing', 0, 0, 0, 62_000, 0, 62_000],
    ['takes off no more than all of it', 10, 60_000, 6200, 55_800, 55_800, 0],
  ])('%s', (_, contingencyPercent, assessed, held, indicative, contribution, net) => {
    const budget = allocated({
      contingencyPercent,
      ...(assessed === undefined ? {} : { contributionWeeklyPence: assessed }),
    });
    expect(budget.contingencyWeeklyPence).toBe(held);
    expect(budget.indicativeWeeklyPence).toBe(indicative);
    expect(budget.contributionWeeklyPence).toBe(contribution);
    expect(budget.netWeeklyPence).toBe(net);
  });

  it('rounds the part held back down to the penny', () => {
    const budget = allocated({
      answers: { ...everything, washing: 'a0', dressing: 'a0', nights: 'a1', carer: 'a0' },
      contingencyPercent: 7,
    });
    expect(budget.grossWeeklyPence).toBe(4340);
    expect(budget.contingencyWeeklyPence).toBe(303);
  });

  it('explains itself line by line', () => {
    const budget = allocated({
      informalSupport: { nights: help, 'personal-care': { ...help, isWilling: false } },
      contingencyPercent: 10,
      contributionWeeklyPence: 2000,
    });
    expect(budget.explanation).toEqual([
      'Personal care: 60 points. Nothing is taken off, because the carer is not willing or not able to go on.',
      'Support at night: 30 points, less 15 points for the help of family and friends.',
      "The carer's situation: 10 points.",
      '85 points at £6.20 a point is £527.00 a week.',
      '£52.70 a week is held back for what cannot be foreseen.',
      'The indicative budget is £474.30 a week. It is a starting point, not a decision.',
      'The person pays £20.00 a week and the council £454.30.',
    ]);
    expect(allocated({ table: stepped }).explanation.slice(-3)).toEqual([
      '100 points in table stepped-1 is £300.00 a week.',
      'The indicative budget is £300.00 a week. It is a starting point, not a decision.',
      'What the person pays towards it is not known yet.',
    ]);
  });

  it.each<[string, Partial<AllocationRequest>, RefusalKind]>([
    [
      'an answer that does not belong',
      { answers: { ...everything, nights: 'a9' } },
      'answer-unknown',
    ],
    [
      'help in a domain that there is not',
      { informalSupport: { cooking: help } },
      'answer-unknown',
    ],
    ['a question left open', { answers: {} }, 'answer-missing'],
    [
      'points beyond the table',
      { table: AllocationTable.parse({ ...pricePerPoint, pointsMax: 99 }) },
      'points-out-of-range',
    ],
    [
      'a table for somebody else',
      { table: AllocationTable.parse({ ...pricePerPoint, subject: 'carer' }) },
      'table-unusable',
    ],
  ])('is refused for %s', (_, changed, kind) => {
    expect(allocate({ ...request, ...changed })).toMatchObject({
      accepted: false,
      refusal: { kind },
    });
  });

  it('is the same again when it is worked from its stored inputs and versions', () => {
    const kept = {
      questionnaires: [questionnaire],
      tables: [pricePerPoint, stepped, interpolated],
    };
    const level = fc.constantFrom<ShareMet>('none', 'some', 'most', 'all');
    fc.assert(
      fc.property(
        fc.constantFrom(...kept.tables),
        fc.nat(50),
        fc.option(fc.nat(90_000), { nil: undefined }),
        level,
        (table, contingencyPercent, contribution, shareMet) => {
          const budget = allocated({
            table,
            contingencyPercent,
            informalSupport: { nights: { ...help, shareMet } },
            ...(contribution === undefined ? {} : { contributionWeeklyPence: contribution }),
          });
          const stored = IndicativeBudget.parse(JSON.parse(JSON.stringify(budget)));
          expect(replayAllocation(stored, kept)).toEqual({ accepted: true, value: budget });
        },
      ),
    );
  });

  it('cannot be worked again under a version that nobody kept', () => {
    const budget = allocated({});
    const refusal = { kind: 'policy-not-in-force' };
    const tables = [pricePerPoint];
    expect(replayAllocation(budget, { questionnaires: [], tables })).toMatchObject({ refusal });
    const questionnaires = [questionnaire];
    expect(replayAllocation(budget, { questionnaires, tables: [] })).toMatchObject({ refusal });
  });

  it('never rises when family and friends do more', () => {
    const levels = ['none', 'some', 'most', 'all'] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(pricePerPoint, stepped, interpolated),
        fc.nat(3),
        fc.nat(3),
        (table, a, b) => {
          const amount = (index: number) => {
            const support = { ...help, shareMet: levels[index] ?? 'none' };
            return allocated({ table, informalSupport: { 'personal-care': support } })
              .grossWeeklyPence;
          };
          expect(amount(Math.max(a, b))).toBeLessThanOrEqual(amount(Math.min(a, b)));
        },
      ),
    );
  });

  it('of the Cheshire preset reaches its published figure from real answers', () => {
    const { ras } = councilNamed('cheshire-2008');
    const questionnaires = ras.questionnaires.filter((item) => item.subject === 'adult');
    const asked = inForceOn(questionnaires, '2008-06-20', 'questionnaire');
    const table = inForceOn(
      ras.tables.filter((item) => item.subject === 'adult'),
      '2008-06-20',
      'table',
    );
    if (!asked.accepted || !table.accepted) throw new Error('the preset has both');
    const result = allocate({
      questionnaire: asked.value,
      table: table.value,
      answers: {
        washing: 'full-help',
        dressing: 'full-help',
        toilet: 'full-help',
        meals: 'full-help',
        moving: 'full-help',
        nights: 'constantly',
        safety: 'full-help',
        home: 'full-help',
        medicines: 'full-help',
        deciding: 'alone',
        communicating: 'alone',
        people: 'full-help',
        work: 'much-help',
        caring: 'alone',
        wellbeing: 'never',
        carer: 'cannot-go-on',
      },
      informalSupport: { 'personal-care': { ...help, isAble: false } },
      contingencyPercent: ras.contingencyPercent,
    });
    expect(result).toMatchObject({ value: { points: 100, indicativeWeeklyPence: 62_000 } });
  });
});
