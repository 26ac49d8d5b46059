import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { PersonAnswer, PersonParams } from '#shared/contracts/person-answer.ts';
import {
  CircumstanceRecord,
  recordCircumstance,
} from '#shared/domain/person/facts/circumstances.ts';
import type { Ports } from '../../ports.ts';
import { changeFacts } from './change-facts.ts';

export const circumstance = staffOperation({
  id: 'record-circumstance',
  method: 'POST',
  path: '/people/{personId}/circumstances',
  tag: 'People',
  roles: ['adviser', 'practitioner', 'team-manager', 'duty-manager'],
  summary:
    'Record where a person lives, their work, or why they mainly need support, and since when',
  params: PersonParams,
  query: NoQuery,
  body: CircumstanceRecord,
  answer: PersonAnswer,
  handle: (request, ports: Ports) =>
    changeFacts(request, ports, (facts, moment) => recordCircumstance(facts, request.body, moment)),
});
