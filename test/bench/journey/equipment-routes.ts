import { today } from './bodies.ts';
import type { Player } from './player.ts';
import { staff, takeContact } from './standard-journey.ts';

const { adviser, practitioner } = staff;

/** What helps at once, beside the journey: small aids, and services that somebody is told of. */
export async function equipmentRoutes(player: Player): Promise<void> {
  const { send } = await takeContact(player);
  await player.call('read-equipment-catalogue', { by: adviser });
  const prescription = {
    item: 'bath-board',
    whatFor: 'To bathe alone.',
    recipient: { kind: 'person' },
    handedOver: 'collect',
    givenOn: today,
  };
  const { reference } = await send('prescribe-equipment', { by: adviser, body: prescription });
  const params = { prescription: String(reference) };
  await send('read-equipment', { by: practitioner });
  await send('read-prescription', { by: adviser, params });
  const end = { how: 'returned', on: today, reason: 'She has a shower now.' };
  await send('end-prescription', { by: adviser, params, body: end });
  // The directory of the bench is searched, and nobody is told of it.
  const nowhere = { services: ['00000000-0000-4000-8000-000000000000'] };
  await send('signpost', { by: adviser, body: nowhere, isRefused: true });
  await send('read-signposting', { by: adviser, isRefused: true });
  const answer = { wasUseful: 'yes', note: 'She goes each Tuesday.' };
  await send('follow-up-signposting', { by: adviser, body: answer, isRefused: true });
}
