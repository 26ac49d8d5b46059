import { financialAssessment } from './assess-finances.ts';
import { selfFundingChoice } from './choose-self-funding.ts';
import { chargeStatementDocument } from './read-statement.ts';

/** What finance works out with a person, and what anybody who may see it is shown of it. */
export const chargingRoutes = [financialAssessment, selfFundingChoice, ...chargeStatementDocument];
