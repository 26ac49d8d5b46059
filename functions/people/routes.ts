import { carerAssessmentRequest } from './carers/request-carer-assessment.ts';
import { changePersonDetails } from './change-details.ts';
import { decideDuplicate } from './duplicates/decide-duplicate.ts';
import { readDuplicates } from './duplicates/read-duplicates.ts';
import { personFactsRoutes } from './facts/routes.ts';
import { linkContactToPerson } from './link-person.ts';
import { readPersonHistory } from './read-history.ts';
import { readPerson } from './read-person.ts';
import { registerPerson } from './register-person.ts';
import { reverseMerge } from './reverse-merge.ts';
import { searchPeople } from './search-people.ts';

/** The operations on people's records. */
export const peopleRoutes = [
  searchPeople,
  registerPerson,
  readPerson,
  changePersonDetails,
  readPersonHistory,
  readDuplicates,
  decideDuplicate,
  reverseMerge,
  linkContactToPerson,
  ...personFactsRoutes,
  carerAssessmentRequest,
];
