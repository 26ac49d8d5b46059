import type { AgreementState } from '../agreement/agreement-state.ts';
import { addDays, addMonths, type CivilDate } from '../calendar/civil-date.ts';
import type { MonitoringRule, MonitoringState } from './monitoring-state.ts';

/** How an agreement's use is watched; undefined before anything is paid. One that was paid before returns
 * were asked for begins with its first day. */
export function monitoringOf(
  { monitoring, startsOn }: AgreementState,
  rule: MonitoringRule,
): MonitoringState | undefined {
  if (monitoring) return monitoring;
  return startsOn === null ? undefined : firstReturn(startsOn, rule);
}

/** The first return of an agreement, from its first day that is paid for. */
export function firstReturn(from: CivilDate, rule: MonitoringRule): MonitoringState {
  return waitingReturn({ from, cleanReturns: 0, last: null }, rule);
}

/** The return that follows one that was looked at: the more clean ones there were, the longer it may be
 * about. */
export function waitingReturn(
  next: Pick<MonitoringState, 'from' | 'cleanReturns' | 'last'>,
  rule: MonitoringRule,
): MonitoringState {
  const to = addDays(addMonths(next.from, monthsAfter(next.cleanReturns, rule)), -1);
  return { ...next, status: 'waiting', to, due: null, figures: null, made: null };
}

function monthsAfter(cleanReturns: number, { steps }: MonitoringRule): number {
  let left = cleanReturns;
  for (const step of steps) {
    if (left < step.cleanReturns) return step.months;
    left -= step.cleanReturns;
  }
  return steps.at(-1)?.months ?? 12;
}

/** The day on which somebody or something has to look at the return again: once its days are over, and
 * once the payee is late. Nothing while an officer has it. */
export function nextLook({ status, to, due }: MonitoringState): CivilDate | null {
  if (status === 'waiting') return addDays(to, 1);
  return (status === 'asked' || status === 'queried') && due !== null ? addDays(due, 1) : null;
}
