import type { Ports } from '#functions/ports.ts';
import { sweepDue } from '#functions/workflow/due-sweep.ts';
import type { OpenCase } from '#shared/domain/case/case-state.ts';
import { dueWrite } from '#shared/stores/due-store.ts';
import { eventKey } from '#shared/stores/keys.ts';
import type { Item, Key, Table, TableQuery, TableWrite } from '#shared/stores/table.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { today } from '../journey/bodies.ts';
import { directPlayer, directPorts } from '../journey/direct-player.ts';
import { prepare, standardJourney } from '../journey/standard-journey.ts';
import type { Measure } from './measure.ts';
import { waitOf } from './wait-of.ts';

const perDueAim = 1.3;
const sweptAt = '2026-08-31';

class CountingTable implements Table {
  requests = 0;
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  get(key: Key) {
    this.requests += 1;
    return this.#table.get(key);
  }

  query(query: TableQuery) {
    this.requests += 1;
    return this.#table.query(query);
  }

  write(writes: readonly TableWrite[]) {
    this.requests += 1;
    return this.#table.write(writes);
  }
}

type Fill = (caseId: string, due: Due) => TableWrite;

interface Due {
  readonly live: OpenCase;
  readonly ports: Ports;
}

const kinds: Readonly<Record<'reviews' | 'late-waits', Fill>> = {
  reviews: (caseId, { live }) =>
    dueWrite(caseId, { due: 'review', on: live.nextReview?.on ?? today }),
  'late-waits': (caseId, { ports }) => ports.tasks.changed(waitOf(caseId), {}),
};

/** The daily sweep with so many cases and all of them due: requests as a + b x due, where a is what a
 * day costs on which nothing is due. The table is a double, so that the largest numbers take minutes and
 * not hours; what is asked of it is counted just the same. */
export async function measureDueSweep(sizes: readonly number[]): Promise<Measure[]> {
  const live = await liveCase();
  const base = await sweepRequests(0, kinds.reviews, live);
  const measures: Measure[] = [
    { id: 'sweep-a', name: 'Requests of a sweep with nothing due (a)', value: base },
  ];
  for (const kind of ['reviews', 'late-waits'] as const) {
    const perDue: number[] = [];
    for (const size of sizes) {
      perDue.push(((await sweepRequests(size, kinds[kind], live)) - base) / size);
    }
    measures.push({
      id: `sweep-b-${kind}`,
      name: `Requests of the sweep for each due row (b), ${kind.replace('-', ' ')}`,
      value: Math.max(...perDue),
      range: [Math.min(...perDue), Math.max(...perDue)],
      aim: perDueAim,
      note: `with ${sizes.map((size) => size.toLocaleString('en-GB')).join(', ')} due`,
    });
  }
  return measures;
}

async function sweepRequests(size: number, fill: Fill, live: OpenCase): Promise<number> {
  const table = new CountingTable(new MemoryTable());
  const ports = {
    ...directPorts(table),
    system: { now: () => `${sweptAt}T06:00:00.000Z`, newId: () => 'unused' },
    bus: { publish: () => Promise.resolve() },
  };
  const event = itemOf(ports.cases.asWrite(undefined, opened('case', live)));
  for (let n = 0; n < size; n += 1) {
    const caseId = `case-${n}`;
    const { pk } = eventKey('case', caseId, 1);
    const row = itemOf(fill(caseId, { live, ports }));
    await table.write([{ put: { ...event, pk, aggregateId: caseId } }, { put: row }]);
  }
  table.requests = 0;
  const { taken } = await sweepDue(ports);
  if (taken !== size) throw new Error(`the sweep took ${taken} of ${size} due rows`);
  return table.requests;
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
async function liveCase(): Promise<OpenCase> {
  const ports = directPorts(new MemoryTable());
  const player = directPlayer(ports);
  const { caseId } = await standardJourney(player, await prepare(player), 'thin');
  const last = await ports.cases.last(caseId);
  if (last?.after.status !== 'open') throw new Error('the journey did not leave a case open');
  return last.after;
}
