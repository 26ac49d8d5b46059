import { claimInformationCheck, releaseInformationCheck } from './freshness/hold-check.ts';
import { listExpiring } from './freshness/list-expiring.ts';
import { readFeedback } from './give-feedback.ts';

/** What staff ask about the information that is given. */
export const informationRoutes = [
  readFeedback,
  listExpiring,
  claimInformationCheck,
  releaseInformationCheck,
];
