import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { Bus } from '#shared/gateways/bus.ts';
import { openRunId, upratingLog } from '#shared/stores/money/charges/uprating-store.ts';
import type { Ports } from '../ports.ts';
import { workOutCharges } from './work-out-charges.ts';
import { writeCharges } from './write-charges.ts';

export type UpratingPorts = Pick<Ports, 'table' | 'cases' | 'agreements' | 'council' | 'system'>;

/** Goes on with the uprating that is under way, for as long as one call of a function should take, and
 * asks for another where there is more to do. Called twice at once, late, or after it was killed
 * anywhere, it comes to the same. What was committed ahead of time waits for the first day of the
 * new rates, so that nobody's budget is worked with next year's charge. */
export async function goOnWithUprating(
  ports: UpratingPorts & { readonly bus: Bus },
): Promise<{ readonly cases: number }> {
  const runId = await openRunId(ports.table);
  const last = runId === undefined ? undefined : await upratingLog(ports.table).last(runId);
  if (!last) return { cases: 0 };
  const { status, terms } = last.after;
  const isDay = terms.ratesFrom <= civilDateInLondon(ports.system.now());
  if (status !== 'working-out' && !(status === 'committed' && isDay)) return { cases: 0 };
  const { cases, isDone } =
    status === 'working-out' ? await workOutCharges(last, ports) : await writeCharges(last, ports);
  if (!isDone) {
    await ports.bus.publish('uprating-unfinished', { runId: last.aggregateId, cases });
  }
  return { cases };
}
