import type { RawRequest, Reply, StaffCaller } from '../../../../shared/contracts/operation.ts';
import { DelegationScheme } from '../../../../shared/domain/budget/delegated-limits-policy.ts';
import { type CivilDate, CivilDate as Day } from '../../../../shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '../../../../shared/domain/calendar/london-time.ts';
import { CaseState } from '../../../../shared/domain/case/case-state.ts';
import type { CaseChange, Moment } from '../../../../shared/domain/case/change.ts';
import { stageOf } from '../../../../shared/domain/case/stage.ts';
import { Postcode } from '../../../../shared/domain/identity/postcode.ts';
import { openSteps } from '../../../../shared/domain/journey/workflow.ts';
import { accept, refuse } from '../../../../shared/domain/outcome.ts';
import { canonicalJson, sha256 } from '../../../../shared/stores/table/digest.ts';
import type { CaseCommand, Lookups, Prepared } from '../rules/command.ts';
import { type Database, isTaken, type Row, rowsOf } from './database.ts';
import { changeCase, readCase, readDelegation, readEvent } from './statements.ts';
import { noTasks, type TaskChanges, taskColumns } from './tasks.ts';

/** What the two peers do differently around the same transaction. */
export interface Way {
  readonly database: Database;
  now(): string;
  /** The tasks that the command itself opens and ends; none where a workflow does it. */
  tasksOf?(before: CaseState, change: CaseChange, today: CivilDate): TaskChanges;
  /** Called once the command is recorded. */
  afterwards?(caseId: string, before: CaseState, change: CaseChange, key: string): Promise<void>;
}

// As often as the service itself decides again when it loses a race.
const attemptsMax = 3;

/** Carries out one command on a case: load, decide, write in one transaction, answer. */
export async function carryOut(
  command: CaseCommand,
  { raw, caller }: { raw: RawRequest; caller: StaffCaller },
  way: Way,
): Promise<Reply> {
  const prepared = command.prepare(raw, caller);
  if (!prepared.accepted) return prepared;
  const asked = prepared.value;
  const key = [...asked.scope, asked.caseId, asked.idempotencyKey ?? crypto.randomUUID()].join(' ');
  const digest = sha256(canonicalJson(asked.content));
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const [row] = await rowsOf(way.database, readCase, [asked.caseId, key]);
    if (!row) return refuse('not-found', 'There is no such case.');
    if (row['digest'] !== null) return answerAgain(row, digest);
    const state = CaseState.parse(row['state']);
    const version = Number(row['version']);
    const stale = staleness(command, state, asked.ifMatch);
    if (stale) return stale;
    const at = way.now();
    const actor = { id: caller.id, role: raw.actingAs ?? 'staff' };
    const moment: Moment = { actor, today: civilDateInLondon(at), event: version + 1 };
    const lookups = lookupsIn(way.database, asked.caseId, row);
    const decision = await asked.decide({ state, moment, lookups });
    if (!decision.accepted) return decision;
    const written = await write(
      way,
      { asked, state, version, at, moment, key, digest },
      decision.value,
    );
    if (!written) continue;
    await way.afterwards?.(asked.caseId, state, decision.value, key);
    return accept({ status: 200, body: written, version: moment.event });
  }
  return refuse('lost-race', 'The case was being changed by others at the same moment; try again.');
}

interface Writing {
  readonly asked: Prepared;
  readonly state: CaseState;
  readonly version: number;
  readonly at: string;
  readonly moment: Moment;
  readonly key: string;
  readonly digest: string;
}

/** The answer once all is written, or nothing when somebody else was faster. */
async function write(way: Way, writing: Writing, change: CaseChange): Promise<unknown> {
  const { asked, state, version, at, moment, key, digest } = writing;
  const { next } = change;
  const answer = {
    caseId: asked.caseId,
    stage: stageOf(next),
    openSteps: openSteps(next.workflow),
    event: moment.event,
    records: next.records,
  };
  const { done, opened } = way.tasksOf?.(state, change, moment.today) ?? noTasks;
  // A due date that is taken away occurs in no step of the standard journey.
  const dues = (change.dues ?? []).filter(({ on }) => on !== null);
  const values = [
    ...[asked.caseId, version, JSON.stringify(next)],
    ...[change.type, at, moment.actor.id, moment.actor.role, JSON.stringify(change.body)],
    ...[key, digest, JSON.stringify(answer)],
    ...[done, ...taskColumns(opened)],
    ...[dues.map(({ due }) => due), dues.map(({ on }) => on)],
  ];
  try {
    const rows = await rowsOf(way.database, changeCase, values);
    return rows.length === 1 ? answer : undefined;
  } catch (error) {
    if (isTaken(error)) return undefined;
    throw error;
  }
}

export function answerAgain(row: Row, digest: string): Reply {
  return row['digest'] === digest
    ? accept({ status: 200, body: row['answer'] })
    : refuse('idempotency-key-reused', 'Use a new Idempotency-Key for a different request.');
}

function staleness({ seen }: CaseCommand, state: CaseState, ifMatch: string | undefined) {
  const version = seen && state.records[seen];
  if (version === undefined) return undefined;
  if (ifMatch === undefined) return refuse('version-missing', 'Send If-Match.');
  return ifMatch === `"${version}"`
    ? undefined
    : refuse('version-stale', 'The record has changed.');
}

function lookupsIn(database: Database, caseId: string, row: Row): Lookups {
  return {
    async eventBody(version) {
      const [event] = await rowsOf(database, readEvent, [caseId, version]);
      if (!event) throw new Error(`event ${version} of a case is missing`);
      return event['body'];
    },
    async delegationOn(day) {
      const [found] = await rowsOf(database, readDelegation, [day]);
      return found && DelegationScheme.parse(found['scheme']);
    },
    birthDate: async () => Day.optional().parse(row['birth_date'] ?? undefined),
    postcode: async () => Postcode.optional().parse(row['postcode'] ?? undefined),
  };
}
