import type { Ports } from '#functions/ports.ts';
import type { RecordedRequest } from '#infra/local/table/recording.ts';
import { eventKey } from '#shared/stores/keys.ts';
import type { TableWrite } from '#shared/stores/table.ts';
import { directPlayer, directPorts } from '../journey/direct-player.ts';
import { everyRoute } from '../journey/every-route.ts';
import { prepare, standardJourney } from '../journey/standard-journey.ts';
import { unitsOf } from './count-calls.ts';
import { type Measure, sum } from './measure.ts';
import { type OpenTable, openTable } from './open-table.ts';
import { waitOf } from './wait-of.ts';

const ratioAim = 1.1;
const eventsFew = 10;
// What one transaction holds.
const eventsAtOnce = 100;

interface Cost {
  readonly requests: number;
  readonly units: number;
}

/** Every route on cases of ten events and on cases of very many: what a call costs must not grow. */
export async function measureCaseSize(eventsMany: number): Promise<Measure[]> {
  const few = await costsAt(eventsFew);
  const many = await costsAt(eventsMany);
  const sizes = `${eventsFew} and ${eventsMany.toLocaleString('en-GB')} events`;
  return (['requests', 'units'] as const).map((what) => {
    const growths = [...few].map(([operation, cost]) => ({
      operation,
      before: cost[what],
      after: many.get(operation)?.[what] ?? cost[what],
    }));
    const worst = growths.reduce((a, b) => (growth(b) > growth(a) ? b : a));
    return {
      id: `size-ratio-${what}`,
      name: `Growth of ${what} with a case's events, all routes together`,
      value: sum(growths.map(({ after }) => after)) / sum(growths.map(({ before }) => before)),
      aim: ratioAim,
      note:
        growth(worst) > 1
          ? `${sizes}; worst ${worst.operation}, from ${worst.before} to ${worst.after}`
          : `${sizes}; no route costs more`,
    };
  });
}

function growth({ before, after }: { readonly before: number; readonly after: number }): number {
  return before === 0 ? 1 : after / before;
}

async function costsAt(events: number): Promise<Map<string, Cost>> {
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
  const player = directPlayer(
    ports,
    async (caseId) => {
      await ports.tasks.open(waitOf(caseId));
      await lengthen(caseId, events, ports);
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

/** Adds events that change nothing, as claims and releases would: copies of the newest, each under the
 * next number. */
async function lengthen(caseId: string, events: number, { table, cases }: Ports): Promise<void> {
  const last = await cases.last(caseId);
  if (!last) throw new Error(`no case ${caseId}`);
  const newest = await table.get(eventKey('case', caseId, last.sequence));
  if (!newest) throw new Error(`no event ${last.sequence} of ${caseId}`);
  const numbers = Array.from({ length: events - last.sequence }, (_, n) => last.sequence + 1 + n);
  while (numbers.length > 0) {
    const writes = numbers.splice(0, eventsAtOnce).map((sequence): TableWrite => {
      const id = `filling-${sequence}`;
      return { put: { ...newest, ...eventKey('case', caseId, sequence), sequence, id } };
    });
    await table.write(writes);
  }
}
