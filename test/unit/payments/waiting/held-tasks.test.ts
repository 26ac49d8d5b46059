import { beforeEach, describe, expect, test } from 'vitest';
import { openWait } from '#functions/workflow/open-wait.ts';
import type { StaffCaller } from '#shared/contracts/operation.ts';
import { accounts, OrderOffice, people } from '#test/support/order-office.ts';
import { asStaff } from '#test/support/pay-office.ts';
import { refusalOf, WatchedOffice } from '#test/support/watched-office.ts';

const wait = {
  contract: 1,
  task: 'open-wait',
  owner: 'run',
  round: 1,
  step: 'approve-payment-run',
  token: 'token',
  execution: 'run-1',
} as const;

describe('a task of a payment run', () => {
  let office: WatchedOffice;
  let runId: string;
  beforeEach(async () => {
    office = new WatchedOffice();
    await office.pay();
    await office.fire('2026-07-20');
    runId = (await office.runs())[0]?.runId ?? '';
    await office.select(runId);
  });

  const ask = async (operation: string, step: string, by: string) => {
    const asked = asStaff(by, 'finance-approver', { params: { runId, step } });
    return refusalOf(await office.call(operation, asked));
  };
  const enter = (retry: number) =>
    openWait(
      { ...wait, aggregateId: runId, enteredAt: `${office.today}T10:00:00Z`, retry },
      office.ports,
    );
  const holders = async () => {
    const { tasks } = await office.ports.tasks.ofTeam('finance', 50);
    const own = tasks.filter(({ aggregateId }) => aggregateId === runId);
    return own.map(({ step, claimedBy }) => `${step} ${claimedBy}`);
  };

  test('is held by one person at a time, and goes back to its team', async () => {
    expect(await ask('claim-run-task', 'approve-payment-run', 'one')).toBe('not-found');
    await enter(0);
    const step = 'approve-payment-run';
    expect(await ask('claim-run-task', step, 'one')).toBe('accepted');
    expect(await ask('claim-run-task', step, 'one')).toBe('accepted');
    expect(await ask('claim-run-task', step, 'two')).toBe('already-recorded');
    expect(await ask('release-run-task', step, 'two')).toBe('wrong-stage');
    expect(await holders()).toEqual(['approve-payment-run one']);
    expect(await ask('release-run-task', step, 'one')).toBe('accepted');
    expect(await ask('claim-run-task', step, 'two')).toBe('accepted');
    expect(await holders()).toEqual(['approve-payment-run two']);
  });

  test('stays with its holder when its machine enters it again', async () => {
    await enter(0);
    await ask('claim-run-task', 'approve-payment-run', 'one');
    await enter(1);
    expect(await holders()).toEqual(['approve-payment-run one']);
  });

  test('is taken by one of two who ask at the same moment', async () => {
    await enter(0);
    const asked = ['one', 'two'].map((by) => ask('claim-run-task', 'approve-payment-run', by));
    expect((await Promise.all(asked)).toSorted()).toEqual(['accepted', 'lost-race']);
  });

  test("to put it up again is taken as well, and is nobody's once it is done", async () => {
    await office.decide(runId, 'rejected');
    expect(await ask('claim-run-task', 'put-run-up-again', 'one')).toBe('accepted');
    expect(await holders()).toEqual(['put-run-up-again one']);
    const cancel = asStaff('officer-1', 'finance-officer', {
      params: { runId },
      body: { reason: 'The terms were wrong.' },
      version: await office.version(runId),
    });
    expect(refusalOf(await office.call('cancel-payment-run', cancel))).toBe('accepted');
    expect(await holders()).toEqual([]);
    expect(await ask('release-run-task', 'put-run-up-again', 'one')).toBe('not-found');
  });
});

test("a task about a provider's account is held by one person at a time", async () => {
  const office = new OrderOffice();
  office.today = '2026-07-14';
  const providerId = await office.provider();
  const params = { providerId, step: 'check-account' };
  const ask = async (by: StaffCaller['id'], operation: string) =>
    refusalOf(await office.desk.asStaff({ ...people.checker, id: by }, operation, { params }));
  expect(await ask('one', 'claim-provider-task')).toBe('not-found');
  const changed = { params: { providerId }, body: accounts[1] };
  await office.done(people.officer, 'record-provider-account', changed);
  expect(await ask('one', 'claim-provider-task')).toBe('accepted');
  expect(await ask('two', 'claim-provider-task')).toBe('already-recorded');
  expect(await ask('one', 'release-provider-task')).toBe('accepted');
  expect(await ask('two', 'claim-provider-task')).toBe('accepted');
});
