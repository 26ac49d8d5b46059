import { readFeedback } from './give-feedback.ts';
import { claimInformationCheck, releaseInformationCheck } from './hold-check.ts';
import { listExpiring } from './list-expiring.ts';

/** What staff ask about the information that is given. */
export const informationRoutes = [
  readFeedback,
  listExpiring,
  claimInformationCheck,
  releaseInformationCheck,
];
