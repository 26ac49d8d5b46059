import type { Player } from '../player.ts';
import { staff } from '../standard-journey.ts';

const { finance, approver, planner } = staff;

/** A provider that can be ordered from and paid, and what it offers. */
export async function providerRoutes(player: Player): Promise<string> {
  const entered = { by: finance, body: { name: 'Fernbank Care', cqcLocationId: '1-100200300' } };
  const { providerId } = await player.call('enter-provider', entered);
  const params = { providerId: String(providerId) };
  const account = { accountName: 'Fernbank', sortCode: '000000', accountNumber: '00000000' };
  await player.call('record-provider-account', { by: finance, params, body: account });
  const task = { by: approver, params: { ...params, step: 'check-account' } };
  await player.call('claim-provider-task', task);
  await player.call('release-provider-task', task);
  const check = { isConfirmed: true, how: 'By a call to the number on their website.' };
  await player.call('check-provider-account', { by: approver, params, body: check });
  const offer = { id: 'visits', component: 'Home Support', unit: 'hour', unitPence: 2_400 };
  const offers = [{ ...offer, from: '2026-04-01' }];
  await player.call('set-offers', { by: finance, params, body: { offers } });
  await player.call('read-provider', { by: planner, params });
  await player.call('list-providers', { by: planner, query: { name: 'Fern' } });
  await player.call('list-offers', { by: planner, query: { component: 'Home Support' } });
  return params.providerId;
}
