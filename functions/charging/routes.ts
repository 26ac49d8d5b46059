import { financialAssessment } from './assess-finances.ts';
import { selfFundingChoice } from './choose-self-funding.ts';
import { readChargeStatement, readMyChargeStatement } from './read-statement.ts';

/** What finance works out with a person, and what anybody who may see it is shown of it. */
export const chargingRoutes = [
  financialAssessment,
  selfFundingChoice,
  readChargeStatement,
  readMyChargeStatement,
];
