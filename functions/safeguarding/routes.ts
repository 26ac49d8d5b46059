import { recordSafeToProceed } from './say-safe-to-proceed.ts';

/** The operations of the safeguarding lead. */
export const safeguardingRoutes = [recordSafeToProceed];
