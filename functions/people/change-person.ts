import { inOrder } from '#shared/contracts/case-answer.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import type { PersonAnswer, PersonParams } from '#shared/contracts/person-answer.ts';
import type { Moment } from '#shared/domain/case/change.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import type { PersonChange, PersonDecision } from '#shared/domain/person/change.ts';
import type { PersonRecordName, PersonState } from '#shared/domain/person/person-state.ts';
import type { RecordedEvent } from '#shared/stores/event.ts';
import type { TableWrite } from '#shared/stores/table.ts';
import { type ChangeRequest, changeAggregate } from '../cases/change-aggregate.ts';
import type { Ports } from '../ports.ts';

interface PersonRequest extends ChangeRequest {
  readonly params: PersonParams;
  readonly ifMatch: string | undefined;
}

export interface PersonCommand {
  /** The record that the caller must have seen in its newest version (If-Match). */
  readonly ifMatch?: PersonRecordName;
  /** What else must be written with the event, or not at all; `at` is the instant of the event. */
  readonly also?: (
    change: PersonChange,
    state: PersonState,
    at: string,
  ) => Promise<readonly TableWrite[]>;
}

/** Carries out one command on a person's record: load, decide, write one event, answer. */
export function changePerson(
  request: PersonRequest,
  ports: Pick<Ports, 'people' | 'system'>,
  decide: (state: PersonState, moment: Moment) => PersonDecision | Promise<PersonDecision>,
  command: PersonCommand = {},
): Promise<Reply> {
  return changeAggregate(request, ports, {
    log: ports.people,
    id: request.params.personId,
    refusalOf: (last) => command.ifMatch && staleness(last.after, command.ifMatch, request.ifMatch),
    decide: (last, moment) => decide(last.after, moment),
    also: async (change: PersonChange, last, at) =>
      (await command.also?.(change, last.after, at)) ?? [],
    answer,
  });
}

function staleness(state: PersonState, record: PersonRecordName, ifMatch: string | undefined) {
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

function answer(event: RecordedEvent<PersonState>): Reply {
  const body: PersonAnswer = {
    personId: event.aggregateId,
    event: event.sequence,
    records: inOrder(event.after.records),
  };
  return accept({ status: 200, body, version: event.sequence });
}
