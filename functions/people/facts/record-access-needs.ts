import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { PersonAnswer, PersonParams } from '#shared/contracts/person-answer.ts';
import { accept } from '#shared/domain/outcome.ts';
import { withPersonRecord } from '#shared/domain/person/change.ts';
import { AccessNeedsRecord, recordAccessNeeds } from '#shared/domain/person/facts/access-needs.ts';
import { factsOf } from '#shared/domain/person/person-state.ts';
import type { Ports } from '../../ports.ts';
import { changePerson } from '../change-person.ts';

export const accessNeeds = staffOperation({
  id: 'record-access-needs',
  method: 'PUT',
  path: '/people/{personId}/access-needs',
  tag: 'People',
  roles: ['adviser', 'practitioner', 'team-manager', 'duty-manager'],
  summary: 'Record how a person is to be reached, informed and understood',
  ifMatch: 'access-needs',
  params: PersonParams,
  query: NoQuery,
  body: AccessNeedsRecord,
  answer: PersonAnswer,
  handle: (request, ports: Ports) =>
    changePerson(
      request,
      ports,
      (state, moment) => {
        const decided = recordAccessNeeds(factsOf(state), request.body, moment);
        if (!decided.accepted) return decided;
        const { type, body, next } = decided.value;
        const changed = withPersonRecord({ ...state, facts: next }, 'access-needs', moment);
        return accept({ type, body, next: changed });
      },
      { ifMatch: 'access-needs' },
    ),
});
