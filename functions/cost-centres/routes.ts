import { cashLimitAnswer } from './answer-limit.ts';
import { readCashLimits, setCashLimits } from './cash-limits.ts';
import { listCostCentres, readCostCentre } from './read-cost-centres.ts';

/** The operations around what care costs the council: limits, commitments and what was spent. */
export const costCentreRoutes = [
  setCashLimits,
  readCashLimits,
  listCostCentres,
  readCostCentre,
  cashLimitAnswer,
];
