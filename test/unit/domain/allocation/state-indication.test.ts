import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeIndicativeBudgetPage } from '#shared/contracts/allocation/indicative-budget-page.ts';
import { allocate } from '#shared/domain/allocation/allocate.ts';
import type { AllocationInputs } from '#shared/domain/allocation/indicative-budget.ts';
import { shareByDomain } from '#shared/domain/allocation/share-by-domain.ts';
import {
  IndicativeBudgetStatement,
  RecordedIndication,
  stateIndication,
} from '#shared/domain/allocation/state-indication.ts';
import { everything, pricePerPoint, questionnaire } from './questionnaires.ts';

const help = {
  shareMet: 'most',
  isWilling: true,
  isAble: true,
  sustainability: 'lasting',
} as const;

function recorded(
  inputs: Partial<AllocationInputs> = {},
  others: Partial<RecordedIndication> = {},
): RecordedIndication {
  const worked = allocate({
    questionnaire,
    table: pricePerPoint,
    answers: everything,
    informalSupport: {},
    contingencyPercent: 0,
    ...inputs,
  });
  if (!worked.accepted) throw new Error(worked.refusal.detail);
  return RecordedIndication.parse({
    allocation: worked.value,
    carerAllocation: null,
    readyReckoner: null,
    rule: 'Care Act 2014 s26',
    ...others,
  });
}

const stated = (inputs: Partial<AllocationInputs> = {}, others: Partial<RecordedIndication> = {}) =>
  IndicativeBudgetStatement.parse(stateIndication(recorded(inputs, others), '2026-07-06'));

describe('The share of each part of life', () => {
  it.each([
    ['is its price where points have one', 62_000, [6000, 3000, 1000], [37_200, 18_600, 6200]],
    ['adds up to the last penny', 100, [1, 1, 1], [34, 33, 33]],
    ['is nothing where nothing counts', 5000, [0, 0], [0, 0]],
  ])('%s', (_, weekly, points, shares) => {
    const domains = points.map((remainingHundredths) => ({ remainingHundredths }));
    expect(shareByDomain(weekly, domains)).toEqual(shares);
  });

  it('always adds up, and more points never have the smaller share', () => {
    const points = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(fc.nat(200_000), points, (weekly, counted) => {
        const shares = shareByDomain(
          weekly,
          counted.map((remainingHundredths) => ({ remainingHundredths })),
        );
        const isShared = counted.some((each) => each > 0);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(isShared ? weekly : 0);
        const byPoints = shares
          .map((share, place) => ({ share, points: counted[place] ?? 0 }))
          .toSorted((a, b) => a.points - b.points);
        for (const [place, { share, points: more }] of byPoints.entries()) {
          const before = byPoints[place - 1];
          // A penny that is left over goes to one of two with the same points.
          if (before && before.points < more) expect(share).toBeGreaterThanOrEqual(before.share);
        }
      }),
    );
  });
});

describe('A statement of an indicative budget', () => {
  it('shows points, what is taken off and money by part of life', () => {
    const { budget, summary } = stated({ informalSupport: { nights: help } });
    expect(summary[0]).toBe('Your indicative budget is £527.00 a week.');
    expect(budget.domains).toMatchObject([
      { name: 'Personal care', points: 60, adjustmentHundredths: 0, weeklyPence: 37_200 },
      {
        name: 'Support at night',
        points: 30,
        adjustmentHundredths: 1500,
        weeklyPence: 9300,
        note: 'Family and friends help with this.',
      },
      { name: "The carer's situation", points: 10, weeklyPence: 6200 },
    ]);
    expect(budget).toMatchObject({ grossWeeklyPence: 52_700, contributionWeeklyPence: null });
  });

  it.each([
    ['is unwilling', { ...help, isWilling: false }, 'not willing, or not able'],
    ['is unable', { ...help, isAble: false }, 'not willing, or not able'],
    ['will not last', { ...help, sustainability: 'breaking-down' as const }, 'for long'],
  ])('says that nothing is taken off where the help %s', (_, nights, words) => {
    const { budget } = stated({ informalSupport: { nights } });
    expect(budget.domains[1]?.note).toContain('Nothing is taken off');
    expect(budget.domains[1]?.note).toContain(words);
  });

  it('says what is held back, and who pays what', () => {
    const { notes } = stated({ contingencyPercent: 10, contributionWeeklyPence: 2000 });
    expect(notes.join('\n')).toContain('£62.00 a week is held back');
    expect(notes.join('\n')).toContain(
      'You pay £20.00 a week towards it, and the council £538.00.',
    );
    expect(stated().notes.join('\n')).toContain('Your support does not wait for that.');
  });

  it('says that the sum goes up where it is not enough', () => {
    expect(stated().notes[0]).toContain('If this sum is not enough to do that, it goes up.');
  });

  it.each([
    [100, '£1.00 less than the points give'],
    [-250, '£2.50 more than the points give'],
    [0, 'the same as the points give'],
  ])('sets hours times price beside it, %s pence apart', (differenceWeeklyPence, words) => {
    const readyReckoner = {
      readyReckonerVersion: 'reckoner-1',
      readyReckonerWeeklyPence: 62_000 - differenceWeeklyPence,
      differenceWeeklyPence,
    };
    expect(stated({}, { readyReckoner }).secondOpinion?.words).toContain(words);
  });

  it("keeps the carer's own apart, without another word on the person's", () => {
    const carerAllocation = recorded().allocation;
    const both = stated({}, { carerAllocation });
    expect(both.carer).toMatchObject({ indicativeWeeklyPence: 62_000 });
    expect(both.carer).not.toHaveProperty('domains');
    expect(both.budget).toEqual(stated().budget);
    expect(both.notes).toContain(
      "Your carer's budget is worked out apart from yours. It takes nothing from it.",
    );
  });
});

describe('The printed page of an indicative budget', () => {
  const sender = { councilName: 'Exampleshire', phone: '01632 960 100' };
  const told = { person: 'Ada Example', reference: null, ifYouDisagree: ['Ask us.'] };

  it('holds every sum of the statement, and runs nothing', () => {
    const { source } = writeIndicativeBudgetPage(
      { ...stated({ contingencyPercent: 10 }), ...told },
      sender,
    );
    for (const text of ['£620.00', '£62.00', '£558.00', 'Not known yet', '£372.00', 'test-1']) {
      expect(source).toContain(text);
    }
    expect(source).not.toContain('<script');
  });

  it('shows names as text', () => {
    const statement = { ...stated(), ...told, title: '<b>Yours</b>' };
    expect(writeIndicativeBudgetPage(statement, sender).source).toContain(
      '&lt;b&gt;Yours&lt;/b&gt;',
    );
  });
});
