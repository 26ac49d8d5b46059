import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { PersonAnswer, PersonParams } from '#shared/contracts/person-answer.ts';
import { changeDetails, DetailsChange } from '#shared/domain/person/change-details.ts';
import { holderOfNewNumber } from '#shared/stores/people/person-index.ts';
import { refusalOfDistrict } from '../information/directory/unknown-districts.ts';
import type { Ports } from '../ports.ts';
import { changePerson } from './change-person.ts';
import { recordKeepers } from './people-roles.ts';

export const changePersonDetails = staffOperation({
  id: 'change-details',
  method: 'POST',
  path: '/people/{personId}/details',
  tag: 'People',
  roles: recordKeepers,
  summary: 'Change what is known of a person: who they are and how they are reached',
  ifMatch: 'details',
  params: PersonParams,
  query: NoQuery,
  body: DetailsChange,
  answer: PersonAnswer,
  handle: (request, ports: Pick<Ports, 'people' | 'table' | 'pseudonyms' | 'system' | 'council'>) =>
    changePerson(
      request,
      ports,
      async (state, moment) => {
        const refused = await refusalOfDistrict(request.body.details, ports);
        if (refused) return refused;
        const holder = await holderOfNewNumber(state, request.body.details, ports);
        return changeDetails(state, request.body, holder, moment);
      },
      { ifMatch: 'details' },
    ),
});
