import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Reply } from '#shared/contracts/operation.ts';
import { addDays } from '#shared/domain/calendar/civil-date.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { asStaff, PayOffice } from '#test/support/pay-office.ts';

const agreementId = 'agreement0001';
const start = '2026-04-06';
// A pound a day, so that days are easily counted.
const terms = { weeklyPence: 700 };
let office: PayOffice;

beforeEach(async () => {
  office = new PayOffice(new MemoryTable());
  await office.activate({ agreementId, startsOn: start, ...terms });
});

const refusalOf = (reply: Reply) => (reply.accepted ? undefined : reply.refusal.detail);
const Proposed = z.looseObject({ finalAccount: z.looseObject({ balancePence: z.int() }) });
const stop = () =>
  office.change(agreementId, {
    payStop: { kind: 'case-ended', by: 'manager-1', on: office.today },
  });

async function propose(lastDay: string) {
  const reason = 'She has moved to another county.';
  const body = { lastDay, lines: [], settledWith: 'payee', reason };
  const reply = await office.call(
    'propose-final-account',
    asStaff('officer-1', 'finance-officer', { params: { agreementId }, body }),
  );
  if (!reply.accepted) throw new Error(reply.refusal.detail);
  return Proposed.parse(reply.value.body).finalAccount.balancePence;
}

async function approve() {
  const proposal = (await office.ports.agreements.last(agreementId))?.sequence;
  const body = { verdict: 'approved', comment: 'Compared with the evidence.', proposal };
  const asked = asStaff('approver-2', 'finance-approver', { params: { agreementId }, body });
  return office.call('decide-final-account', asked);
}

async function rejectedRun(): Promise<string> {
  await office.fire('2026-03-26');
  const runs = await office.runs();
  const runId = runs.find(({ periodStart }) => periodStart === start)?.runId ?? '';
  await office.select(runId);
  await office.decide(runId, 'rejected');
  return runId;
}

describe('a payment that stands in a rejected run', () => {
  test('does not keep an account from being settled, and is owed in it', async () => {
    const runId = await rejectedRun();
    office.today = '2026-05-01';
    await stop();
    expect(await propose('2026-04-12')).toBe(700);
    expect(refusalOf(await approve())).toBeUndefined();
    await office.fire('2026-05-26');
    await office.carryOutDrafts();
    expect(
      (await office.payments(agreementId)).map(({ name, state, amountPence }) => [
        name,
        state,
        amountPence,
      ]),
    ).toEqual([
      ['FINAL', 'sent', 700],
      [start, 'withheld', 2_800],
    ]);
    const asked = asStaff('officer-1', 'finance-officer', { params: { runId } });
    expect(await office.call('list-run-left-out', asked)).toMatchObject({
      value: { body: { entries: [{ agreementId, reason: 'being-settled', name: start }] } },
    });
  });

  test('is not sent when the run is put up again, and the run still adds up', async () => {
    const runId = await rejectedRun();
    await office.activate({ agreementId: 'agreement0002', startsOn: start });
    office.today = '2026-05-01';
    await stop();
    await propose('2026-04-12');
    const putUp = { params: { runId }, body: { reason: 'Put right.' } };
    const again = asStaff('officer-3', 'finance-officer', {
      ...putUp,
      version: await office.version(runId),
    });
    expect(refusalOf(await office.call('reissue-payment-run', again))).toBeUndefined();
    await office.carryOut(runId);
    expect((await office.run(runId)).status).toBe('sent');
    expect((await office.payments(agreementId)).map(({ state }) => state)).toEqual(['withheld']);
  });

  test('stays where it is while payments go on', async () => {
    await rejectedRun();
    office.today = '2026-05-01';
    await expect(propose('2026-04-12')).rejects.toThrow('Stop the payments first');
    expect((await office.payments(agreementId)).map(({ state }) => state)).toEqual(['due']);
  });

  test('that still waits for its approval holds the account up', async () => {
    await office.fire('2026-03-26');
    for (const { runId } of await office.runs()) await office.select(runId);
    office.today = '2026-05-01';
    await stop();
    await expect(propose('2026-04-12')).rejects.toThrow('still in a run');
  });
});

test('an account holds every unpaid day, though a run pays four years at most', async () => {
  const days = 6 * 365;
  office.today = addDays(start, days);
  await stop();
  expect(await propose(addDays(start, days - 1))).toBe(days * 100);
});

test('an account holds every payment, however many there were', async () => {
  await office.fire('2026-03-26');
  const runs = await office.runs();
  await office.carryOut(runs.find(({ periodStart }) => periodStart === start)?.runId ?? '');
  const key = { pk: `AGREEMENT#${agreementId}`, sk: `PAYMENT#${start}` };
  const paid = await office.table.get(key);
  for (let each = 1; each <= 230; each += 1) {
    const name = `ONCE#plan-${String(each).padStart(3, '0')}`;
    const once = { ...paid, ...key, sk: `PAYMENT#${name}`, name, days: null, state: 'withheld' };
    await office.table.write([{ put: once }]);
  }
  office.today = '2026-05-01';
  await stop();
  // The period was paid first of all, and stands on the second page.
  expect(await propose('2026-04-12')).toBe(-2_100);
});
