import { addDays } from '#shared/domain/calendar/civil-date.ts';
import * as bodies from '../bodies.ts';
import type { Player } from '../player.ts';
import {
  type PlayedCase,
  staff,
  takeContact,
  toBothKeys,
  toPlanning,
} from '../standard-journey.ts';

const { planner, finance, approver, manager, budget, lead } = staff;
const { today } = bodies;
const reason = 'As it was agreed with the person.';

/** Cases whose support is paid by direct payment and goes on. */
export async function livePayments(player: Player, cases: number): Promise<void> {
  for (let each = 0; each < cases; each += 1) {
    const played = await takeContact(player);
    await toPlanning(played, 'thin');
    await toBothKeys(played, 'direct-payment');
    await payDirectly(player, played);
  }
}

/** From a plan under both keys to an agreement that is paid, and its id. */
export async function payDirectly(player: Player, played: PlayedCase): Promise<string> {
  const agreementId = await requestDirectPayment(played);
  await played.send('arrange-support', { by: planner, body: { orders: [] } });
  await played.send('start-support', { by: planner, body: bodies.start });
  await activate(player, agreementId);
  return agreementId;
}

const holds = { holds: true, reason };

async function requestDirectPayment({ send }: PlayedCase): Promise<string> {
  const conditions = {
    route: 'with-capacity',
    askedFor: holds,
    notProhibited: holds,
    ableToManage: holds,
    appropriate: holds,
  };
  await send('request-direct-payment', { by: planner, body: { partId: 'care', conditions } });
  const { state } = await send('read-case', { by: planner });
  return String(Object(state).agreements.at(-1));
}

async function activate(player: Player, agreementId: string): Promise<void> {
  const params = { agreementId };
  const account = { accountName: 'A Example', sortCode: '000000', accountNumber: '00000000' };
  await player.call('record-bank-details', { by: finance, params, body: account });
  const check = { isConfirmed: true, how: reason };
  await player.call('check-bank-details', { by: approver, params, body: check });
  const signature = { signedOn: today, signedBy: 'self', copyGivenOn: today };
  await player.call('sign-agreement', { by: planner, params, body: signature });
  await player.call('activate-agreement', { by: finance, params });
  await player.call('read-agreement', { by: finance, params });
}

/** Looks at what is paid, stops it, and lets it go on. */
export async function stopPayments(
  player: Player,
  about: { readonly agreementId: string; readonly resident: string },
): Promise<void> {
  const params = { agreementId: about.agreementId };
  await player.call('list-payment-runs', { by: finance });
  await player.call('list-agreement-payments', { by: finance, params });
  await player.call('read-my-payments', { by: { resident: about.resident } });
  const stop = { reason, needsMetOtherwise: 'The council arranges the visits.' };
  await player.call('stop-payments', { by: finance, params, body: stop });
  const account = { lastDay: today, lines: [], settledWith: 'payee', reason };
  const by = finance;
  const { event } = await player.call('propose-final-account', { by, params, body: account });
  const rejected = { verdict: 'rejected', proposal: event, comment: 'The payments go on.' };
  await player.call('decide-final-account', { by: approver, params, body: rejected });
  await player.call('release-payments', { by: manager, params, body: { reason } });
}

/** Asks for something that is paid once, holds the payee and lets them go, and agrees on what is given back. */
export async function besideThePlan(player: Player, agreementId: string): Promise<void> {
  const params = { agreementId };
  const supporter = { kind: 'provider', name: 'Example Repairs' };
  const body = {
    ...{ pence: 12_000, purpose: 'equipment', purchase: 'equipment', supporter },
    ...{ outcome: 'CA-HYGIENE', reason },
  };
  const { event } = await player.call('ask-one-off-payment', { by: planner, params, body });
  const decision = { asked: event, verdict: 'authorised', comment: reason };
  await player.call('decide-one-off-payment', { by: budget, params, body: decision });
  const care = { is: 'replaced', how: 'The council arranges the visits.' };
  await player.call('hold-payee', { by: lead, params, body: { reason, care } });
  const released = { verdict: 'released', reason };
  await player.call('review-payee-hold', { by: manager, params, body: released });
  const terms = { percent: 100, agreedOn: today, reason };
  await player.call('agree-recovery', { by: finance, params, body: terms });
}

/** Pauses what is paid, takes it up before its day, and ends it at last. */
export async function pauseAndEnd(player: Player, agreementId: string): Promise<void> {
  const params = { agreementId };
  const pause = { from: today, to: addDays(today, 13), cause: 'hospital-stay', reason };
  const body = { ...pause, needs: { are: 'met-otherwise', how: 'The hospital cares for her.' } };
  await player.call('pause-payments', { by: planner, params, body });
  const restart = { on: addDays(today, 7), reason };
  await player.call('restart-payments', { by: finance, params, body: restart });
  const end = { lastDay: addDays(today, 28), cause: 'asked-by-person', reason };
  const needsMetOtherwise = 'The council arranges her visits from then on.';
  await player.call('end-direct-payment', {
    by: planner,
    params,
    body: { ...end, needsMetOtherwise },
  });
}
