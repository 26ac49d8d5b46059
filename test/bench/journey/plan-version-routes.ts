import * as z from 'zod';
import * as bodies from './bodies.ts';
import type { Player } from './player.ts';
import { type PlayedCase, staff } from './standard-journey.ts';

/** A plan that the person begins at home and somebody they let goes on with, recorded by the worker. */
export async function planDraftRoutes(
  player: Player,
  { send, caseId }: PlayedCase,
  resident: string,
): Promise<void> {
  const by = staff.planner;
  const me = { resident };
  const { author: _a, writtenOn, lines, ...sections } = bodies.plan('direct-payment');
  const others = { allowedBy: 'person', allowedOn: bodies.today };
  const { personId } = await player.call('register-person', {
    by: staff.adviser,
    body: {
      details: { givenName: 'Ida', familyName: 'Larkspur', dateOfBirth: '1975-05-09' },
      reason: 'She helps her mother to plan.',
    },
  });
  const daughter = {
    personId: String(personId),
    as: { kind: 'family-or-friend', name: 'Ida Larkspur', relationship: 'daughter' },
  };
  await send('name-plan-writers', { by, body: { writers: [daughter], ...others } });
  await send('stop-plan-writer', { by: me, body: { personId: daughter.personId } });
  await send('read-my-plan-draft', { by: me });
  const mine = { outcomesWanted: ['To be at home'], isHandedIn: true };
  await send('save-my-plan-draft', { by: me, body: mine });
  const drafted = lines.map(({ weeklyPence: _w, ...line }) => line);
  const body = { ...sections, lines: drafted };
  await player.call('save-plan-draft', { by, params: { caseId }, ifMatch: 1, body });
  await send('read-plan-draft', { by });
  await send('read-plan-draft-revisions', { by });
  await send('read-plan-line-offers', { by, query: { line: '0' } });
  await send('complete-plan-draft', { by, body: { read: 2, writtenOn } });
}

const Answered = z.looseObject({ records: z.looseObject({ plan: z.int() }) });

/** What is asked of a plan beside its sign-off: its totals, two versions side by side (here the newest
 * with itself), and the proof that it was shared. */
export async function planVersionRoutes({ send }: PlayedCase, resident: string): Promise<void> {
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
  await send('read-plan', { by });
  await send('read-my-plan', { by: { resident } });
  // No support has started yet.
  await send('read-live-plan', { by, isRefused: true });
  await send('read-my-live-plan', { by: { resident }, isRefused: true });
  const query = { from: version, to: version };
  await send('compare-plan-versions', { by, query });
  await send('compare-my-plans', { by: { resident }, query });
}
