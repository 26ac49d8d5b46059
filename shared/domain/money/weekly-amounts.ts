import * as z from 'zod';
import { type Pence, scalePence } from './pence.ts';

/** How often an amount comes in or goes out. */
export const Frequency = z
  .enum(['week', 'four-weeks', 'calendar-month', 'year'])
  .meta({ id: 'Frequency' });
export type Frequency = z.infer<typeof Frequency>;

const weeklyShare = {
  week: { times: 1, over: 1 },
  'four-weeks': { times: 1, over: 4 },
  'calendar-month': { times: 12, over: 52 },
  year: { times: 1, over: 52 },
} satisfies Record<Frequency, { times: number; over: number }>;

/** A person's income by the week, in pence. A fraction of a penny is left out, which is in the
 * person's favour (SI 2014/2672 Sch 1; domain rule on weekly amounts). */
export function weeklyIncomePence(pence: Pence, every: Frequency): Pence {
  return scalePence(pence, weeklyShare[every], 'down');
}

/** What a person has to pay by the week, in pence: a cost that is taken off income before a charge.
 * A fraction of a penny counts as a penny, which is in the person's favour. */
export function weeklyOutgoingPence(pence: Pence, every: Frequency): Pence {
  return scalePence(pence, weeklyShare[every], 'up');
}
