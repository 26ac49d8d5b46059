import { type CaseAnswer, inOrder } from '#shared/contracts/case-answer.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import type { CaseState, RecordName } from '#shared/domain/case/case-state.ts';
import type { CaseChange, Moment } from '#shared/domain/case/change.ts';
import { stageOf } from '#shared/domain/case/stage.ts';
import { openSteps } from '#shared/domain/journey/workflow.ts';
import { accept, type Outcome, refuse } from '#shared/domain/outcome.ts';
import { keepListPlace } from '#shared/domain/waiting/case-list.ts';
import { dueWrite } from '#shared/stores/cases/due-store.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { endedLook } from '../charging/look-at-charge.ts';
import { endedLimitTask } from '../cost-centres/limit-task.ts';
import type { Ports } from '../ports.ts';
import { endedSecondLooks } from '../second-look/second-look-task-name.ts';
import { endedReCheck } from '../waiting/ask-re-check.ts';
import { actorOf, type ChangeRequest, changeAggregate } from './change-aggregate.ts';
import { stopPaymentsOfEnded } from './ending/stop-payments.ts';
import { endedWrittenAtHome } from './tasks/written-at-home-task.ts';

interface CaseRequest extends ChangeRequest {
  readonly params: { caseId: string };
  readonly ifMatch: string | undefined;
}

export interface CaseCommand<C extends CaseChange = CaseChange> {
  /** The record that the caller must have seen in its newest version (If-Match). */
  readonly ifMatch?: RecordName;
  /** What else must be written with the event, or not at all; `at` is the instant of the event. */
  readonly also?: (change: C, state: CaseState, at: string) => Promise<readonly TableWrite[]>;
  /** What the answer says besides where the case stands, such as the id of what was made. */
  readonly told?: (event: RecordedEvent<CaseState>) => Readonly<Record<string, unknown>>;
}

/** Carries out one command on a case: load, decide, write one event, answer. */
export function changeCase<C extends CaseChange = CaseChange>(
  request: CaseRequest,
  ports: Pick<Ports, 'cases' | 'system' | 'table'>,
  decide: (state: CaseState, moment: Moment) => Outcome<C> | Promise<Outcome<C>>,
  command: CaseCommand<C> = {},
): Promise<Reply> {
  const { caseId } = request.params;
  const by = actorOf(request).id;
  return changeAggregate(request, ports, {
    log: ports.cases,
    id: caseId,
    refusalOf: (last) => command.ifMatch && staleness(last.after, command.ifMatch, request.ifMatch),
    decide: async (last, moment) => {
      const decision = await decide(last.after, moment);
      if (!decision.accepted) return decision;
      const next = keepListPlace(last.after, decision.value.next, moment.event);
      return accept({ ...decision.value, next });
    },
    also: async (change: C, last, at) => [
      ...(change.dues ?? []).map((due) => dueWrite(caseId, due)),
      ...((await command.also?.(change, last.after, at)) ?? []),
      ...endedReCheck(caseId, last.after, change.next),
      ...endedLook({ caseId, before: last.after, next: change.next }),
      ...endedLimitTask(caseId, last.after, change.next),
      ...endedSecondLooks(caseId, last.after, change.next),
      ...endedWrittenAtHome(caseId, last.after, change.next),
      ...(await stopPaymentsOfEnded({ caseId, change, before: last.after, by, at }, ports)),
    ],
    answer: (event) => answer(event, command.told?.(event)),
  });
}

function staleness(state: CaseState, record: RecordName, ifMatch: string | undefined) {
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

function answer(event: RecordedEvent<CaseState>, told: object = {}): Reply {
  const body: CaseAnswer = {
    caseId: event.aggregateId,
    stage: stageOf(event.after),
    openSteps: openSteps(event.after.workflow),
    event: event.sequence,
    records: inOrder(event.after.records),
  };
  return accept({ status: 200, body: { ...body, ...told }, version: event.sequence });
}
