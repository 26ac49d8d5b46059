import { contact } from './bodies.ts';
import type { Player } from './player.ts';
import { personOf, staff, takeContact } from './standard-journey.ts';

const { adviser, duty, manager } = staff;
const reason = 'As the person told us.';

/** How a person's record is found, kept and made one with another. */
export async function personRecordRoutes(player: Player): Promise<void> {
  const { givenName, familyName, dateOfBirth } = contact.person;
  const sought = { by: 'name-and-birth', givenName, familyName, dateOfBirth };
  await player.call('search-people', { by: adviser, body: sought });
  const details = { givenName: 'Bea', familyName: 'Sample', dateOfBirth: '1950-05-05' };
  const one = await register(player, { ...details, nhsNumber: '943 476 5919' });
  const other = await register(player, details);
  const params = { personId: one, otherId: other };
  const telling = { decision: 'not-a-duplicate', reason };
  const decision = { by: duty, params, ifMatch: 1 };
  await player.call('decide-duplicate', { ...decision, body: telling });
  const change = { details: { ...details, phone: '01632 960 123' }, kind: 'changed', reason };
  const person = { params: { personId: other } };
  const sent = { by: adviser, ...person, ifMatch: 1, body: change };
  const { records } = await player.call('change-details', sent);
  await player.call('read-duplicates', { by: adviser, ...person });
  const otherVersion = Object(records).details;
  const merge = { decision: 'merge', survivor: one, otherVersion, reason };
  await player.call('decide-duplicate', { ...decision, body: merge });
  await player.call('reverse-merge', { by: manager, ...person, body: { reason } });
  await player.call('read-person-history', { by: adviser, ...person, query: { limit: '3' } });
  const told = await takeContact(player);
  await told.send('link-person', { by: adviser, body: { personId: one, reason } });
  await player.call('read-person', { by: adviser, params: { personId: await personOf(told) } });
}

async function register(player: Player, details: object): Promise<string> {
  const { personId } = await player.call('register-person', {
    by: adviser,
    body: { details, reason },
  });
  return String(personId);
}
