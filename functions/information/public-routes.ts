import { answerGuide, readGuide, readGuides } from './answer-guide.ts';
import { readService, readTerms } from './directory/read-service.ts';
import { searchServices } from './directory/search-directory.ts';
import { giveFeedback } from './give-feedback.ts';
import { readDocs } from './read-docs.ts';
import { readOpenApi } from './read-openapi.ts';
import { readGlossary, readTopic, readTopics } from './read-topics.ts';

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
  readOpenApi,
  readDocs,
];
