import * as z from 'zod';
import type { CivilDate } from '../../../domain/calendar/civil-date.ts';
import { chargedShards, partition, shardOf } from '../../table/keys.ts';
import type { Item, Key, Table, TableWrite, Value } from '../../table/table.ts';

/** A case whose person is charged, as a new year's uprating finds it. */
export interface ChargedCase {
  readonly caseId: string;
  /** The event that holds the charge. */
  readonly finances: number;
}

/** Puts a case among those that are charged, or takes it away. Refused when a later event has been
 * here, so that events that come late or twice change nothing. */
export function chargedCaseWrite(
  caseId: string,
  event: number,
  finances: number | undefined,
): TableWrite {
  const item: Item = { pk: partition('case', caseId), sk: 'CHARGED', schema: 1, event };
  const onlyIf = [{ attribute: 'event', absentOrBelow: event }];
  if (finances === undefined) return { put: item, onlyIf };
  const gsi2pk = shardKey(shardOf(caseId, chargedShards));
  // The index holds keys alone, and so the key says which event it is.
  return { put: { ...item, gsi2pk, gsi2sk: `${caseId}#${finances}` }, onlyIf };
}

function shardKey(shard: number): string {
  return `CHARGED#${shard}`;
}

/** A page of the cases of one shard, in an order that stays the same. */
export async function listCharged(
  table: Table,
  { shard, ...asked }: { shard: number; limit: number; startAfter: Value | undefined },
): Promise<{ readonly cases: readonly ChargedCase[]; readonly next?: Value }> {
  const { startAfter, limit } = asked;
  const { items, next } = await table.query({
    index: 'gsi2',
    pk: shardKey(shard),
    limit,
    ...(startAfter === undefined ? {} : { startAfter }),
  });
  const cases = items.map(toChargedCase);
  return next === undefined ? { cases } : { cases, next };
}

const IndexKey = z.templateLiteral([z.string(), '#', z.int().positive()]);

function toChargedCase(item: Item): ChargedCase {
  const [caseId = '', finances] = IndexKey.parse(item['gsi2sk']).split('#');
  return { caseId, finances: Number(finances) };
}

/** The permanent mark that a case has its charge of a year: there is one for ever, so that nobody is
 * uprated twice, however often a run is killed or repeated. */
export function upratedKey(caseId: string, ratesFrom: CivilDate): Key {
  return { pk: partition('case', caseId), sk: `CHARGED#${ratesFrom}` };
}

export function upratedWrite(caseId: string, ratesFrom: CivilDate, runId: string): TableWrite {
  return { put: { ...upratedKey(caseId, ratesFrom), schema: 1, runId }, onlyIf: ['absent'] };
}
