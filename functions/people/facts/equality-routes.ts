import { NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { residentOperation, staffOperation } from '#shared/contracts/operation.ts';
import { PersonAnswer, PersonParams } from '#shared/contracts/person-answer.ts';
import { EqualityAnswers } from '#shared/domain/person/facts/equality.ts';
import type { Ports } from '../../ports.ts';
import { EqualityAnswer, eraseEquality, keepEquality, showEquality } from './equality.ts';

// Whoever decides about a person's support never reads these.
const staffFields = { tag: 'Equality monitoring', params: PersonParams, query: NoQuery } as const;
const mine = { tag: 'My case', path: '/my/equality', params: NoParams, query: NoQuery } as const;

const recordEquality = staffOperation({
  ...staffFields,
  id: 'record-equality-facts',
  method: 'PUT',
  path: '/people/{personId}/equality',
  roles: ['adviser', 'administrator'],
  summary: 'Record what a person chose to answer to the equality questions',
  body: EqualityAnswers,
  answer: PersonAnswer,
  handle: (request, ports: Ports) => keepEquality(request, ports),
});

const readEqualityFacts = staffOperation({
  ...staffFields,
  id: 'read-equality-facts',
  method: 'GET',
  path: '/people/{personId}/equality',
  roles: ['administrator'],
  summary: 'Read the equality questions, why each is asked, and what a person answered',
  answer: EqualityAnswer,
  handle: ({ params }, ports: Ports) => showEquality(params.personId, ports),
});

const eraseEqualityFacts = staffOperation({
  ...staffFields,
  id: 'erase-equality-facts',
  method: 'DELETE',
  path: '/people/{personId}/equality',
  roles: ['administrator'],
  summary: 'Erase what a person answered to the equality questions',
  answer: PersonAnswer,
  handle: (request, ports: Ports) => eraseEquality(request, ports),
});

const recordMyEquality = residentOperation({
  ...mine,
  id: 'record-my-equality-facts',
  method: 'PUT',
  summary: 'Answer the equality questions that you choose to answer',
  body: EqualityAnswers,
  answer: PersonAnswer,
  handle: (request, ports: Ports) =>
    keepEquality({ ...request, params: { personId: request.caller.personId } }, ports),
});

const readMyEquality = residentOperation({
  ...mine,
  id: 'read-my-equality-facts',
  method: 'GET',
  summary: 'Read the equality questions, why each is asked, and what you answered',
  answer: EqualityAnswer,
  handle: ({ caller }, ports: Ports) => showEquality(caller.personId, ports),
});

const eraseMyEquality = residentOperation({
  ...mine,
  id: 'erase-my-equality-facts',
  method: 'DELETE',
  summary: 'Erase what you answered to the equality questions',
  answer: PersonAnswer,
  handle: (request, ports: Ports) =>
    eraseEquality({ ...request, params: { personId: request.caller.personId } }, ports),
});

/** The operations on equality facts, which stand apart from everything else about a person. */
export const equalityRoutes = [
  recordEquality,
  readEqualityFacts,
  eraseEqualityFacts,
  recordMyEquality,
  readMyEquality,
  eraseMyEquality,
];
