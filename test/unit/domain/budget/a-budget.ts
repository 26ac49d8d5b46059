import { BudgetPart, PersonalBudget } from '#shared/domain/budget/personal-budget.ts';

export const payment = BudgetPart.parse({
  id: 'payment',
  holding: 'direct-payment',
  weeklyPence: 15_000,
  oneOffPence: 85_000,
  contributionWeeklyPence: 2000,
  contribution: 'net',
  payee: { kind: 'self' },
});

export const managed = BudgetPart.parse({
  id: 'managed',
  holding: 'council-managed',
  weeklyPence: 9000,
  oneOffPence: 0,
  contributionWeeklyPence: 1000,
  contribution: 'gross',
});

export const budget = PersonalBudget.parse({
  weeklyPence: 24_000,
  oneOffPence: 85_000,
  contributionWeeklyPence: 3000,
  isContributionProvisional: true,
  parts: [payment, managed],
});
