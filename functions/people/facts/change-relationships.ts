import { Id, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { PersonAnswer, PersonParams } from '#shared/contracts/person-answer.ts';
import { refuse } from '#shared/domain/outcome.ts';
import {
  endRelationship,
  NewRelationship,
  RelationshipEnd,
  recordRelationship,
} from '#shared/domain/person/facts/record-relationship.ts';
import { factsOf, mergedAway } from '#shared/domain/person/person-state.ts';
import { actorOf } from '../../cases/change-aggregate.ts';
import type { Ports } from '../../ports.ts';
import { otherOf, otherSideWrites } from './both-sides.ts';
import { changeFacts, createdId } from './change-facts.ts';

const roles = ['adviser', 'practitioner', 'team-manager', 'duty-manager'] as const;

export const newRelationship = staffOperation({
  id: 'record-relationship',
  method: 'POST',
  path: '/people/{personId}/relationships',
  tag: 'People',
  roles,
  summary: 'Say who somebody is to a person, who cares for whom, and whom to call',
  creates: true,
  params: PersonParams,
  query: NoQuery,
  body: NewRelationship,
  answer: PersonAnswer,
  handle(request, ports: Ports) {
    const { personId } = request.params;
    const relationship = { ...request.body, id: createdId(request) };
    const otherId = otherOf(relationship);
    return changeFacts(
      request,
      ports,
      async (facts, moment) => {
        const last = otherId === undefined ? undefined : await ports.people.last(otherId);
        if (otherId !== undefined && !last) {
          return refuse('invalid-input', 'Nobody is registered under this id.', '/with/personId');
        }
        const away = last && mergedAway(last.after);
        if (away) return refuse('invalid-input', away.refusal.detail, '/with/personId');
        const other = last && { personId: last.aggregateId, facts: factsOf(last.after), last };
        const decided = recordRelationship({ personId, facts }, other, relationship, moment);
        return decided.accepted ? { ...decided, value: { ...decided.value, last } } : decided;
      },
      {
        also: async ({ change }, _state, at) =>
          otherSideWrites(change, { actor: actorOf(request), at }, ports),
        answers: { created: relationship.id },
      },
    );
  },
});

export const relationshipEnd = staffOperation({
  id: 'end-relationship',
  method: 'POST',
  path: '/people/{personId}/relationships/{relationshipId}/end',
  tag: 'People',
  roles,
  summary: 'Say since when somebody is no more what they were to a person',
  params: PersonParams.extend({ relationshipId: Id }),
  query: NoQuery,
  body: RelationshipEnd,
  answer: PersonAnswer,
  handle: (request, ports: Ports) =>
    changeFacts(
      request,
      ports,
      async (facts, moment) => {
        const { personId, relationshipId: id } = request.params;
        const known = facts.relationships.find((each) => each.id === id);
        const otherId = known && otherOf(known);
        const last = otherId === undefined ? undefined : await ports.people.last(otherId);
        const other = last && { personId: last.aggregateId, facts: factsOf(last.after) };
        const ending = { id, input: request.body };
        const decided = endRelationship({ personId, facts }, other, ending, moment);
        return decided.accepted ? { ...decided, value: { ...decided.value, last } } : decided;
      },
      {
        also: async ({ change }, _state, at) =>
          otherSideWrites(change, { actor: actorOf(request), at }, ports),
      },
    ),
});
