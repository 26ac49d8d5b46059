import * as z from 'zod';
import { NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { fromCursor, PageQuery, toCursor } from '#shared/contracts/page.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { sumPence } from '#shared/domain/money/pence.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { RunTotals } from '#shared/domain/run/run-change.ts';
import type { RunStatus } from '#shared/domain/run/run-state.ts';
import { HeldBack, heldOfRun } from '#shared/stores/money/runs/held-of-run.ts';
import { listRuns, RunPlace, RunRow } from '#shared/stores/money/runs/run-store.ts';
import { sumRun } from '#shared/stores/money/runs/sum-run.ts';
import type { Ports } from '../../ports.ts';
import { RunAnswer, RunParams, runReaders, showRun } from './change-run.ts';
import { isPrepared } from './is-prepared.ts';

const RunList = z
  .strictObject({ runs: z.array(RunRow), cursor: z.string().optional() })
  .meta({ id: 'PaymentRunList' });
const Cursor = z.strictObject({ sk: RunPlace, pk: z.string() });

export const readRuns = staffOperation({
  id: 'list-payment-runs',
  method: 'GET',
  path: '/payment-runs',
  tag: 'Payments',
  roles: runReaders,
  summary: 'Payment runs, the latest period first',
  params: NoParams,
  query: PageQuery,
  answer: RunList,
  async handle({ query }, ports: Pick<Ports, 'table'>) {
    const start = fromCursor(query.cursor);
    if (!start.accepted) return start;
    const place = Cursor.optional().safeParse(start.value);
    if (!place.success) {
      return refuse('invalid-input', 'This cursor belongs to another list.', 'query/cursor');
    }
    const { runs, next } = await listRuns(ports.table, query.limit, place.data?.sk);
    const cursor = toCursor(next);
    return accept({ status: 200, body: { runs, ...(cursor === undefined ? {} : { cursor }) } });
  },
});

const heldShownMax = 100;

/** A run with what its entries add up to, as far as its parts were counted. */
const RunView = RunAnswer.extend({
  /** Whether every agreement has been looked at, and the run can be approved. */
  isComplete: z.boolean(),
  totals: z.strictObject({
    due: RunTotals,
    sent: RunTotals,
    withheld: RunTotals,
    /** What of what is due would be withheld if the run was sent now: what was stopped, held or ended since
     * its payments were created, or goes to an account that changed. */
    wouldBeWithheld: RunTotals,
  }),
  /** How many agreements got no payment, for a reason that the run's list tells. */
  leftOut: z.int().nonnegative(),
  /** Whose payments would be withheld, and why: the first hundred. */
  heldBack: z.array(HeldBack).max(heldShownMax),
}).meta({ id: 'PaymentRunView' });

const ended: readonly RunStatus[] = ['sent', 'empty', 'cancelled'];

type ReadingPorts = Pick<Ports, 'table' | 'runs' | 'system'>;

export const readRun = staffOperation({
  id: 'read-payment-run',
  method: 'GET',
  path: '/payment-runs/{runId}',
  tag: 'Payments',
  roles: runReaders,
  summary: 'Read a payment run and what it adds up to',
  params: RunParams,
  query: NoQuery,
  answer: RunView,
  async handle({ params: { runId } }, { table, runs, system }: ReadingPorts) {
    const last = await runs.last(runId);
    if (!last) return refuse('not-found', 'There is no such payment run.');
    const isOver = ended.includes(last.after.status);
    const today = civilDateInLondon(system.now());
    const [{ parts, sums }, held] = await Promise.all([
      sumRun(table, runId),
      isOver ? [] : heldOfRun(table, runId, today),
    ]);
    const wouldBeWithheld = {
      count: held.reduce((sum, { count }) => sum + count, 0),
      pence: sumPence(held.map(({ pence }) => pence)),
    };
    const { due, sent, withheld, leftOut } = sums;
    const totals = { due, sent, withheld, wouldBeWithheld };
    const isComplete = isPrepared(last.after, parts);
    const heldBack = held.slice(0, heldShownMax);
    const body = { ...showRun(last), isComplete, totals, leftOut, heldBack };
    return accept({ status: 200, version: last.sequence, body });
  },
});
