import { Id, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { PersonAnswer, PersonParams } from '#shared/contracts/person-answer.ts';
import {
  endWarning,
  NewWarning,
  recordWarning,
  reviewWarning,
  WarningEnd,
  WarningReview,
} from '#shared/domain/person/facts/warning.ts';
import type { PersonState } from '#shared/domain/person/person-state.ts';
import type { Ports } from '../../ports.ts';
import { changeFacts, createdId } from './change-facts.ts';
import { warningTaskWrites } from './warning-tasks.ts';

const roles = [
  'adviser',
  'practitioner',
  'team-manager',
  'duty-manager',
  'safeguarding-lead',
] as const;
/** What the queues must say with it. */
const alsoFor =
  (personId: string) =>
  async ({ next }: { readonly next: PersonState }, before: PersonState) =>
    warningTaskWrites(personId, before, next);

const WarningParams = PersonParams.extend({ warningId: Id });

export const newWarning = staffOperation({
  id: 'record-warning',
  method: 'POST',
  path: '/people/{personId}/warnings',
  tag: 'People',
  roles,
  summary: 'Warn whoever works with a person, until a day on which it is looked at again',
  creates: true,
  params: PersonParams,
  query: NoQuery,
  body: NewWarning,
  answer: PersonAnswer,
  handle(request, ports: Ports) {
    const id = createdId(request);
    return changeFacts(
      request,
      ports,
      (facts, moment) => recordWarning(facts, { id, input: request.body }, moment),
      { answers: { created: id }, also: alsoFor(request.params.personId) },
    );
  },
});

export const warningReview = staffOperation({
  id: 'review-warning',
  method: 'POST',
  path: '/people/{personId}/warnings/{warningId}/review',
  tag: 'People',
  roles,
  summary: 'Say that a warning is still true, and when it is looked at next',
  params: WarningParams,
  query: NoQuery,
  body: WarningReview,
  answer: PersonAnswer,
  handle: (request, ports: Ports) =>
    changeFacts(
      request,
      ports,
      (facts, moment) =>
        reviewWarning(facts, { id: request.params.warningId, input: request.body }, moment),
      { also: alsoFor(request.params.personId) },
    ),
});

export const warningEnd = staffOperation({
  id: 'end-warning',
  method: 'POST',
  path: '/people/{personId}/warnings/{warningId}/end',
  tag: 'People',
  roles,
  summary: 'End a warning that is true no more',
  params: WarningParams,
  query: NoQuery,
  body: WarningEnd,
  answer: PersonAnswer,
  handle: (request, ports: Ports) =>
    changeFacts(
      request,
      ports,
      (facts) => endWarning(facts, { id: request.params.warningId, input: request.body }),
      { also: alsoFor(request.params.personId) },
    ),
});
