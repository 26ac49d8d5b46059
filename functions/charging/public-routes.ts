import { estimateCharge } from './estimate-charge.ts';

/** What anybody may ask about paying for care. */
export const publicChargingRoutes = [estimateCharge];
