import * as z from 'zod';
import * as bodies from '../bodies.ts';
import type { Player } from '../player.ts';
import { staff, takeContact, toBothKeys, toPlanning } from '../standard-journey.ts';

const { planner, finance, approver, budget } = staff;
const { today } = bodies;
const reason = 'The organisation is wound up.';

const Listed = z.looseObject({ orders: z.tuple([z.looseObject({ orderId: z.string() })]) });

/** Support that is ordered from a provider who is paid for what it delivers. */
export async function orderRoutes(player: Player, providerId: string): Promise<void> {
  const { send } = await takeContact(player);
  const played = { send, caseId: '' };
  await toPlanning(played, 'thin');
  await toBothKeys(played, 'council-managed');
  const [usual] = bodies.arrangements.orders;
  const prices = [{ lineId: 'mornings', unitPence: 2_000 }];
  const orders = [{ ...usual, provider: { providerId }, prices }];
  await send('arrange-support', { by: planner, body: { orders } });
  await send('start-support', { by: planner, body: bodies.start });
  const listed = Listed.parse(await send('list-orders', { by: planner }));
  const params = { orderId: listed.orders[0].orderId };
  await player.call('read-order', { by: planner, params });
  // Every line began with the plan, and no day of the period is over.
  const line = { lineId: 'mornings', firstDay: today };
  await player.call('start-order-line', { by: planner, params, body: line, isRefused: true });
  const delivered = { lineId: 'mornings', deliveredHundredths: 700 };
  const actuals = { periodStart: '2026-07-06', lines: [delivered] };
  await player.call('record-actuals', { by: finance, params, body: actuals, isRefused: true });
  const returned = { on: today, reason: '5' };
  const sent = { ...params, name: 'CARE#2026-07-06' };
  await player.call('return-order-payment', {
    ...{ by: finance, params: sent, body: returned, isRefused: true },
  });
  const moved = { startsOn: today, reason: 'The carer begins later.' };
  await player.call('move-order-start', { by: planner, params, body: moved, isRefused: true });
  const receipt = { pence: 100, on: today, reference: 'BGC 1' };
  await player.call('record-owed-back-received', {
    ...{ by: finance, params, body: receipt, isRefused: true },
  });
  const lost = { pence: 100, cause: 'cannot-be-recovered', reasons: reason };
  await player.call('propose-owed-back-write-off', {
    ...{ by: finance, params, body: lost, isRefused: true },
  });
  const refused = { verdict: 'rejected', comment: reason };
  await player.call('decide-owed-back-write-off', {
    ...{ by: approver, params, body: refused, isRefused: true },
  });
  await player.call('list-provider-orders', { by: planner, params: { providerId } });
  const lastDay = { lastDay: '2026-12-31' };
  const handedBack = { by: 'provider', on: today, reason: 'The branch closes.', ...lastDay };
  await player.call('hand-back-order', { by: planner, params, body: handedBack });
  const { weeklyPence, oneOffPence, interimCover } = usual ?? {};
  const again = { weeklyPence, oneOffPence, interimCover };
  const replacement = { ...again, provider: { providerId }, prices, startsOn: '2027-01-01' };
  await player.call('replace-order', { by: planner, params, body: replacement });
  const decision = { verdict: 'approved', record: 1, comment: 'It was agreed beforehand.' };
  await player.call('decide-actuals', { by: budget, params, body: decision, isRefused: true });
}
