import { Id, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { PersonAnswer, PersonParams } from '#shared/contracts/person-answer.ts';
import {
  DuplicateDecision,
  mergePeople,
  tellApart,
} from '#shared/domain/person/decide-duplicate.ts';
import { mergedAway } from '#shared/domain/person/person-state.ts';
import type { Ports } from '../../ports.ts';
import { staleness } from '../change-person.ts';
import { mergers } from '../people-roles.ts';
import { changePair } from './change-pair.ts';

export const decideDuplicate = staffOperation({
  id: 'decide-duplicate',
  method: 'POST',
  path: '/people/{personId}/duplicates/{otherId}/decision',
  tag: 'People',
  roles: mergers,
  summary: 'Decide whether two records are one person’s, and merge them if they are',
  ifMatch: 'details',
  params: PersonParams.extend({ otherId: Id }),
  query: NoQuery,
  body: DuplicateDecision,
  answer: PersonAnswer,
  handle(request, ports: Pick<Ports, 'people' | 'pseudonyms' | 'system'>) {
    const { params, body, ifMatch } = request;
    return changePair(request, ports, {
      personId: params.personId,
      refusalOf: (own) => mergedAway(own) ?? staleness(own, 'details', ifMatch),
      otherOf: () => params.otherId,
      decide: (own, other) =>
        mergedAway(other.state) ??
        (body.decision === 'merge' ? mergePeople(own, other, body) : tellApart(own, other, body)),
    });
  },
});
