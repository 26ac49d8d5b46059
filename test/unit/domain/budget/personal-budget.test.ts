import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fourWeeklyBilledPence,
  fourWeeklyPence,
  stateBudget,
} from '#shared/domain/budget/amounts.ts';
import { checkBudgetMatchesPlan } from '#shared/domain/budget/match-plan.ts';
import { BudgetPart, checkBudget, PersonalBudget } from '#shared/domain/budget/personal-budget.ts';
import { accept } from '#shared/domain/outcome.ts';
import { plan } from '../plan/a-plan.ts';
import { budget, managed, payment } from './a-budget.ts';

describe('A personal budget', () => {
  it('whose parts add up is a budget', () => {
    expect(checkBudget(budget)).toEqual(accept(budget));
  });

  it('of nothing, where a carer meets the needs now, has no parts', () => {
    const nil = PersonalBudget.parse({
      weeklyPence: 0,
      oneOffPence: 0,
      contributionWeeklyPence: 0,
      isContributionProvisional: false,
      parts: [],
    });
    expect(checkBudget(nil)).toEqual(accept(nil));
  });

  it.each<[string, Partial<PersonalBudget>, string]>([
    ['is a penny more than its parts', { weeklyPence: 24_001 }, '/weeklyPence'],
    ['is a penny less than its parts', { weeklyPence: 23_999 }, '/weeklyPence'],
    ['pays once what no part holds', { oneOffPence: 85_001 }, '/oneOffPence'],
    [
      'takes a contribution that no part bears',
      { contributionWeeklyPence: 2999 },
      '/contributionWeeklyPence',
    ],
    ['lost its parts', { parts: [] }, '/weeklyPence'],
    ['holds a part twice', { parts: [payment, { ...managed, id: 'payment' }] }, '/parts/1/id'],
    [
      'asks more of a part than it is worth',
      { parts: [payment, { ...managed, contributionWeeklyPence: 9001 }] },
      '/parts/1/contributionWeeklyPence',
    ],
  ])('that %s is refused', (_, changed, pointer) => {
    expect(checkBudget({ ...budget, ...changed })).toMatchObject({
      refusal: { kind: 'parts-do-not-add-up', pointer },
    });
  });

  it('may ask for a part’s whole worth and no more', () => {
    const parts = [payment, { ...managed, contributionWeeklyPence: 9000 }];
    const whole = { ...budget, contributionWeeklyPence: 11_000, parts };
    expect(checkBudget(whole)).toEqual(accept(whole));
  });

  it('is found right exactly when its parts add up', () => {
    const amounts = fc.array(fc.nat(100_000), { maxLength: 8 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: -2, max: 2 }), (weekly, off) => {
        const parts = weekly.map((weeklyPence, index) => ({
          ...managed,
          id: `part-${index}`,
          weeklyPence,
          contributionWeeklyPence: 0,
        }));
        const sum = weekly.reduce((total, amount) => total + amount, 0);
        const claimed = {
          ...budget,
          weeklyPence: sum + off,
          oneOffPence: 0,
          contributionWeeklyPence: 0,
          parts,
        };
        expect(checkBudget(claimed).accepted).toBe(off === 0);
      }),
    );
  });

  it.each([
    ['a net contribution to what the council manages', { ...managed, contribution: 'net' }],
    ['a direct payment to nobody', { ...payment, payee: undefined }],
    ['a third party without its name', { ...payment, holding: 'third-party' }],
    ['half a penny', { ...managed, weeklyPence: 0.5 }],
  ])('has no part with %s', (_, part) => {
    expect(BudgetPart.safeParse(part).success).toBe(false);
  });

  it.each([
    ['the person', { kind: 'self' }],
    ['somebody nominated', { kind: 'nominated', personId: 'p-2', name: 'Sister' }],
    ['somebody authorised (s32)', { kind: 'authorised', personId: 'p-3', name: 'Deputy' }],
  ])('may be paid to %s', (_, payee) => {
    expect(BudgetPart.safeParse({ ...payment, payee }).success).toBe(true);
  });
});

describe('Every four weeks', () => {
  it('pays 2,480.00 for 620.00 a week, as Cheshire did', () => {
    const whole = { ...payment, weeklyPence: 62_000, contributionWeeklyPence: 0 };
    expect(fourWeeklyPence(whole)).toBe(248_000);
  });

  it('pays four times the week less four contributions, when they are taken off first', () => {
    expect(fourWeeklyPence(payment)).toBe(52_000);
  });

  it('pays four whole weeks when the contribution is invoiced', () => {
    expect(fourWeeklyPence({ ...payment, contribution: 'gross' })).toBe(60_000);
  });

  it('bills the contributions that were not taken off', () => {
    expect(fourWeeklyBilledPence(budget)).toBe(4000);
    const gross = { ...budget, parts: [{ ...payment, contribution: 'gross' as const }, managed] };
    expect(fourWeeklyBilledPence(gross)).toBe(12_000);
  });

  it('what is paid and billed together comes to the council’s share', () => {
    const paid = budget.parts.map(fourWeeklyPence).reduce((total, pence) => total + pence, 0);
    const share = (budget.weeklyPence - budget.contributionWeeklyPence) * 4;
    expect(paid - fourWeeklyBilledPence(budget)).toBe(share);
  });
});

describe('The statement of a personal budget', () => {
  it('names the whole, both shares, and each direct payment with its frequency', () => {
    expect(stateBudget(budget)).toEqual({
      totalWeeklyPence: 24_000,
      personWeeklyPence: 3000,
      councilWeeklyPence: 21_000,
      oneOffPence: 85_000,
      isContributionProvisional: true,
      directPayments: [
        {
          partId: 'payment',
          frequency: 'four-weekly',
          fourWeeklyPence: 52_000,
          oneOffPence: 85_000,
        },
      ],
    });
  });
});

describe('A budget for a plan', () => {
  it('is worth what the plan’s lines cost, part by part', () => {
    expect(checkBudgetMatchesPlan(budget, plan)).toEqual(accept(budget));
  });

  it.each<[string, Partial<PersonalBudget>, string]>([
    ['lacks a part of the plan', { parts: [payment] }, '/parts'],
    [
      'has a part of its own',
      { parts: [payment, managed, { ...managed, id: 'x' }] },
      '/parts/2/id',
    ],
    [
      'moves a penny from one part to another',
      {
        parts: [
          { ...payment, weeklyPence: 15_001 },
          { ...managed, weeklyPence: 8999 },
        ],
      },
      '/parts/0/weeklyPence',
    ],
    [
      'pays something else once',
      { parts: [{ ...payment, oneOffPence: 84_999 }, managed] },
      '/parts/0/oneOffPence',
    ],
    [
      'holds a part another way',
      {
        parts: [payment, { ...managed, holding: 'third-party', organisation: 'A trust' }],
      },
      '/parts/1/holding',
    ],
  ])('that %s is refused', (_, changed, pointer) => {
    expect(checkBudgetMatchesPlan({ ...budget, ...changed }, plan)).toMatchObject({
      refusal: { kind: 'parts-do-not-add-up', pointer },
    });
  });

  it('that lacks a part says which', () => {
    const refused = checkBudgetMatchesPlan({ ...budget, parts: [payment] }, plan);
    expect(refused.accepted ? '' : refused.refusal.detail).toContain('managed');
  });

  it('may hold a part that no line uses yet only at nothing', () => {
    const spare = {
      ...plan,
      parts: [...plan.parts, { id: 'x', holding: 'council-managed' as const }],
    };
    const empty = { ...managed, id: 'x', weeklyPence: 0, contributionWeeklyPence: 0 };
    const parts = [payment, managed, empty];
    expect(checkBudgetMatchesPlan({ ...budget, parts }, spare).accepted).toBe(true);
    const filled = [payment, managed, { ...empty, weeklyPence: 1 }];
    expect(checkBudgetMatchesPlan({ ...budget, parts: filled }, spare).accepted).toBe(false);
  });
});
