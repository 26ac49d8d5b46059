import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadChargingRates } from '#shared/council/load/load-charging-rates.ts';
import { assessCharge } from '#shared/domain/charging/assess-charge.ts';
import { ChargeInput } from '#shared/domain/charging/input/charge-input.ts';
import { AssessedCharge } from '#shared/domain/finances/assessed-charge.ts';
import { uprateCharge } from '#shared/domain/uprating/uprate-charge.ts';
import { uprateInput } from '#shared/domain/uprating/uprate-input.ts';
import { UpratingTerms } from '#shared/domain/uprating/uprating-terms.ts';
import { noTotals, withCase } from '#shared/domain/uprating/uprating-totals.ts';
import { type Asked, expense, income, plain, somebody } from '../charging/a-charge.ts';

const book = await loadChargingRates();
const lastYear = { on: '2025-10-01' };

function inputOf(changed: Partial<Asked>): ChargeInput {
  return ChargeInput.parse({ ...plain, ...lastYear, ...changed });
}

function termsOf(incomeRisesBasisPoints: object = {}): UpratingTerms {
  return UpratingTerms.parse({ ratesFrom: '2026-04-06', incomeRisesBasisPoints });
}

function recorded(changed: Partial<Asked>, of: object = {}): object {
  const input = inputOf(changed);
  const charge = assessCharge(input, book, {});
  if (!charge.accepted) throw new Error(charge.refusal.detail);
  const { weeklyPence, mostWeeklyPence } = charge.value;
  return AssessedCharge.parse({
    method: 'care-act-2014',
    status: 'assessed',
    assessedOn: input.on,
    appliesFrom: input.on,
    assessedByName: 'Jonah Farthingale',
    input,
    planVersion: null,
    followsPlan: true,
    policy: { council: 'example', local: {} },
    charge: charge.value,
    asked: [{ from: input.on, weeklyPence, mostWeeklyPence }],
    replaces: null,
    difference: null,
    rule: charge.value.rule,
    ...of,
  });
}

function upratedOf(body: unknown, incomeRises: object = {}) {
  return uprateCharge(body, {
    terms: termsOf(incomeRises),
    oldRateVersion: 'rates-2025-26',
    newRateVersion: 'rates-2026-27',
    book,
    knobs: {},
  });
}

describe('In a new year', () => {
  test.each([
    ['rises by its percentage', 480, 10_000, 0, 10_480, 0],
    ['rises with the tax on it', 1000, 10_000, 1000, 11_000, 1100],
    ['loses a fraction of a penny', 480, 10_001, 0, 10_481, 0],
    ['has its tax made up to a whole penny', 480, 10_001, 1, 10_481, 2],
    ['stays where the percentage is nothing', 0, 10_001, 7, 10_001, 7],
  ])('an income %s', (_, basisPoints, pence, taxPence, risenPence, risenTax) => {
    const input = inputOf({ incomes: [income('private-pension', pence, { taxPence })] });
    const risen = uprateInput(input, termsOf({ 'private-pension': basisPoints }));
    expect(risen.incomes).toMatchObject([{ pence: risenPence, taxPence: risenTax }]);
    expect(risen.on).toBe('2026-04-06');
  });

  test('an income of another kind stays, and so does all else', () => {
    const incomes = [income('state-pension', 10_000), income('other', 500)];
    const input = inputOf({ incomes, disabilityExpenses: [expense(100)] });
    const risen = uprateInput(input, termsOf({ 'state-pension': 1000 }));
    expect(risen).toEqual({
      ...input,
      on: '2026-04-06',
      incomes: [{ ...input.incomes[0], pence: 11_000 }, input.incomes[1]],
    });
  });

  test('no tax is ever more than the income', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_000 });
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 0, max: 10_000 }), (a, b, basisPoints) => {
        const taxed = income('other', Math.max(a, b), { taxPence: Math.min(a, b) });
        const [risen] = uprateInput(
          inputOf({ incomes: [taxed] }),
          termsOf({ other: basisPoints }),
        ).incomes;
        expect(risen?.taxPence).toBeLessThanOrEqual(risen?.pence ?? -1);
      }),
    );
  });
});

describe('A charge', () => {
  const incomes = [income('state-pension', 20_000)];
  test('is worked from its inputs under the new rates', () => {
    expect(upratedOf(recorded({ incomes }), { 'state-pension': 1000 })).toMatchObject({
      leftOut: undefined,
      before: { charge: { weeklyPence: 20_000 - 11_250 } },
      charge: { weeklyPence: 22_000 - 12_040, rateVersion: 'rates-2026-27', on: '2026-04-06' },
    });
  });

  test('is worked where its rates were put right since', () => {
    const [year] = book.years.filter(({ version }) => version === 'rates-2025-26');
    if (!year) throw new Error('no rates of 2025-26');
    const right = { ...year, version: 'rates-2025-26-b' };
    const years = [right, ...book.years.filter((each) => each !== year)];
    const uprated = uprateCharge(recorded({ incomes }), {
      terms: termsOf(),
      oldRateVersion: right.version,
      newRateVersion: 'rates-2026-27',
      book: { ...book, years, replaced: [{ ...year, replacedBy: right.version }] },
      knobs: {},
    });
    expect(uprated).toMatchObject({ charge: { weeklyPence: 20_000 - 12_040 } });
  });

  const withChild = { incomes, person: somebody({ children: 1 }) };
  const refused = { kind: 'refused', refusal: 'Will not say', recordedOn: '2025-10-01' } as const;
  test.each<[string, unknown, string]>([
    ['that somebody decided by hand', { method: 'manual-fairer-charging' }, 'no-inputs-kept'],
    ['of which nothing is kept', undefined, 'no-inputs-kept'],
    ['of somebody who refuses', recorded({ assessment: refused }), 'not-by-means'],
    ['of an older year', recorded({ incomes, on: '2024-10-01' }), 'rates-older'],
    ['of the new year', recorded({ incomes, on: '2026-04-06' }), 'on-new-rates'],
    [
      'that counts from the new year on',
      recorded({ incomes }, { appliesFrom: '2026-04-06' }),
      'on-new-rates',
    ],
    ['without an amount of the new year', recorded(withChild), 'cannot-be-worked'],
  ])('%s is told apart', (_, body, leftOut) => {
    expect(upratedOf(body)).toMatchObject({ leftOut, detail: expect.stringMatching(/./) });
  });

  test('that cannot be worked names what is missing', () => {
    expect(upratedOf(recorded(withChild))).toHaveProperty(
      'detail',
      'The rates of 2026-27 do not have the minimum income guarantee, each child.',
    );
  });
});

test('The totals add up, however many are charged and left out', () => {
  const weekly = fc.integer({ min: 0, max: 60_000 });
  fc.assert(
    fc.property(fc.array(weekly, { maxLength: 12 }), (all) => {
      const totals = all
        .map((pence) => upratedOf(recorded({ incomes: [income('state-pension', pence)] })))
        .reduce(withCase, withCase(noTotals, upratedOf(undefined)));
      expect(totals.leftOut).toBe(1);
      expect(totals.payMore + totals.payLess + totals.paySame).toBe(all.length);
      expect(totals.afterWeeklyPence - totals.beforeWeeklyPence).toBe(
        totals.moreWeeklyPence - totals.lessWeeklyPence,
      );
    }),
    { numRuns: 30 },
  );
});
