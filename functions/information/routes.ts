import { answerGuide, readGuide, readGuides } from './answer-guide.ts';
import { giveFeedback, readFeedback } from './give-feedback.ts';
import { readService, readTerms } from './read-service.ts';
import { readGlossary, readTopic, readTopics } from './read-topics.ts';
import { searchServices } from './search-directory.ts';

/** What anybody may read, ask and say before contact. */
export const publicInformationRoutes = [
  searchServices,
  readTerms,
  readService,
  readTopics,
  readTopic,
  readGlossary,
  readGuides,
  readGuide,
  answerGuide,
  giveFeedback,
];

/** What staff ask about the information that is given. */
export const informationRoutes = [readFeedback];
