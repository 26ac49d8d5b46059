import { Id, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { PersonAnswer, PersonParams } from '#shared/contracts/person-answer.ts';
import {
  endRepresentative,
  NewRepresentative,
  RepresentativeEnd,
  recordRepresentative,
} from '#shared/domain/person/facts/representative.ts';
import type { Ports } from '../../ports.ts';
import { changeFacts, createdId } from './change-facts.ts';

const roles = ['adviser', 'practitioner', 'team-manager', 'duty-manager'] as const;

export const newRepresentative = staffOperation({
  id: 'record-representative',
  method: 'POST',
  path: '/people/{personId}/representatives',
  tag: 'People',
  roles,
  summary: 'Record who acts for a person, what was seen of it, and what they may sign',
  creates: true,
  params: PersonParams,
  query: NoQuery,
  body: NewRepresentative,
  answer: PersonAnswer,
  handle(request, ports: Ports) {
    const id = createdId(request);
    return changeFacts(
      request,
      ports,
      (facts, moment) => recordRepresentative(facts, { id, input: request.body }, moment),
      { answers: { created: id } },
    );
  },
});

export const representativeEnd = staffOperation({
  id: 'end-representative',
  method: 'POST',
  path: '/people/{personId}/representatives/{representativeId}/end',
  tag: 'People',
  roles,
  summary: 'End what somebody may do for a person',
  params: PersonParams.extend({ representativeId: Id }),
  query: NoQuery,
  body: RepresentativeEnd,
  answer: PersonAnswer,
  handle: (request, ports: Ports) =>
    changeFacts(request, ports, (facts, moment) =>
      endRepresentative(
        facts,
        { id: request.params.representativeId, input: request.body },
        moment,
      ),
    ),
});
