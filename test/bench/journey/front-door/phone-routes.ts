import { contact, today } from '../bodies.ts';
import type { Player } from '../player.ts';
import { type PlayedCase, personOf, staff, takeContact } from '../standard-journey.ts';

const { adviser } = staff;
const number = '01632 960 123';

/** What an adviser does on the phone and promises to do after. */
export async function phoneRoutes(player: Player): Promise<void> {
  const played = await takeContact(player);
  await player.call('read-banner', { by: adviser, params: { personId: await personOf(played) } });
  await played.send('read-contact-summary', { by: adviser });
  await callBacks(played);
  await transfers(played);
  await appointments(player, played);
  await askedWithReceipt(player);
}

async function callBacks({ send }: PlayedCase): Promise<void> {
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

async function transfers({ send }: PlayedCase): Promise<void> {
  const reason = 'She asks about her bath lift.';
  const passed = { team: 'social-work-north', reason, toldCaller: 'Pat helps you now.' };
  const accepted = { ...passed, answer: 'accepted', worker: 'practitioner-1' };
  await send('transfer-case', { by: adviser, body: accepted });
}

async function appointments(player: Player, played: PlayedCase): Promise<void> {
  const { send } = played;
  const interpreter = { standing: 'not-needed' };
  const times = { on: today, from: '16:00', to: '16:30' };
  const booking = { ...times, kind: 'phone', number, purpose: 'first-conversation', interpreter };
  const reason = 'She has a visitor.';
  const booked = await send('book-appointment', { by: adviser, body: booking });
  const params = { appointmentId: String(booked['appointmentId']) };
  await send('read-appointment', { by: adviser, params });
  const resident = await personOf(played);
  await player.call('read-my-appointments', { by: { resident } });
  const wish = { wants: 'other-time' };
  const asked = { by: { resident }, params, body: wish };
  await player.call('ask-to-change-my-appointment', asked);
  const change = { appointment: { ...booking, to: '17:00' }, askedBy: 'person', reason };
  await send('change-appointment', { by: adviser, params, body: change });
  await send('arrange-interpreter', { by: adviser, params, body: { interpreter } });
  const kept = { result: 'kept' };
  // It is this afternoon: nobody can know yet what came of it.
  const early = { by: adviser, params, body: kept, isRefused: true };
  await send('record-appointment-outcome', early);
  await send('cancel-appointment', { by: adviser, params, body: { askedBy: 'person', reason } });
}

async function askedWithReceipt(player: Player): Promise<void> {
  const { reference, secret } = await player.call('make-contact', { by: 'public', body: contact });
  const params = { reference: String(reference) };
  const receiptSecret = String(secret);
  const body = { wants: 'appointment', number };
  await player.call('read-receipt-summary', { by: 'public', params, receiptSecret });
  await player.call('ask-for-appointment', { by: 'public', params, receiptSecret, body });
}
