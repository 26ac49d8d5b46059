import * as z from 'zod';
import { CaseParams } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { Pence } from '#shared/domain/money/pence.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { lineCostPence } from '#shared/domain/plan/plan-line.ts';
import { MarketOffer, offersOn } from '#shared/stores/money/orders/offer-store.ts';
import type { DraftPorts } from './open-draft.ts';
import { readDraftOf } from './read-draft.ts';

// More than a person and their worker would look at together.
const shownMax = 5;

const LineOffers = z
  .strictObject({
    /** The day on which the offers hold: that from which the budget is meant to start, or else today. */
    on: CivilDate,
    offers: z.array(
      z.strictObject({ offer: MarketOffer, pence: Pence.nullable() }).meta({ id: 'LineOffer' }),
    ),
  })
  .meta({ id: 'LineOffers' });

export const readLineOffers = staffOperation({
  id: 'read-plan-line-offers',
  method: 'GET',
  path: '/cases/{caseId}/plan-draft/offers',
  tag: 'Support planning',
  roles: ['practitioner', 'team-manager'],
  summary:
    'The cheapest offers that meet a line of the plan as it is written, and what it then costs',
  params: CaseParams,
  query: z.strictObject({
    line: z.coerce
      .number()
      .int()
      .min(0)
      .max(199)
      .default(0)
      .meta({ description: 'The place of the line in the draft, from 0', examples: [0] }),
  }),
  answer: LineOffers,
  async handle({ params: { caseId }, query }, ports: DraftPorts) {
    const { cases, table, system } = ports;
    const last = await cases.last(caseId);
    if (!last) return refuse('not-found', 'There is no such case.');
    const { draft, begun } = await readDraftOf(last, ports);
    const content = draft?.content ?? begun?.content;
    const line = content?.lines[query.line];
    if (!line) return refuse('not-found', 'The draft has no such line.');
    const { component, unit, unitsHundredths } = line;
    if (component === undefined) {
      const detail = 'Say first what kind of support the line is.';
      return refuse('plan-incomplete', detail, `/lines/${query.line}/component`);
    }
    const on = content?.budgetFrom ?? civilDateInLondon(system.now());
    const offers = (await offersOn(table, component, on))
      .filter((offer) => unit === undefined || offer.unit === unit)
      .slice(0, shownMax)
      .map((offer) => ({
        offer,
        pence:
          unitsHundredths === undefined
            ? null
            : lineCostPence({ unitsHundredths, unitPence: offer.unitPence }),
      }));
    return accept({ status: 200, body: { on, offers } });
  },
});
