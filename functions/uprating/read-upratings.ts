import * as z from 'zod';
import { NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import {
  findBatch,
  findProgress,
  listUpratings,
  UpratingCase,
  type UpratingProgress,
  UpratingRow,
  upratingLog,
} from '#shared/stores/money/charges/uprating-store.ts';
import { chargedShards } from '#shared/stores/table/keys.ts';
import type { Ports } from '../ports.ts';
import {
  showUprating,
  UpratingAnswer,
  UpratingParams,
  upratingReaders,
} from './uprating-answer.ts';

// One a year, and a few that were abandoned.
const listMax = 50;

export const readUpratings = staffOperation({
  id: 'list-upratings',
  method: 'GET',
  path: '/uprating-runs',
  tag: 'Charging',
  roles: upratingReaders,
  summary: "New years' upratings, those of the latest rates first",
  params: NoParams,
  query: NoQuery,
  answer: z.strictObject({ runs: z.array(UpratingRow) }).meta({ id: 'UpratingList' }),
  async handle(_request, { table }: Pick<Ports, 'table'>) {
    return accept({ status: 200, body: { runs: await listUpratings(table, listMax) } });
  },
});

const Count = z.int().nonnegative();
const UpratingView = UpratingAnswer.extend({
  /** How far the work has come, in parts of all cases and in cases, and then in batches written. */
  progress: z.strictObject({
    partsWorkedOut: Count,
    parts: Count,
    cases: Count,
    batches: Count,
    batchesWritten: Count,
    written: Count,
  }),
}).meta({ id: 'UpratingView' });

export const readUprating = staffOperation({
  id: 'read-uprating',
  method: 'GET',
  path: '/uprating-runs/{runId}',
  tag: 'Charging',
  roles: upratingReaders,
  summary: 'Read what an uprating comes to, and how far it is',
  params: UpratingParams,
  query: NoQuery,
  answer: UpratingView,
  async handle({ params }, { table }: Pick<Ports, 'table'>) {
    const last = await upratingLog(table).last(params.runId);
    if (!last) return refuse('not-found', 'There is no such uprating.');
    const progress = showProgress(await findProgress(table, params.runId));
    return accept({
      status: 200,
      version: last.sequence,
      body: { ...showUprating(last), progress },
    });
  },
});

function showProgress(progress: UpratingProgress | undefined) {
  const { shard = 0, batches = 0, batchesWritten = 0, written = 0, totals } = progress ?? {};
  const cases = totals ? totals.worked + totals.leftOut : 0;
  return { partsWorkedOut: shard, parts: chargedShards, cases, batches, batchesWritten, written };
}

export const readUpratingCases = staffOperation({
  id: 'list-uprating-cases',
  method: 'GET',
  path: '/uprating-runs/{runId}/cases',
  tag: 'Charging',
  roles: upratingReaders,
  summary: 'What each person would pay before and after, up to a hundred at a time',
  params: UpratingParams,
  query: z.strictObject({
    /** Pages are numbered from 1. */
    page: z.coerce.number().int().min(1).max(999_999).default(1),
    only: z.enum(['pay-more', 'pay-less', 'left-out']).optional(),
  }),
  answer: z
    .strictObject({ cases: z.array(UpratingCase), nextPage: z.int().optional() })
    .meta({ id: 'UpratingCases' }),
  async handle({ params, query }, { table }: Pick<Ports, 'table'>) {
    const { runId } = params;
    const [cases, progress] = await Promise.all([
      findBatch(table, runId, query.page),
      findProgress(table, runId),
    ]);
    if (!cases && query.page > 1) return refuse('not-found', 'There is no such page.');
    // Nothing has been worked out yet, or there is nothing that could be.
    if (!cases && !(await upratingLog(table).last(runId))) {
      return refuse('not-found', 'There is no such uprating.');
    }
    const wanted = (cases ?? []).filter((each) => isWanted(each, query.only));
    const hasNext = progress !== undefined && query.page < progress.batches;
    const body = { cases: wanted, ...(hasNext ? { nextPage: query.page + 1 } : {}) };
    return accept({ status: 200, body });
  },
});

function isWanted(each: UpratingCase, only: 'pay-more' | 'pay-less' | 'left-out' | undefined) {
  if (only === undefined) return true;
  if (each.outcome === 'left-out') return only === 'left-out';
  if (only === 'left-out') return false;
  return only === 'pay-more' ? each.differenceWeeklyPence > 0 : each.differenceWeeklyPence < 0;
}
