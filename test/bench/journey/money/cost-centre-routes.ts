import type { Player } from '../player.ts';
import { staff } from '../standard-journey.ts';

/** What is set and read of cost centres. The limit is so high that no plan passes it: nothing waits to be
 * answered. */
export async function costCentreRoutes(player: Player): Promise<void> {
  const by = staff.head;
  const costCentre = 'older-people';
  await player.call('set-cash-limits', {
    by,
    body: { from: '2026-04-01', limits: [{ costCentre, year: 2026, yearlyPence: 5_000_000_000 }] },
  });
  await player.call('read-cash-limits', { by });
  await player.call('list-cost-centres', { by });
  await player.call('read-cost-centre', { by, params: { costCentreId: costCentre } });
  await player.call('read-cost-centre-ledger', { by, params: { costCentreId: costCentre } });
  const body = { foundBy: 'reserve', reason: 'What is kept for the winter.' };
  const params = { caseId: 'no-such-case-000' };
  await player.call('answer-cash-limit', { by, params, body, isRefused: true });
}
