import * as z from 'zod';
import { today } from '../bodies.ts';
import type { Player } from '../player.ts';
import { staff } from '../standard-journey.ts';
import { reclaimRoutes } from './monitoring-routes.ts';

const { approver, finance } = staff;
const comment = 'One payment goes to an account that has changed.';

const Listed = z.looseObject({ runs: z.array(z.looseObject({ runId: z.string() })).min(1) });
const Paid = z.looseObject({
  entries: z.tuple([z.looseObject({ agreementId: z.string() })], z.unknown()),
});
const Read = z.looseObject({ event: z.int().positive() });

/** What finance asks of a payment run that the schedule has drafted: it is looked at, rejected, and put
 * up again, until it is sent. */
export async function paymentRunRoutes(player: Player): Promise<void> {
  const listed = Listed.parse(await player.call('list-payment-runs', { by: approver }));
  const params = { runId: listed.runs[0]?.runId ?? '' };
  const seen = async () => {
    const { event } = Read.parse(await player.call('read-payment-run', { by: approver, params }));
    return event;
  };
  await player.call('list-run-payments', { by: approver, params });
  await player.call('list-run-left-out', { by: approver, params });
  const task = { by: approver, params: { ...params, step: 'approve-payment-run' } };
  await player.call('claim-run-task', task);
  await player.call('release-run-task', task);
  const body = { verdict: 'rejected', comment };
  await player.call('approve-payment-run', { by: approver, params, body, ifMatch: await seen() });
  const again = { by: finance, params, body: { reason: comment }, ifMatch: await seen() };
  await player.call('reissue-payment-run', again);
  await sentRun(player, { runId: params.runId, version: await seen() });
}

/** A run that is approved at last goes to the bank, with a file, a journal and its entries in the
 * ledger. */
async function sentRun(
  player: Player,
  { runId, version }: { readonly runId: string; readonly version: number },
): Promise<void> {
  const params = { runId };
  const body = { verdict: 'approved', comment };
  await player.call('approve-payment-run', { by: approver, params, body, ifMatch: version });
  // It is not a rejected one any more.
  const cancelled = { params, body: { reason: comment }, ifMatch: version, isRefused: true };
  await player.call('cancel-payment-run', { by: finance, ...cancelled });
  const paid = Paid.parse(await player.call('list-run-payments', { by: finance, params }));
  const { agreementId } = paid.entries[0];
  await player.call('read-bacs-file', { by: finance, params });
  await player.call('read-run-journal', { by: finance, params });
  await player.call('read-run-balances', { by: finance, params });
  await player.call('read-agreement-ledger', { by: finance, params: { agreementId } });
  await player.call('read-agreement-balances', { by: finance, params: { agreementId } });
  await player.call('read-journal', { by: finance, params: { day: '2026-04-01' } });
  await reclaimRoutes(player, agreementId);
  await player.call('request-payment-run', { by: finance, body: { reason: comment } });
  // The day on which the bank could send it back is still to come.
  const returned = {
    params: { agreementId, name: '2026-08-03' },
    body: { on: today, reason: 'B' },
  };
  await player.call('return-payment', { by: finance, ...returned, isRefused: true });
}
