import { beforeEach, describe, expect, test } from 'vitest';
import { sweepDue } from '#functions/workflow/daily/due-sweep.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import { accounts, OrderOffice, people } from '#test/support/order-office.ts';
import { asStaff } from '#test/support/pay-office.ts';
import { refusalOf, start, WatchedOffice } from '#test/support/watched-office.ts';

let office: WatchedOffice;
const bus = { publish: async () => {} };

/** What waits for finance in the queue, with the day by which it is due, and whether it is late. */
async function queue(of: Pick<WatchedOffice, 'ports'> = office): Promise<readonly string[]> {
  const { tasks } = await of.ports.tasks.ofTeam('finance', 50);
  return tasks.map(({ step, due, isOverdue }) => `${step} by ${due}${isOverdue ? ', late' : ''}`);
}

const another = { accountName: 'Mary Example', sortCode: '107999', accountNumber: '88837491' };
const enter = (details: object = another) => office.officer('record-bank-details', details);
const check = (isConfirmed = true) =>
  office.officer('check-bank-details', { isConfirmed, how: 'By phone.' }, 'officer-2');

function accepted(reply: Reply): void {
  expect(refusalOf(reply)).toBe('accepted');
}

beforeEach(async () => {
  office = new WatchedOffice();
  await office.pay();
  for (const { runId, status } of await office.runs()) {
    if (status === 'draft') await office.carryOut(runId);
  }
  office.today = '2026-07-07';
});

describe('an account', () => {
  test('that was entered waits for its second person, until they have looked at it', async () => {
    accepted(await enter());
    expect(await queue()).toEqual(['check-account by 2026-07-09']);
    accepted(await enter({ ...another, accountName: 'Mary E Example' }));
    expect(await queue()).toEqual(['check-account by 2026-07-09']);
    accepted(await check());
    expect(await queue()).toEqual([]);
  });

  test('that is wrong is asked for again, until another one is entered', async () => {
    await enter();
    await check(false);
    expect(await queue()).toEqual(['ask-for-account by 2026-07-14']);
    await enter();
    expect(await queue()).toEqual(['check-account by 2026-07-09']);
  });

  test('from which a payment came back is asked for, and so is another one after it', async () => {
    const back = { on: '2026-07-06', reason: 'B' };
    for (const name of [start, '2026-05-04']) {
      accepted(await office.officer('return-payment', back, 'officer-1', { name }));
      expect(await queue()).toEqual(['ask-for-account by 2026-07-14']);
      await enter();
      await check();
      expect(await queue()).toEqual([]);
    }
  });

  test('that nobody has looked at is late from the day after', async () => {
    await enter();
    office.today = '2026-07-10';
    await sweepDue({ ...office.ports, bus });
    expect(await queue()).toEqual(['check-account by 2026-07-09, late']);
  });
});

describe('an account of a provider', () => {
  const params = async (providers: OrderOffice) => ({
    providerId: (await providers.orders())[0]?.providerId ?? '',
  });

  test('waits for its second person, and is asked for once a payment came back', async () => {
    const providers = new OrderOffice();
    const orderId = await providers.untilStarted();
    expect(await queue(providers.pay)).toEqual([]);
    providers.today = '2026-08-24';
    await providers.deliver(orderId, '2026-07-27', [800, 800]);
    await providers.run('2026-09-14');
    providers.today = '2026-09-23';
    await providers.done(people.officer, 'return-order-payment', {
      params: { orderId, name: 'CARE#2026-07-27' },
      body: { on: '2026-09-22', reason: 'B' },
    });
    expect(await queue(providers.pay)).toContain('ask-for-account by 2026-09-30');
    const body = accounts[1];
    const asked = { params: await params(providers), body };
    await providers.done(people.officer, 'record-provider-account', asked);
    expect(await queue(providers.pay)).toContain('check-account by 2026-09-25');
    await providers.check(asked.params.providerId);
    expect((await queue(providers.pay)).filter((task) => task.includes('account'))).toEqual([]);
  });
});

describe('a payment run', () => {
  let runId: string;
  const reissue = async () =>
    office.call(
      'reissue-payment-run',
      asStaff('officer-1', 'finance-officer', {
        params: { runId },
        body: { reason: 'They are right.' },
        version: await office.version(runId),
      }),
    );

  beforeEach(async () => {
    await office.fire('2026-07-20');
    runId = (await office.runs())[0]?.runId ?? '';
  });

  test('that was rejected waits until it is put up again, each time', async () => {
    await office.select(runId);
    for (const _time of [1, 2]) {
      await office.decide(runId, 'rejected');
      expect(await queue()).toEqual(['put-run-up-again by 2026-07-22']);
      accepted(await reissue());
      expect(await queue()).toEqual([]);
      await office.select(runId);
    }
    office.today = '2026-08-01';
    await office.decide(runId, 'rejected');
    office.today = '2026-08-06';
    await sweepDue({ ...office.ports, bus });
    expect(await queue()).toEqual(['put-run-up-again by 2026-08-04, late']);
  });

  test('that is not prepared by the next day is put before finance, until it is', async () => {
    await office.sweep('2026-07-20');
    expect(await queue()).not.toContain('look-at-run by 2026-07-23');
    await office.sweep('2026-07-21');
    expect(await queue()).toContain('look-at-run by 2026-07-23');
    await office.select(runId);
    expect(await queue()).not.toContain('look-at-run by 2026-07-23');
  });

  test('that is not sent by the day after its approval is put before finance, until it is', async () => {
    await office.select(runId);
    await office.decide(runId, 'approved');
    await office.sweep('2026-07-21');
    expect(await queue()).toContain('look-at-run by 2026-07-23');
    await office.send(runId);
    expect(await queue()).not.toContain('look-at-run by 2026-07-23');
  });

  test('that was sent in time is put before nobody', async () => {
    await office.carryOut(runId);
    await office.sweep('2026-07-21');
    expect((await queue()).filter((task) => task.includes('run'))).toEqual([]);
  });
});
