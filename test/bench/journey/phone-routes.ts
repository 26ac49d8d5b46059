import { today } from './bodies.ts';
import type { Player } from './player.ts';
import { staff, takeContact } from './standard-journey.ts';

const { adviser } = staff;

/** What an adviser does on the phone and promises to do after. */
export async function phoneRoutes(player: Player): Promise<void> {
  await callBacks(player);
}

async function callBacks(player: Player): Promise<void> {
  const { send } = await takeContact(player);
  const number = '01632 960 123';
  const request = { by: today, about: 'The form', askedBy: { kind: 'person' }, number };
  const promised = await send('request-call-back', { by: adviser, body: request });
  const callBackId = String(promised['callBackId']);
  const task = { deskStep: 'call-back', taskId: callBackId };
  await send('claim-desk-task', { by: adviser, params: task });
  await send('release-desk-task', { by: adviser, params: task });
  await send('read-call-back', { by: adviser, params: { callBackId } });
  const body = { result: 'no-answer', tryAgainOn: today };
  await send('record-call-back', { by: adviser, params: { callBackId }, body });
}
