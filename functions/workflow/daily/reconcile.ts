import * as z from 'zod';
import { faultyAggregates } from '#shared/stores/cases/fault-store.ts';
import { outboxDay } from '#shared/stores/table/keys.ts';
import type { Item, Value } from '#shared/stores/table/table.ts';
import type { DailyPorts } from './daily-task.ts';

const watermarkKey = { pk: 'RECONCILE', sk: 'WATERMARK' };
// A fortnight: a longer outage is caught up over several days.
const hoursMax = 24 * 14;
const pageLimit = 500;
const hourMs = 60 * 60 * 1000;

const Pointer = z.looseObject({ pk: z.string(), sk: z.string() });

/** Hours of one day, all of them between the first and the last. */
interface HoursOfDay {
  readonly first: string;
  readonly last: string;
}

interface Touched {
  readonly first: number;
  readonly last: number;
}

export interface Reconciled {
  readonly hours: number;
  readonly aggregates: number;
}

/** Brings every event of the hours since the last reconcile before case-stream once more, which
 * does again what was lost and leaves alone what was done. It is how an event that the stream never
 * delivered, or an execution that vanished without a word, is found. A machine that the operators
 * were told of is tried once more too. */
export async function reconcile(ports: DailyPorts): Promise<Reconciled> {
  const now = Date.parse(ports.system.now());
  const hours = await hoursToRead(ports, now);
  const aggregates = new Set<string>();
  for (const day of byDay(hours)) {
    for (const [pk, events] of await collect(day, ports)) {
      await askToSettle(pk, events, ports);
      aggregates.add(pk);
    }
    // After each day, so that a reconcile that is cut short has come that far.
    await ports.table.write([{ put: { ...watermarkKey, schema: 1, hour: day.last } }]);
  }
  for (const pk of await faultyAggregates(ports.table, pageLimit)) {
    await askToSettle(pk, { first: 1, last: 0 }, ports);
    aggregates.add(pk);
  }
  return { hours: hours.length, aggregates: aggregates.size };
}

function askToSettle(pk: string, events: Touched, ports: DailyPorts): Promise<void> {
  const [kind = '', aggregateId = ''] = pk.split('#');
  const { first, last } = events;
  return ports.bus.publish('case-unsettled', {
    owner: kind.toLowerCase(),
    aggregateId,
    first,
    last,
  });
}

/** The hours that are over and have not been read, oldest first, as `2026-11-22T05`. */
async function hoursToRead(ports: DailyPorts, now: number): Promise<string[]> {
  const kept = await ports.table.get(watermarkKey);
  const watermark = kept ? Date.parse(`${String(kept['hour'])}:00:00Z`) : now - 25 * hourMs;
  const hours: string[] = [];
  for (let at = watermark + hourMs; at + hourMs <= now && hours.length < hoursMax; at += hourMs) {
    hours.push(new Date(at).toISOString().slice(0, 13));
  }
  return hours;
}

/** A day at once, because its events are one partition of the index. */
function byDay(hours: readonly string[]): readonly HoursOfDay[] {
  const days = Map.groupBy(hours, outboxDay);
  return [...days.values()].map((of) => ({ first: of[0] ?? '', last: of.at(-1) ?? '' }));
}

async function collect(
  { first, last }: HoursOfDay,
  ports: DailyPorts,
): Promise<ReadonlyMap<string, Touched>> {
  const touched = new Map<string, Touched>();
  let startAfter: Value | undefined;
  do {
    const page = await ports.table.query({
      index: 'gsi2',
      pk: outboxDay(first),
      from: first,
      // Each instant of the hour comes before this, and no instant of the next.
      to: `${last}~`,
      limit: pageLimit,
      ...(startAfter === undefined ? {} : { startAfter }),
    });
    for (const item of page.items) touch(item, touched);
    startAfter = page.next;
  } while (startAfter !== undefined);
  return touched;
}

function touch(item: Item, touched: Map<string, Touched>): void {
  const { pk, sk } = Pointer.parse(item);
  if (!/^(CONTACT|CASE|PERSON|RUN)#/.test(pk)) return;
  const sequence = Number(sk.slice('EVENT#'.length));
  const known = touched.get(pk);
  touched.set(pk, {
    first: Math.min(known?.first ?? sequence, sequence),
    last: Math.max(known?.last ?? sequence, sequence),
  });
}
