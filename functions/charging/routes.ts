import { financialAssessment } from './assess-finances.ts';

/** What finance works out with a person, and what anybody who may see it is shown of it. */
export const chargingRoutes = [financialAssessment];
