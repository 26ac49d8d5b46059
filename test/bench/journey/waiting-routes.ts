import { triage } from './bodies.ts';
import type { Player } from './player.ts';
import { staff, takeContact } from './standard-journey.ts';

const { adviser, manager, practitioner } = staff;
const reason = 'As the team agreed.';

/** What a team does for those who wait for it, until a worker has them. */
export async function waitingRoutes(player: Player): Promise<void> {
  const { send } = await takeContact(player);
  await send('triage-contact', { by: adviser, body: triage });
  await send('change-priority', { by: manager, body: { level: 'green', reason } });
  const found = { by: 'phone', spokeWith: 'person', finding: 'She manages for now.' };
  const body = { ...found, priority: { level: 'green', reason } };
  await send('re-check-risk', { by: adviser, body });
  const params = { team: 'social-work-north' };
  await player.call('read-waiting-list', { by: practitioner, params });
  const allocation = { worker: practitioner.id, team: 'social-work-north', reason };
  await send('allocate-case', { by: manager, body: allocation });
  await player.call('read-caseload', { by: practitioner });
  await send('return-case-to-team', { by: manager, body: { reason } });
}
