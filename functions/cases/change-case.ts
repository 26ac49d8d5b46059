import type { CaseAnswer } from '#shared/contracts/case-answer.ts';
import type { Reply, Request } from '#shared/contracts/operation.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState, RecordName } from '#shared/domain/case/case-state.ts';
import type { CaseChange, CaseDecision, Moment } from '#shared/domain/case/change.ts';
import { stageOf } from '#shared/domain/case/stage.ts';
import { openSteps } from '#shared/domain/journey/workflow.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { canonicalJson, derivedId, sha256 } from '#shared/stores/digest.ts';
import { dueWrite } from '#shared/stores/due-store.ts';
import type { RecordedEvent } from '#shared/stores/event.ts';
import type { TableWrite } from '#shared/stores/table.ts';
import type { Ports } from '../ports.ts';

type CaseRequest = Request<'staff', { caseId: string }, unknown, unknown>;
type CaseEvent = RecordedEvent<CaseState>;

export interface CaseCommand {
  /** The record that the caller must have seen in its newest version (If-Match). */
  readonly ifMatch?: RecordName;
  /** What else must be written with the event, or not at all. */
  readonly also?: (change: CaseChange, state: CaseState) => Promise<readonly TableWrite[]>;
}

// A command that loses a race decides again on what the winner left, this often at most.
const attemptsMax = 3;
const recentMax = 8;

/** Carries out one command on a case: load, decide, write one event, answer. */
export async function changeCase(
  request: CaseRequest,
  ports: Ports,
  decide: (state: CaseState, moment: Moment) => CaseDecision,
  command: CaseCommand = {},
): Promise<Reply> {
  const { caseId } = request.params;
  const key = requestKey(request, ports);
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const last = await ports.cases.last(caseId);
    if (!last) return refuse('not-found', 'There is no such case.');
    const repeated = await answerRepeated(last, key, ports);
    if (repeated) return repeated;
    const stale = command.ifMatch && staleness(last.after, command.ifMatch, request.ifMatch);
    if (stale) return stale;
    const now = ports.system.now();
    const decision = decide(last.after, {
      actor: { id: request.caller.id, role: request.actingAs },
      today: civilDateInLondon(now),
      event: last.sequence + 1,
    });
    if (!decision.accepted) return decision;
    const written = await write(last, decision.value, { request, key, now, command }, ports);
    if (written) return answer(written);
  }
  return refuse('lost-race', 'The case was being changed by others at the same moment; try again.');
}

interface RequestKey {
  readonly id: string;
  readonly digest: string;
}

/** The id that the event will have: made from the caller's key, so that the same request makes the
 * same event; without a key, new each time. */
function requestKey(request: CaseRequest, ports: Ports): RequestKey {
  const digest = sha256(canonicalJson([request.params, request.body]));
  const parts = request.idempotencyKey
    ? [...request.scope, request.params.caseId, request.idempotencyKey]
    : [ports.system.newId()];
  return { id: derivedId(parts), digest };
}

async function answerRepeated(
  last: CaseEvent,
  key: RequestKey,
  ports: Ports,
): Promise<Reply | undefined> {
  const known = last.after.recent.find(([id]) => id === key.id);
  if (!known) return undefined;
  const event =
    known[1] === last.sequence ? last : await ports.cases.at(last.aggregateId, known[1]);
  if (!event) throw new Error(`event ${known[1]} of a case is missing`);
  return event.request === key.digest
    ? answer(event)
    : refuse('idempotency-key-reused', 'Use a new Idempotency-Key for a different request.');
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

async function write(
  last: CaseEvent,
  change: CaseChange,
  made: { request: CaseRequest; key: RequestKey; now: string; command: CaseCommand },
  ports: Ports,
): Promise<CaseEvent | undefined> {
  const { request, key, now, command } = made;
  const recent: CaseState['recent'] = [
    ...last.after.recent.slice(1 - recentMax),
    [key.id, last.sequence + 1],
  ];
  const dues = (change.dues ?? []).map((due) => dueWrite(last.aggregateId, due));
  const also = (await command.also?.(change, last.after)) ?? [];
  const result = await ports.cases.append(
    last,
    {
      id: key.id,
      aggregateId: last.aggregateId,
      type: change.type,
      at: now,
      actor: { id: request.caller.id, role: request.actingAs },
      request: key.digest,
      body: change.body,
      after: { ...change.next, recent },
    },
    [...dues, ...also],
  );
  return result.appended ? result.event : undefined;
}

function answer(event: CaseEvent): Reply {
  const body: CaseAnswer = {
    caseId: event.aggregateId,
    stage: stageOf(event.after),
    openSteps: openSteps(event.after.workflow),
    event: event.sequence,
    records: event.after.records,
  };
  return accept({ status: 200, body, version: event.sequence });
}
