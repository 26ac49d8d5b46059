import { readFeedback } from './give-feedback.ts';

/** What staff ask about the information that is given. */
export const informationRoutes = [readFeedback];
