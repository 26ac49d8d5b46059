import { death, deathReversal, deathReversalRequest } from './change-death.ts';
import { newRelationship, relationshipEnd } from './change-relationships.ts';
import { newRepresentative, representativeEnd } from './change-representatives.ts';
import { newWarning, warningEnd, warningReview } from './change-warnings.ts';
import { equalityRoutes } from './equality-routes.ts';
import { readFacts } from './read-facts.ts';
import { accessNeeds } from './record-access-needs.ts';
import { circumstance } from './record-circumstance.ts';

/** The operations on what is known of a person besides who they are. */
export const personFactsRoutes = [
  readFacts,
  newWarning,
  warningReview,
  warningEnd,
  newRelationship,
  relationshipEnd,
  newRepresentative,
  representativeEnd,
  accessNeeds,
  circumstance,
  death,
  deathReversalRequest,
  deathReversal,
  ...equalityRoutes,
];
