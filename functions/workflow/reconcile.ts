import * as z from 'zod';
import { faultyAggregates } from '#shared/stores/fault-store.ts';
import { outboxHour } from '#shared/stores/keys.ts';
import type { Item, Value } from '#shared/stores/table.ts';
import type { DailyPorts } from './daily-task.ts';

const watermarkKey = { pk: 'RECONCILE', sk: 'WATERMARK' };
// A fortnight: a longer outage is caught up over several days.
const hoursMax = 24 * 14;
// A day is read at once: its hours are apart in the index, and most of them hold little.
const hoursAtOnce = 24;
const pageLimit = 500;
const hourMs = 60 * 60 * 1000;

const Pointer = z.looseObject({ pk: z.string(), sk: z.string() });

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
  for (let from = 0; from < hours.length; from += hoursAtOnce) {
    const day = hours.slice(from, from + hoursAtOnce);
    const touched = mergeTouched(await Promise.all(day.map((hour) => collect(hour, ports))));
    for (const [pk, events] of touched) {
      await askToSettle(pk, events, ports);
      aggregates.add(pk);
    }
    // After each day, so that a reconcile that is cut short has come that far.
    const hour = day.at(-1) ?? '';
    await ports.table.write([{ put: { ...watermarkKey, schema: 1, hour } }]);
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

function mergeTouched(hours: readonly ReadonlyMap<string, Touched>[]): Map<string, Touched> {
  const merged = new Map<string, Touched>();
  for (const [pk, { first, last }] of hours.flatMap((hour) => [...hour])) {
    const known = merged.get(pk);
    merged.set(pk, {
      first: Math.min(known?.first ?? first, first),
      last: Math.max(known?.last ?? last, last),
    });
  }
  return merged;
}

async function collect(hour: string, ports: DailyPorts): Promise<ReadonlyMap<string, Touched>> {
  const touched = new Map<string, Touched>();
  let startAfter: Value | undefined;
  do {
    const page = await ports.table.query({
      index: 'gsi2',
      pk: outboxHour(hour),
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
  if (!/^(CONTACT|CASE|RUN)#/.test(pk)) return;
  const sequence = Number(sk.slice('EVENT#'.length));
  const known = touched.get(pk);
  touched.set(pk, {
    first: Math.min(known?.first ?? sequence, sequence),
    last: Math.max(known?.last ?? sequence, sequence),
  });
}
