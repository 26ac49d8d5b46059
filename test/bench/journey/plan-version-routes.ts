import * as z from 'zod';
import * as bodies from './bodies.ts';
import { type PlayedCase, staff } from './standard-journey.ts';

const Answered = z.looseObject({ records: z.looseObject({ plan: z.int() }) });

/** What is asked of a plan beside its sign-off: its totals, two versions side by side (here the newest
 * with itself), and the proof that it was shared. */
export async function planVersionRoutes({ send }: PlayedCase): Promise<void> {
  const by = staff.planner;
  const { lines } = bodies.plan('direct-payment');
  const drafted = lines.map(({ id, component, unitsHundredths, unitPence }) => ({
    id,
    kind: 'weekly',
    component,
    unitsHundredths,
    unitPence,
    funding: { funder: 'council', partId: 'care' },
  }));
  await send('total-plan-draft', { by, body: { lines: drafted } });
  const copies = [{ to: 'person', how: 'in-person' }];
  const shared = await send('share-plan', {
    by,
    seen: 'plan',
    body: { givenOn: bodies.today, format: 'plain', language: 'English', copies },
  });
  const version = String(Answered.parse(shared).records.plan);
  await send('compare-plan-versions', { by, query: { from: version, to: version } });
}
