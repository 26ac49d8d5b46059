import type { Caller, Reply } from '#shared/contracts/operation.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { Actor, Moment } from '#shared/domain/case/change.ts';
import { type Outcome, type Refused, refuse } from '#shared/domain/outcome.ts';
import type { Role } from '#shared/domain/roles.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import type { EventLog } from '#shared/stores/events/event-log.ts';
import { canonicalJson, derivedId, sha256 } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { Ports } from '../ports.ts';

/** The ids of the newest requests and the events that answered them. */
export type RecentRequests = [string, number][];

/** As much of a request as a change needs, whoever signed in sent it. */
export interface ChangeRequest {
  readonly caller: Exclude<Caller, { readonly kind: 'public' }>;
  readonly actingAs: Role | undefined;
  readonly params: unknown;
  readonly body: unknown;
  readonly idempotencyKey: string | undefined;
  readonly scope: readonly string[];
}

interface Change<S> {
  readonly type: string;
  readonly body: unknown;
  readonly next: S;
}

/** What differs between the kinds of aggregate that commands change. */
export interface Changing<S extends { recent: RecentRequests }, C extends Change<S>> {
  readonly log: EventLog<S>;
  readonly id: string;
  /** A refusal that rests on the newest event alone, such as a version that the caller has not
   * seen. */
  readonly refusalOf?: (last: RecordedEvent<S>) => Refused | undefined;
  /** The newest event says already what the request asks for: it is answered, and nothing written. */
  readonly isSoAlready?: (last: RecordedEvent<S>) => boolean;
  readonly decide: (last: RecordedEvent<S>, moment: Moment) => Outcome<C> | Promise<Outcome<C>>;
  /** What must be written with the event, or not at all. */
  readonly also: (change: C, last: RecordedEvent<S>, at: string) => Promise<readonly TableWrite[]>;
  readonly answer: (event: RecordedEvent<S>) => Reply;
}

// A command that loses a race decides again on what the winner left, this often at most.
const attemptsMax = 3;
const recentMax = 8;

/** Carries out one command on an aggregate: load, decide, write one event, answer. */
export async function changeAggregate<S extends { recent: RecentRequests }, C extends Change<S>>(
  request: ChangeRequest,
  ports: Pick<Ports, 'system'>,
  changing: Changing<S, C>,
): Promise<Reply> {
  const { log, id } = changing;
  const key = requestKey(request, id, ports);
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const last = await log.last(id);
    if (!last) return refuse('not-found', `There is no such ${log.kind}.`);
    const repeated = await answerRepeated(last, key, changing);
    if (repeated) return repeated;
    const refused = changing.refusalOf?.(last);
    if (refused) return refused;
    if (changing.isSoAlready?.(last)) return changing.answer(last);
    const at = ports.system.now();
    const actor = actorOf(request);
    const moment = { actor, today: civilDateInLondon(at), event: last.sequence + 1 };
    const decision = await changing.decide(last, moment);
    if (!decision.accepted) return decision;
    const { type, body, next } = decision.value;
    const recent: RecentRequests = [
      ...last.after.recent.slice(1 - recentMax),
      [key.id, last.sequence + 1],
    ];
    const result = await log.append(
      last,
      {
        id: key.id,
        aggregateId: id,
        type,
        at,
        actor,
        request: key.digest,
        body,
        after: { ...next, recent },
      },
      await changing.also(decision.value, last, at),
    );
    if (result.appended) return answerFor(result.event, key, changing);
  }
  return refuse(
    'lost-race',
    `The ${log.kind} was being changed by others at the same moment; try again.`,
  );
}

export function actorOf({ caller, actingAs }: ChangeRequest): Actor {
  return caller.kind === 'staff'
    ? { id: caller.id, role: actingAs ?? 'staff' }
    : { id: caller.personId, role: 'resident' };
}

interface RequestKey {
  readonly id: string;
  readonly digest: string;
}

/** The id that the event will have: made from the caller's key, so that the same request makes the
 * same event; without a key, new each time. */
function requestKey(
  request: ChangeRequest,
  aggregateId: string,
  ports: Pick<Ports, 'system'>,
): RequestKey {
  const digest = sha256(canonicalJson([request.params, request.body]));
  const parts = request.idempotencyKey
    ? [...request.scope, aggregateId, request.idempotencyKey]
    : [ports.system.newId()];
  return { id: derivedId(parts), digest };
}

async function answerRepeated<S extends { recent: RecentRequests }, C extends Change<S>>(
  last: RecordedEvent<S>,
  key: RequestKey,
  { log, answer }: Changing<S, C>,
): Promise<Reply | undefined> {
  const known = last.after.recent.find(([id]) => id === key.id);
  if (!known) return undefined;
  const event = known[1] === last.sequence ? last : await log.at(last.aggregateId, known[1]);
  if (!event) throw new Error(`event ${known[1]} of a ${log.kind} is missing`);
  return answerFor(event, key, { answer });
}

/** The answer of the event that carries the caller's key, if it came of this very request. */
function answerFor<S>(
  event: RecordedEvent<S>,
  key: RequestKey,
  { answer }: { answer: (event: RecordedEvent<S>) => Reply },
): Reply {
  return event.request === key.digest
    ? answer(event)
    : refuse('idempotency-key-reused', 'Use a new Idempotency-Key for a different request.');
}
