import { today } from './bodies.ts';
import type { Player } from './player.ts';
import { personOf, staff, takeContact } from './standard-journey.ts';

const { adviser, practitioner, duty, manager, administrator } = staff;
const reason = 'As it was told on the phone.';
const nextYear = '2027-01-08';

/** Calls what is recorded of a person besides who they are, and of somebody related to them. */
export async function peopleRoutes(player: Player): Promise<void> {
  const personId = await personOf(await takeContact(player));
  const carerId = await personOf(await takeContact(player));
  await facts(player, personId, carerId);
  await equality(player, personId);
  const caredFor = [{ personId, relationship: 'parent' }];
  const asked = { by: { kind: 'self' }, channel: 'phone', whatIsHappening: reason, caredFor };
  const ofCarer = { by: adviser, params: { personId: carerId } };
  await player.call('request-carer-assessment', { ...ofCarer, body: asked });
  const params = { personId };
  const died = { diedOn: today, source: 'The ward', proof: 'reported' };
  await player.call('record-death', { by: adviser, params, body: died });
  await player.call('ask-to-reverse-death', { by: adviser, params, body: { reason } });
  await player.call('reverse-death', { by: manager, params, body: { reason } });
  await player.call('read-person-facts', { by: adviser, params });
}

async function facts(player: Player, personId: string, otherId: string): Promise<void> {
  const params = { personId };
  const warning = { kind: 'dog', text: 'Ring first', source: 'Seen', reviewOn: nextYear };
  const told = { personTold: { isTold: true, on: today } };
  const body = { ...warning, ...told };
  const noted = await player.call('record-warning', { by: practitioner, params, body });
  const warningId = String(noted['created']);
  const review = { finding: reason, reviewOn: nextYear };
  const ofWarning = { by: practitioner, params: { personId, warningId } };
  await player.call('review-warning', { ...ofWarning, body: review });
  await player.call('end-warning', { ...ofWarning, body: { reason } });

  const other = { kind: 'on-record', personId: otherId };
  const daughter = { with: other, kind: 'child', care: 'they-care-for-person', from: today };
  const related = await player.call('record-relationship', { by: adviser, params, body: daughter });
  const relationshipId = String(related['created']);
  await player.call('end-relationship', {
    by: adviser,
    params: { personId, relationshipId },
    body: { on: today, reason },
  });

  const attorney = {
    who: other,
    kind: 'attorney-health-and-welfare',
    reference: '7000-0000-0000',
    evidenceSeen: reason,
    seenBy: 'practitioner-1',
    seenOn: today,
    from: today,
    until: null,
    maySign: ['plan-agreement'],
  };
  const stands = { by: practitioner, params, body: attorney };
  const representativeId = String((await player.call('record-representative', stands))['created']);
  await player.call('end-representative', {
    by: practitioner,
    params: { personId, representativeId },
    body: { on: today, reason },
  });

  const accessNeeds = {
    needs: { informationFormats: ['large-print'] },
    identifiedBy: 'person-said',
    sharing: { personAgrees: false, with: [] },
    met: null,
    reviewOn: nextYear,
  };
  await player.call('record-access-needs', { by: duty, params, body: accessNeeds });
  const lives = { circumstance: 'accommodation', code: 'tenant', from: today, source: 'Said so' };
  await player.call('record-circumstance', { by: adviser, params, body: lives });
}

async function equality(player: Player, personId: string): Promise<void> {
  const params = { personId };
  const body = { disability: 'prefer-not-to-say' };
  await player.call('record-equality-facts', { by: adviser, params, body });
  await player.call('read-equality-facts', { by: administrator, params });
  await player.call('erase-equality-facts', { by: administrator, params });
  const me = { by: { resident: personId } };
  await player.call('record-my-equality-facts', { ...me, body });
  await player.call('read-my-equality-facts', me);
  await player.call('erase-my-equality-facts', me);
}
