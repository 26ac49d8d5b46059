import { turnBudgetKey } from './authorise-budget.ts';
import { readDelegatedLimits, setDelegatedLimits } from './delegated-limits.ts';

/** The operations around a personal budget: the second key, limits and direct payments. */
export const personalBudgetRoutes = [turnBudgetKey, setDelegatedLimits, readDelegatedLimits];
