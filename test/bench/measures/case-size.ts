import type { Ports } from '#functions/ports.ts';
import type { RecordedRequest } from '#infra/local/table/recording.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { directPlayer, directPorts } from '../journey/direct-player.ts';
import { everyRoute } from '../journey/every-route.ts';
import { prepare, standardJourney } from '../journey/standard-journey.ts';
import { progress } from '../progress.ts';
import { unitsOf } from './count-calls.ts';
import { type Measure, sum } from './measure.ts';
import { type OpenTable, openTable } from './open-table.ts';
import { waitOf } from './wait-of.ts';

const ratioAim = 1.1;
const eventsFew = 10;
// What one transaction holds.
const eventsAtOnce = 100;
// Whoever waits for cases as long as this is told of each.
const eventsToldMin = 1_000;

interface Cost {
  readonly requests: number;
  readonly units: number;
}

interface Growth {
  readonly operation: string;
  readonly before: number;
  readonly after: number;
}

/** Every route on cases of ten events and on cases of very many: what a call costs must not grow. */
export async function measureCaseSize(eventsMany: number): Promise<Measure[]> {
  const few = await costsAt(eventsFew);
  const many = await costsAt(eventsMany);
  const sizes = `${eventsFew} and ${eventsMany.toLocaleString('en-GB')} events`;
  return (['requests', 'units'] as const).flatMap((what) => {
    const growths = [...few].map(([operation, cost]) => ({
      operation,
      before: cost[what],
      after: many.get(operation)?.[what] ?? Number.NaN,
    }));
    const worst = growths.reduce((a, b) => (ratio(b) > ratio(a) ? b : a));
    const grown = growths.filter((growth) => ratio(growth) > 1).length;
    return [
      {
        id: `size-ratio-${what}`,
        name: `Growth of ${what} with a case's events, all routes together`,
        value: sum(growths.map(({ after }) => after)) / sum(growths.map(({ before }) => before)),
        aim: ratioAim,
        note: `${sizes}; ${growths.length} routes, of which ${grown} cost more`,
      },
      {
        id: `size-worst-${what}`,
        name: `Growth of ${what} with a case's events, worst route`,
        value: ratio(worst),
        note: ratio(worst) > 1 ? `${worst.operation}, from ${worst.before} to ${worst.after}` : '',
      },
    ];
  });
}

function ratio({ before, after }: Growth): number {
  return before === 0 ? 1 : after / before;
}

async function costsAt(events: number): Promise<Map<string, Cost>> {
  progress(`  every route on cases of ${events.toLocaleString('en-GB')} events`);
  const open = await openTable();
  try {
    return await playAt(open, events);
  } finally {
    await open.stop();
  }
}

async function playAt({ table, proxy }: OpenTable, events: number): Promise<Map<string, Cost>> {
  const costs = new Map<string, Cost>();
  const ports = directPorts(table);
  let cases = 0;
  const player = directPlayer(
    ports,
    async (caseId) => {
      await ports.tasks.open(waitOf(caseId));
      await lengthen(caseId, events, ports);
      cases += 1;
      if (events >= eventsToldMin) progress(`    case ${cases} is that long`);
    },
    async (operation, work) => {
      const recording = proxy.record();
      const reply = await work();
      const cost = costOf(recording.stop());
      const known = costs.get(operation);
      if (!known || known.units < cost.units) costs.set(operation, cost);
      return reply;
    },
  );
  const personId = await prepare(player);
  await standardJourney(player, personId, 'thin');
  await everyRoute(player);
  return costs;
}

function costOf(requests: readonly RecordedRequest[]): Cost {
  const { read, write } = unitsOf(requests);
  return { requests: requests.length, units: read + write };
}

/** Adds events that change nothing, as claims and releases do, by the log's own writer, so that the
 * chain of the longest case is whole. */
async function lengthen(caseId: string, events: number, { table, cases }: Ports): Promise<void> {
  let last = await cases.last(caseId);
  while (last && last.sequence < events) {
    const writes: TableWrite[] = [];
    while (writes.length < eventsAtOnce && last.sequence < events) {
      const { at, actor, after } = last;
      const id = `filling-${last.sequence + 1}`;
      const filling = { id, aggregateId: caseId, type: 'task-claimed', at, actor, after };
      const write = cases.asWrite(last, { ...filling, request: null, body: {} });
      if (!('put' in write)) throw new Error('an event is a put');
      writes.push(write);
      last = cases.read(write.put);
    }
    const { written } = await table.write(writes);
    if (!written) throw new Error(`the events of ${caseId} were not written`);
  }
}
