import { carerAssessmentRequest } from './carers/request-carer-assessment.ts';
import { personFactsRoutes } from './facts/routes.ts';
import { readPerson } from './read-person.ts';

/** The operations on people's records. */
export const peopleRoutes = [readPerson, ...personFactsRoutes, carerAssessmentRequest];
