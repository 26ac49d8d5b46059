import type { CivilDate } from '../calendar/civil-date.ts';
import type { Pence } from '../money/pence.ts';
import type { OrderedLine, OrderState } from './order-state.ts';

interface Help {
  readonly lineId: string;
  readonly provider: { readonly providerId: string; readonly name: string };
  readonly weeklyPence: Pence;
  readonly from: CivilDate;
  readonly lastDay: CivilDate;
  readonly today: CivilDate;
}

/** Help by the week from a day until another, which is no line of a plan. It has begun where its first day has
 * come; a day ahead is only planned. */
export function helpUntil({
  lineId,
  provider,
  weeklyPence,
  from,
  lastDay,
  today,
}: Help): Omit<OrderState, 'caseId' | 'partId' | 'planVersion' | 'costs'> {
  const startedOn = from <= today ? from : null;
  const week: OrderedLine = {
    ...{ lineId, kind: 'weekly', unit: 'week', unitsHundredths: 100 },
    ...{ unitPence: weeklyPence, pence: weeklyPence, firstDay: startedOn },
  };
  return {
    status: startedOn === null ? 'ordered' : 'started',
    providerId: provider.providerId,
    providerName: provider.name,
    paid: 'on-actuals',
    lines: [week],
    weeklyPence,
    oneOffPence: 0,
    startsOn: from,
    startedOn,
    lastDay,
    retainer: null,
    periods: [],
    waiting: null,
    recent: [],
  };
}
