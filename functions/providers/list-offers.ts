import * as z from 'zod';
import { NoParams } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { accept } from '#shared/domain/outcome.ts';
import { SupportUnit } from '#shared/domain/plan/plan-line.ts';
import { ServiceComponent } from '#shared/domain/plan/spending/service-component.ts';
import { MarketOffer, offersOn } from '#shared/stores/money/orders/offer-store.ts';
import type { Ports } from '../ports.ts';
import { providerReaders } from './change-provider.ts';

const MarketOffers = z
  .strictObject({ on: CivilDate, offers: z.array(MarketOffer) })
  .meta({ id: 'MarketOffers' });

const shownMax = 200;

export const listOffers = staffOperation({
  id: 'list-offers',
  method: 'GET',
  path: '/offers',
  tag: 'Providers',
  roles: providerReaders,
  summary: 'What the market offers of one kind of support on a day, the cheapest first',
  params: NoParams,
  query: z.strictObject({
    component: ServiceComponent.meta({ examples: ['Home Support'] }),
    on: CivilDate.optional(),
    unit: SupportUnit.optional(),
  }),
  answer: MarketOffers,
  async handle({ query }, { table, system }: Pick<Ports, 'table' | 'system'>) {
    const on = query.on ?? civilDateInLondon(system.now());
    const offers = await offersOn(table, query.component, on);
    const asked = offers.filter(({ unit }) => query.unit === undefined || unit === query.unit);
    return accept({ status: 200, body: { on, offers: asked.slice(0, shownMax) } });
  },
});
