import { beforeEach, describe, expect, test } from 'vitest';
import { findProviders } from '#shared/stores/money/orders/provider-store.ts';
import { changedHeadWrite } from '#shared/stores/money/payments/agreement-head-store.ts';
import { sendPayments } from '#shared/stores/money/payments/pay-transaction.ts';
import { accounts, OrderOffice, people } from '#test/support/order-office.ts';

const second = '2026-07-27';
let office: OrderOffice;
let orderId: string;
let params: { readonly providerId: string };
let runId: string;

beforeEach(async () => {
  office = new OrderOffice();
  orderId = await office.untilStarted();
  office.today = '2026-08-24';
  params = { providerId: (await office.orders())[0]?.providerId ?? '' };
  await office.deliver(orderId, second, [800, 800]);
  await office.pay.fire('2026-09-14');
  office.today = '2026-09-14';
  runId = (await office.pay.runs())[0]?.runId ?? '';
  await office.pay.select(runId);
});

const enter = (account: object) =>
  office.done(people.officer, 'record-provider-account', { params, body: account });
const states = async () => (await office.pay.payments(orderId)).map(({ state }) => state);
const known = () => office.done(people.officer, 'read-provider', { params });

async function sendOn(day: string) {
  office.today = day;
  await office.pay.decide(runId, 'approved');
  await office.pay.send(runId);
}

/** What the approver of the run is shown that it would not send. */
async function wouldBeWithheld(): Promise<unknown> {
  const { totals } = await office.done(people.officer, 'read-payment-run', { params: { runId } });
  return Object(totals).wouldBeWithheld;
}

describe("a provider's account", () => {
  test('that changed since a run was prepared is shown to its approver until it can be paid to', async () => {
    const [payment] = await office.pay.payments(orderId);
    const held = { count: 1, pence: payment?.amountPence };
    const none = { count: 0, pence: 0 };
    expect(await wouldBeWithheld()).toEqual(none);
    await enter(accounts[1]);
    expect(await wouldBeWithheld()).toEqual(held);
    const head = await office.pay.head(orderId);
    await office.pay.change(orderId, { payeeHold: { by: 'lead-1', on: '2026-09-14' } });
    expect(await wouldBeWithheld()).toEqual(held);
    const { revision: _before, ...free } = head;
    const { payeeHold: _released, ...now } = await office.pay.head(orderId);
    await office.table.write([changedHeadWrite(now, free)]);
    await office.check(params.providerId);
    expect(await wouldBeWithheld()).toEqual(held);
    office.today = '2026-09-15';
    expect(await wouldBeWithheld()).toEqual(held);
    office.today = '2026-09-16';
    expect(await wouldBeWithheld()).toEqual(none);
    await sendOn('2026-09-16');
    expect(await states()).toEqual(['sent']);
  });

  test('that would be withheld is shown no more once it was', async () => {
    await enter(accounts[1]);
    await sendOn('2026-09-15');
    expect(await wouldBeWithheld()).toEqual({ count: 0, pence: 0 });
    await office.pay.fire('2026-10-12');
    runId = (await office.pay.runs())[0]?.runId ?? '';
    await office.pay.select(runId);
    expect(await wouldBeWithheld()).toEqual({ count: 0, pence: 0 });
  });

  test('is paid to at once where it is the first', async () => {
    expect(await known()).not.toHaveProperty('accountFrom');
    await sendOn('2026-09-14');
    expect(await states()).toEqual(['sent']);
  });

  test('that replaces another is not paid to within two working days of its check', async () => {
    await enter(accounts[1]);
    await office.check(params.providerId);
    expect(await known()).toMatchObject({ isBankChecked: true, accountFrom: '2026-09-16' });
    await sendOn('2026-09-15');
    expect(await states()).toEqual(['withheld']);
    const left = await office.done(people.officer, 'list-run-left-out', { params: { runId } });
    expect(left).toMatchObject({ entries: [{ reason: 'account-cooling-off' }] });
  });

  test('that replaces another is paid to from that day on, what was withheld with the next run', async () => {
    await enter(accounts[1]);
    await office.check(params.providerId);
    await sendOn('2026-09-15');
    await office.run('2026-10-12');
    expect(await states()).toEqual(['sent']);
  });

  test('is not paid to by a transaction that knows the account and not its day', async () => {
    await enter(accounts[1]);
    await office.check(params.providerId);
    const [payment] = await office.pay.payments(orderId);
    const [standing] = await findProviders(office.table, [params.providerId]);
    if (!payment || !standing?.accountEvent) throw new Error('there is nothing to send');
    const to = {
      payment,
      accountEvent: standing.accountEvent,
      account: accounts[1],
      payUntil: null,
    };
    const part = { runId, shard: 0 };
    const sendTo = (today: string) => sendPayments(office.table, part, { payments: [to], today });
    expect(await sendTo('2026-09-15')).toMatchObject({ outcome: 'stopped' });
    expect(await sendTo('2026-09-16')).toEqual({ outcome: 'sent' });
  });

  test('that was put right before anybody had checked it replaces none', async () => {
    const other = new OrderOffice();
    other.today = '2026-07-14';
    const entered = await other.done(people.officer, 'enter-provider', { body: { name: 'Elm' } });
    const at = { params: { providerId: String(entered['providerId']) } };
    for (const body of accounts) {
      await other.done(people.officer, 'record-provider-account', { ...at, body });
    }
    await other.check(at.params.providerId);
    expect(await other.done(people.officer, 'read-provider', at)).not.toHaveProperty('accountFrom');
  });

  test('is checked once, and does not wait anew', async () => {
    const body = { isConfirmed: true, how: 'Called their office.' };
    const again = await office.desk.asStaff(people.checker, 'check-provider-account', {
      params,
      body,
    });
    expect(again).toMatchObject({ refusal: { kind: 'already-recorded' } });
    expect(await known()).not.toHaveProperty('accountFrom');
  });
});
