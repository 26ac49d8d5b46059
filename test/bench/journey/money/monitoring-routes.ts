import * as z from 'zod';
import { today } from '../bodies.ts';
import type { Player } from '../player.ts';
import { staff } from '../standard-journey.ts';

const { approver, finance } = staff;
const evidence = ['Bank statements, sent by post.'];

const aReturn = {
  receivedPence: 0,
  paidInPence: 0,
  spent: {
    wagesPence: 0,
    agencyPence: 0,
    employerCostsPence: 0,
    activitiesPence: 0,
    otherPence: 0,
  },
  closingPence: 0,
  reserve: { holidayPence: 0, redundancyPence: 0, taxPence: 0, insurancePence: 0 },
  evidence,
};

/** Looks at how a direct payment stands. Its first return is asked for when three months are over. */
export async function monitoringRoutes(
  player: Player,
  about: { readonly agreementId: string; readonly resident: string },
): Promise<void> {
  const params = { agreementId: about.agreementId };
  const by = { resident: about.resident };
  await player.call('read-agreement-life', { by: finance, params });
  await player.call('read-my-direct-payment', { by, params });
  const isRefused = true;
  await player.call('record-monitoring-return', { by: finance, params, body: aReturn, isRefused });
  await player.call('make-my-monitoring-return', { by, params, body: aReturn, isRefused });
  const body = { verdict: 'clean', made: 1, comment: 'Each bill is there.' };
  await player.call('check-monitoring-return', { by: approver, params, body, isRefused });
}

const Proposed = z.looseObject({ event: z.int().positive() });

/** Asks money back of what was paid, until some of it has come in and some is given up. */
export async function reclaimRoutes(player: Player, agreementId: string): Promise<void> {
  const asked = {
    kind: 'not-as-agreed',
    pence: 1_000,
    reasons: 'It was spent on a television.',
    howToChallenge: 'Call us within 28 days.',
    whatThePayeeSays: 'She thought that it was allowed.',
  };
  const about = { agreementId };
  const proposal = { by: finance, params: about, body: asked };
  const { event } = Proposed.parse(await player.call('propose-reclaim', proposal));
  const params = { agreementId, reclaim: String(event) };
  const comment = 'Compared with the bill.';
  const confirmed = { verdict: 'confirmed', comment };
  await player.call('decide-reclaim', { by: approver, params, body: confirmed });
  const receipt = { pence: 600, on: today, reference: 'BGC 4711', paidBy: 'payee' };
  await player.call('record-reclaim-received', { by: finance, params: about, body: receipt });
  const lost = { pence: 400, cause: 'challenge-upheld', reasons: 'The plan can be read so.' };
  await player.call('propose-write-off', { by: finance, params, body: lost });
  const approved = { verdict: 'approved', comment };
  await player.call('decide-write-off', { by: approver, params, body: approved });
}
