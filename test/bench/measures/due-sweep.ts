import type { Ports } from '#functions/ports.ts';
import { sweepDue } from '#functions/workflow/daily/due-sweep.ts';
import type { OpenCase } from '#shared/domain/case/case-state.ts';
import { dueWrite } from '#shared/stores/cases/due-store.ts';
import { eventKey } from '#shared/stores/table/keys.ts';
import type { Item, Table, TableWrite } from '#shared/stores/table/table.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { today } from '../journey/bodies.ts';
import { directPlayer, directPorts } from '../journey/direct-player.ts';
import { prepare, standardJourney } from '../journey/standard-journey.ts';
import { progress } from '../progress.ts';
import { countRequests, sharingCopies } from './filled-table.ts';
import type { Measure } from './measure.ts';
import { waitOf } from './wait-of.ts';

const perDueAim = 1.3;
const sweptAt = '2026-08-31';

type Fill = (caseId: string, due: Due) => TableWrite;

type SweptKind = 'reviews' | 'late-waits';

interface Due {
  readonly live: OpenCase;
  readonly ports: Ports;
  /** The how manieth it is. */
  readonly n: number;
}

const kinds: Readonly<Record<SweptKind, Fill>> = {
  reviews: (caseId, { live }) =>
    dueWrite(caseId, { due: 'review', on: live.nextReview?.on ?? today }),
  'late-waits': (caseId, { ports, n }) => {
    const { teams } = ports.council;
    const team = teams[n % teams.length]?.id ?? '';
    return ports.tasks.changed({ ...waitOf(caseId), team }, {});
  },
};

/** The daily sweep with so many cases and all of them due: requests as a + b x due, where a is what a
 * day costs on which nothing is due. The table is a double, so that the largest numbers take minutes and
 * not hours; what is asked of it is counted just the same. */
export async function measureDueSweep(sizes: readonly number[]): Promise<Measure[]> {
  const live = await liveCase();
  const requests = async (size: number, kind: SweptKind) => {
    progress(`  ${nameOf(kind)}, ${size.toLocaleString('en-GB')} due`);
    return await sweepRequests(new MemoryTable(sharingCopies()), { size, kind, live });
  };
  const base = await requests(0, 'reviews');
  const measures: Measure[] = [
    { id: 'sweep-a', name: 'Requests of a sweep with nothing due (a)', value: base },
  ];
  for (const kind of ['reviews', 'late-waits'] as const) {
    const perDue: number[] = [];
    for (const size of sizes) perDue.push(((await requests(size, kind)) - base) / size);
    measures.push({
      id: `sweep-b-${kind}`,
      name: `Requests of the sweep for each due row (b), ${nameOf(kind)}`,
      value: Math.max(...perDue),
      range: [Math.min(...perDue), Math.max(...perDue)],
      aim: perDueAim,
      note: `with ${sizes.map((size) => size.toLocaleString('en-GB')).join(', ')} due`,
    });
  }
  return measures;
}

function nameOf(kind: SweptKind): string {
  return kind.replace('-', ' ');
}

interface Filled {
  readonly size: number;
  readonly kind: SweptKind;
  /** How each of the cases stands. */
  readonly live: OpenCase;
}

/** Fills a table with so many cases that are all due, and counts what a sweep asks of it. */
export async function sweepRequests(table: Table, { size, kind, live }: Filled): Promise<number> {
  const counting = countRequests(table);
  const ports = {
    ...directPorts(counting.table),
    system: { now: () => `${sweptAt}T06:00:00.000Z`, newId: () => 'unused' },
    bus: { publish: () => Promise.resolve() },
  };
  const event = itemOf(ports.cases.asWrite(undefined, opened('case', live)));
  for (let n = 0; n < size; n += 1) {
    const caseId = `case-${String(n).padStart(6, '0')}`;
    const { pk } = eventKey('case', caseId, 1);
    const row = itemOf(kinds[kind](caseId, { live, ports, n }));
    await table.write([{ put: { ...event, pk, aggregateId: caseId } }, { put: row }]);
  }
  const { taken } = await sweepDue(ports);
  if (taken !== size) throw new Error(`the sweep took ${taken} of ${size} due rows`);
  return counting.requests();
}

function itemOf(write: TableWrite): Item {
  if (!('put' in write)) throw new Error('only whole items are filled in');
  return write.put;
}

function opened(caseId: string, after: OpenCase) {
  const at = `${today}T09:00:00.000Z`;
  const actor = { id: 'case-stream', role: 'service' };
  const id = `opened-${caseId}`;
  return {
    id,
    aggregateId: caseId,
    type: 'case-opened',
    at,
    actor,
    request: null,
    body: {},
    after,
  };
}

/** A case whose plan is live, as the standard journey leaves it. */
export async function liveCase(): Promise<OpenCase> {
  const ports = directPorts(new MemoryTable());
  const player = directPlayer(ports);
  const { caseId } = await standardJourney(player, await prepare(player), 'thin');
  const last = await ports.cases.last(caseId);
  if (last?.after.status !== 'open') throw new Error('the journey did not leave a case open');
  return last.after;
}
