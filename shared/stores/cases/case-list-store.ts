import * as z from 'zod';
import { CivilDate } from '../../domain/calendar/civil-date.ts';
import type { ListPlace } from '../../domain/waiting/case-list.ts';
import { Priority } from '../../domain/waiting/priority.ts';
import { derivedId } from '../table/digest.ts';
import { partition, reviewShards, shardOf } from '../table/keys.ts';
import type { Item, Key, Table, TableWrite, Value } from '../table/table.ts';

const Shared = z.object({
  caseId: z.string(),
  kind: z.enum(['adult', 'carer']),
  team: z.string(),
  isUrgent: z.boolean(),
  priority: Priority.nullable(),
  since: CivilDate,
});

/** A case as its team's waiting list shows it. */
const WaitingRow = Shared.extend({ riskCheckedOn: CivilDate, reCheckDue: CivilDate });
export type WaitingRow = z.infer<typeof WaitingRow>;

/** A case as its worker's list shows it. */
const WorkerRow = Shared;
export type WorkerRow = z.infer<typeof WorkerRow>;

/** The sort key of a case's place on a list: a case stands on one list at a time. Before EXEC, so that
 * what the machines of a case left is read without it. */
export const listPlaceSk = 'CASELIST';

function key(caseId: string): Key {
  return { pk: partition('case', caseId), sk: listPlaceSk };
}

export const waitingList = (team: string): string => `WAITING#${team}`;
// The id of a member of staff may be an address of theirs, which has no place in a key.
export const workerList = (worker: string): string => `WORKER#${derivedId(['worker', worker])}`;

/** What is urgent first, and in each priority whoever has waited longest. */
export function listOrder(place: Pick<ListPlace, 'priority' | 'since'>, caseId: string): string {
  const rank = place.priority === null ? 0 : 1 + Priority.options.indexOf(place.priority);
  return `${rank}#${place.since}#${caseId}`;
}

/** Puts a case where it stands, or nowhere. Refused when a later event has been here, so that events
 * that come late or twice change nothing. */
export function listPlaceWrite(
  caseId: string,
  event: number,
  place: (ListPlace & { readonly reCheckDue?: CivilDate }) | undefined,
): TableWrite {
  const onlyIf = [{ attribute: 'event', absentOrBelow: event }];
  const item: Item = { ...key(caseId), schema: 1, event };
  if (!place) return { put: item, onlyIf };
  const { kind, team, isUrgent, priority, since } = place;
  const isWaiting = place.list === 'waiting';
  const put: Item = {
    ...item,
    ...{ caseId, kind, team, isUrgent, priority, since },
    gsi1pk: isWaiting ? waitingList(team) : workerList(place.worker),
    gsi1sk: listOrder(place, caseId),
  };
  if (!isWaiting || place.reCheckDue === undefined) return { put, onlyIf };
  const { reCheckDue, riskCheckedOn, reCheckAsked } = place;
  const waiting: Item = { ...put, riskCheckedOn, reCheckDue };
  // A re-check is asked for once: what was asked leaves the index of what is due.
  if (reCheckAsked !== null) return { put: waiting, onlyIf };
  const gsi2pk = `REVIEW#${shardOf(caseId, reviewShards)}`;
  return { put: { ...waiting, gsi2pk, gsi2sk: `${reCheckDue}#${caseId}` }, onlyIf };
}

interface Asked {
  readonly limit: number;
  readonly startAfter: Value | undefined;
}

interface ListPage<R> {
  readonly rows: readonly R[];
  readonly next?: Value;
}

/** A page of a team's waiting list, in its order. */
export function readWaitingList(
  table: Table,
  team: string,
  asked: Asked,
): Promise<ListPage<WaitingRow>> {
  return readList(table, { ...asked, pk: waitingList(team), row: WaitingRow });
}

/** A page of the cases that a worker has, in their order. */
export function readWorkerList(
  table: Table,
  worker: string,
  asked: Asked,
): Promise<ListPage<WorkerRow>> {
  return readList(table, { ...asked, pk: workerList(worker), row: WorkerRow });
}

async function readList<R>(
  table: Table,
  { pk, row, limit, startAfter }: Asked & { readonly pk: string; readonly row: z.ZodType<R> },
): Promise<ListPage<R>> {
  const { items, next } = await table.query({
    index: 'gsi1',
    pk,
    limit,
    ...(startAfter === undefined ? {} : { startAfter }),
  });
  const rows = items.map((item) => row.parse(item));
  return next === undefined ? { rows } : { rows, next };
}
