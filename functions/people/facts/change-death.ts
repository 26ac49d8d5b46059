import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { PersonAnswer, PersonParams } from '#shared/contracts/person-answer.ts';
import { DeathRecord } from '#shared/domain/case/ending/death.ts';
import {
  askToReverseDeath,
  confirmDeathReversal,
  DeathReversal,
  recordDeath,
  saysDeathAlready,
} from '#shared/domain/person/facts/death.ts';
import { factsOf } from '#shared/domain/person/person-state.ts';
import type { Ports } from '../../ports.ts';
import { changeFacts } from './change-facts.ts';

export const death = staffOperation({
  id: 'record-death',
  method: 'POST',
  path: '/people/{personId}/death',
  tag: 'People',
  roles: ['adviser', 'practitioner', 'team-manager', 'duty-manager', 'finance-officer'],
  summary: 'Record a death with its source and proof; payments to the person stop with it',
  params: PersonParams,
  query: NoQuery,
  body: DeathRecord,
  answer: PersonAnswer,
  handle: (request, ports: Ports) =>
    changeFacts(request, ports, (facts, moment) => recordDeath(facts, request.body, moment), {
      isSoAlready: (state) => saysDeathAlready(factsOf(state), request.body),
      answers: {
        whatFollows: [
          "It is noted on the person's open cases, and payments to their agreements stop.",
          'Workers close each case as deceased, and finance settles the final accounts.',
        ],
      },
    }),
});

export const deathReversalRequest = staffOperation({
  id: 'ask-to-reverse-death',
  method: 'POST',
  path: '/people/{personId}/death/reversal',
  tag: 'People',
  roles: ['adviser', 'practitioner', 'team-manager', 'duty-manager', 'finance-officer'],
  summary: 'Ask for a recorded death to be taken back; it stands until somebody else confirms',
  params: PersonParams,
  query: NoQuery,
  body: DeathReversal,
  answer: PersonAnswer,
  handle: (request, ports: Ports) =>
    changeFacts(request, ports, (facts, moment) => askToReverseDeath(facts, request.body, moment)),
});

export const deathReversal = staffOperation({
  id: 'reverse-death',
  method: 'POST',
  path: '/people/{personId}/death/reversal/confirmation',
  tag: 'People',
  roles: ['team-manager', 'duty-manager', 'head-of-service'],
  summary: 'Confirm, as the second person, that a recorded death was a mistake',
  params: PersonParams,
  query: NoQuery,
  body: DeathReversal,
  answer: PersonAnswer,
  handle: (request, ports: Ports) =>
    changeFacts(
      request,
      ports,
      (facts, moment) => confirmDeathReversal(facts, request.body, moment),
      {
        answers: {
          whatFollows: [
            "The note is taken off the person's cases; what waited there goes on.",
            'A case that was closed as deceased may be reopened.',
            'Payments stay stopped until finance releases each agreement: look at what fell due.',
            'What a final account has settled stays settled: a new agreement is asked for, from the day after.',
          ],
        },
      },
    ),
});
