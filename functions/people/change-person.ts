import { inOrder } from '#shared/contracts/case-answer.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import type { PersonAnswer, PersonParams } from '#shared/contracts/person-answer.ts';
import type { Moment } from '#shared/domain/case/change.ts';
import { accept, type Outcome, refuse } from '#shared/domain/outcome.ts';
import type { PersonChange } from '#shared/domain/person/change.ts';
import {
  mergedAway,
  type PersonRecordName,
  type PersonState,
} from '#shared/domain/person/person-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { personIndexWrites } from '#shared/stores/people/person-index.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { type ChangeRequest, changeAggregate } from '../cases/change-aggregate.ts';
import type { Ports } from '../ports.ts';

export interface PersonRequest extends ChangeRequest {
  readonly params: PersonParams;
  readonly ifMatch: string | undefined;
}

export interface PersonCommand<C extends PersonChange> {
  /** The record that the caller must have seen in its newest version (If-Match). */
  readonly ifMatch?: PersonRecordName;
  /** What else must be written with the event, or not at all; `at` is the instant of the event. */
  readonly also?: (change: C, state: PersonState, at: string) => Promise<readonly TableWrite[]>;
  /** The record says already what the request asks for: it is answered as it stands. */
  readonly isSoAlready?: (state: PersonState) => boolean;
  /** What the answer says besides. */
  readonly answers?: Pick<PersonAnswer, 'created' | 'whatFollows'>;
}

/** Carries out one command on a person's record: load, decide, write one event, answer. */
export function changePerson<C extends PersonChange>(
  request: PersonRequest,
  ports: Pick<Ports, 'people' | 'system' | 'pseudonyms'>,
  decide: (state: PersonState, moment: Moment) => Outcome<C> | Promise<Outcome<C>>,
  command: PersonCommand<C> = {},
): Promise<Reply> {
  const { personId } = request.params;
  return changeAggregate(request, ports, {
    log: ports.people,
    id: personId,
    refusalOf: ({ after }) =>
      mergedAway(after) ?? (command.ifMatch && staleness(after, command.ifMatch, request.ifMatch)),
    isSoAlready: (last) => command.isSoAlready?.(last.after) ?? false,
    decide: (last, moment) => decide(last.after, moment),
    also: async (change: C, { after: before }, at) => [
      ...(await personIndexWrites(ports.pseudonyms, [{ personId, before, after: change.next }])),
      ...((await command.also?.(change, before, at)) ?? []),
    ],
    answer: (event) => personAnswer(event, command.answers),
  });
}

export function staleness(
  state: PersonState,
  record: PersonRecordName,
  ifMatch: string | undefined,
) {
  const version = state.records[record];
  // What does not exist yet cannot have been read.
  if (version === undefined) return undefined;
  if (ifMatch === undefined) {
    return refuse('version-missing', `Send If-Match with the version of the ${record} you read.`);
  }
  return ifMatch === `"${version}"`
    ? undefined
    : refuse('version-stale', `The ${record} is now at version "${version}".`);
}

export function personAnswer(
  event: RecordedEvent<PersonState>,
  besides?: PersonCommand<PersonChange>['answers'],
): Reply {
  const body: PersonAnswer = {
    personId: event.aggregateId,
    event: event.sequence,
    records: inOrder(event.after.records),
    ...besides,
  };
  return accept({ status: 200, body, version: event.sequence });
}
