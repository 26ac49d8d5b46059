import { contact, today } from '../bodies.ts';
import type { Player } from '../player.ts';
import { staff } from '../standard-journey.ts';

const { adviser } = staff;
// The letter about a case's first event, by the id that such a letter has.
const letterId = '000000001contactreceived';

/** Calls what shows how somebody was told who reads Braille, which people make by hand. */
export async function letterRoutes(player: Player): Promise<void> {
  const accessNeeds = { informationFormats: ['braille'] };
  const body = { ...contact, accessNeeds, channel: 'phone' };
  const { caseId } = await player.call('take-contact', { by: adviser, body });
  const params = { caseId: String(caseId) };
  const { letters } = await player.call('list-letters', { by: adviser, params });
  // Nobody tells of anything on a bare table: there the two below find no letter.
  const isRefused = Array.isArray(letters) && letters.length === 0;
  const ofLetter = { by: adviser, params: { ...params, letterId }, isRefused };
  await player.call('read-letter', ofLetter);
  // The person has no sign-in yet: to anybody else the letters are not there.
  const stranger = { by: { resident: 'nobody0000000000' }, isRefused: true };
  await player.call('list-my-letters', { ...stranger, params });
  await player.call('read-my-letter', { ...stranger, params: { ...params, letterId } });
  const sent = { how: 'In Braille, from the print room', on: today };
  await player.call('record-letter-by-hand', { ...ofLetter, body: sent });
}
