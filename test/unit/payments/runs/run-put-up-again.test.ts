import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Reply } from '#shared/contracts/operation.ts';
import type { PayStop } from '#shared/domain/payment/agreement-head.ts';
import { RunTotals } from '#shared/domain/run/run-change.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { asStaff, PayOffice } from '#test/support/pay-office.ts';

const start = '2026-04-06';
const ids = ['agreement0001', 'agreement0002', 'agreement0003'];
const [first = '', second = ''] = ids;
const pence = 248_000;
const death: PayStop = { kind: 'death', by: 'case-stream', on: '2026-03-28', diedOn: '2026-03-27' };
const View = z.looseObject({
  isComplete: z.boolean(),
  totals: z.record(z.string(), RunTotals),
});
let office: PayOffice;
let runId: string;

beforeEach(async () => {
  office = new PayOffice(new MemoryTable());
  for (const agreementId of ids) await office.activate({ agreementId, startsOn: start });
  await office.fire('2026-03-26');
  runId = (await office.runs()).find(({ periodStart }) => periodStart === start)?.runId ?? '';
  await office.select(runId);
});

const ask = async (
  id: string,
  body?: object,
  role: 'finance-officer' | 'finance-approver' = 'finance-officer',
) =>
  office.call(
    id,
    asStaff('officer-1', role, {
      params: { runId },
      ...(body && { body, version: await office.version(runId) }),
    }),
  );
const bodyOf = (reply: Reply) => {
  if (!reply.accepted) throw new Error(reply.refusal.detail);
  return reply.value.body;
};
/** What the approver reads. */
const seen = async () => View.parse(bodyOf(await ask('read-payment-run')));
const putUpAgain = () => ask('reissue-payment-run', { reason: 'The others are right.' });

/** The account of somebody who has died is settled without the run that was rejected. */
async function settle(agreementId: string): Promise<void> {
  await office.change(agreementId, { payStop: death });
  const account = {
    lastDay: '2026-03-27',
    lines: [],
    settledWith: 'estate',
    reason: 'She died before it began.',
  };
  const body = { ...account, lastDay: '2026-04-05' };
  office.today = '2026-04-07';
  const params = { agreementId };
  await office.change(agreementId, { payStop: { ...death, diedOn: '2026-04-05' } });
  bodyOf(
    await office.call(
      'propose-final-account',
      asStaff('officer-1', 'finance-officer', { params, body }),
    ),
  );
}

const totals = async () => (await seen()).totals;
const sentTotals = async () => (await office.run(runId)).file;

describe('a run that is put up again', () => {
  beforeEach(async () => {
    await office.decide(runId, 'rejected');
    await settle(first);
    bodyOf(await putUpAgain());
  });

  test('cannot be approved before it is counted again', async () => {
    expect(await seen()).toMatchObject({ isComplete: false });
    await office.selectShard(runId, 3);
    expect(await office.decide(runId, 'approved')).toMatchObject({
      refusal: { kind: 'wrong-stage' },
    });
  });

  test('shows its approver just what the file then adds up to', async () => {
    await office.select(runId);
    expect(await seen()).toMatchObject({ isComplete: true });
    const { due, withheld, wouldBeWithheld } = await totals();
    expect(due).toEqual({ count: 2, pence: 2 * pence });
    expect(withheld).toEqual({ count: 1, pence });
    expect(wouldBeWithheld).toEqual({ count: 0, pence: 0 });
    expect(await office.decide(runId, 'approved')).toMatchObject({ accepted: true });
    await office.send(runId);
    expect(await sentTotals()).toMatchObject(due ?? {});
    expect(await office.run(runId)).toMatchObject({ status: 'sent' });
  });

  test('is counted anew for each time that it is put up', async () => {
    await office.select(runId);
    await office.decide(runId, 'rejected');
    await settle(second);
    bodyOf(await putUpAgain());
    await office.select(runId);
    expect((await totals())['due']).toEqual({ count: 1, pence });
  });

  test('ends by itself where nothing is left in it', async () => {
    await office.select(runId);
    await office.decide(runId, 'rejected');
    for (const agreementId of ids.slice(1)) await settle(agreementId);
    bodyOf(await putUpAgain());
    await office.select(runId);
    // Who was taken out of it is still shown to a person.
    expect(await office.run(runId)).toMatchObject({ status: 'awaiting-approval' });
    expect((await totals())['due']).toEqual({ count: 0, pence: 0 });
  });
});

describe('what holds payments back after a run was counted', () => {
  const held = { by: 'lead-1', on: '2026-03-28' };
  test.each([
    ['a death', { payStop: death }, 'payment-stopped', null],
    ['a hold of the payee', { payeeHold: held }, 'payee-held', null],
    ['an end before the period', { payUntil: '2026-04-05' }, 'agreement-ended', null],
    [
      'a new account that waits its days',
      { accountFrom: '2026-04-15' },
      'account-cooling-off',
      '2026-04-15',
    ],
  ])('is shown to its approver: %s', async (_what, change, reason, from) => {
    await office.change(first, change);
    const { due, wouldBeWithheld } = await totals();
    expect((await seen())['heldBack']).toEqual([
      { agreementId: first, reason, count: 1, pence, from },
    ]);
    expect(wouldBeWithheld).toEqual({ count: 1, pence });
    await office.decide(runId, 'approved');
    await office.send(runId);
    const file = await sentTotals();
    expect(file?.count).toBe((due?.count ?? 0) - 1);
    expect(file?.pence).toBe((due?.pence ?? 0) - pence);
    expect(await totals()).toMatchObject({
      withheld: { count: 1, pence },
      wouldBeWithheld: { count: 0, pence: 0 },
    });
  });

  test('is shown no more once it is released', async () => {
    await office.change(first, { payStop: death });
    await office.change(first, {});
    await office.change(second, { accountFrom: office.today });
    expect((await totals())['wouldBeWithheld']).toEqual({ count: 0, pence: 0 });
  });

  test('is shown of each of two runs that wait', async () => {
    await office.decide(runId, 'rejected');
    await office.fire('2026-04-27');
    const next = (await office.runs())[0]?.runId ?? '';
    await office.select(next);
    await office.change(first, { payStop: death });
    expect((await totals())['wouldBeWithheld']).toEqual({ count: 1, pence });
    runId = next;
    expect((await totals())['wouldBeWithheld']).toEqual({ count: 1, pence });
  });
});
