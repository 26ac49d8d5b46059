import { beforeEach, describe, expect, test } from 'vitest';
import { balances } from '#shared/domain/ledger/ledger-entry.ts';
import { ledgerOfAgreement } from '#shared/stores/money/ledger/ledger-store.ts';
import { findProviders, providerLog } from '#shared/stores/money/orders/provider-store.ts';
import { accounts, OrderOffice, people } from '#test/support/order-office.ts';

const second = '2026-07-27';
const paid = `CARE#${second}`;
let office: OrderOffice;
let orderId: string;
let providerId: string;

beforeEach(async () => {
  office = new OrderOffice();
  orderId = await office.untilStarted();
  office.today = '2026-08-24';
  providerId = (await office.orders())[0]?.providerId ?? '';
  await office.deliver(orderId, second, [800, 800]);
  await office.run('2026-09-14');
  office.today = '2026-09-23';
});

const back = (name = paid, change: object = {}) =>
  office.desk.asStaff(people.officer, 'return-order-payment', {
    params: { orderId, name },
    body: { on: '2026-09-22', reason: 'B', ...change },
  });
const enter = (account: object) =>
  office.done(people.officer, 'record-provider-account', { params: { providerId }, body: account });
const payments = async () =>
  (await office.pay.payments(orderId)).map(({ name, state }) => [name, state]);
const sums = async () =>
  balances((await ledgerOfAgreement(office.table, orderId, { limit: 50 })).entries);
const reasons = async (runId: string) =>
  (await office.done(people.officer, 'list-run-left-out', { params: { runId } }))['entries'];

describe('a payment to a provider that the bank sends back', () => {
  test('leaves the account unchecked for every order of the provider', async () => {
    await back();
    expect(await findProviders(office.table, [providerId])).toEqual([
      expect.not.objectContaining({ accountEvent: expect.anything() }),
    ]);
    expect((await providerLog(office.table).last(providerId))?.after).toMatchObject({
      bankDetails: null,
      isBankChecked: false,
    });
    await office.deliver(orderId, '2026-06-29', [200, 200]);
    const runId = await office.run('2026-10-12');
    expect(await payments()).toEqual([[paid, 'returned']]);
    expect(await reasons(runId)).toMatchObject([{ reason: 'no-checked-account' }]);
  });

  test('is owed again in the ledger, and paid once more to another account that was checked', async () => {
    await back();
    expect((await sums()).get('returned-payments')).toBe(-72_000);
    await enter(accounts[1]);
    await office.run('2026-10-12');
    expect(await payments()).toEqual([[paid, 'returned']]);
    await office.check(providerId);
    await office.run('2026-11-09');
    await office.run('2026-12-07');
    expect(await payments()).toEqual([
      [paid, 'returned'],
      [`AGAIN#${paid}`, 'sent'],
    ]);
    const after = await sums();
    expect([after.get('returned-payments'), after.get('bank')]).toEqual([0, -72_000]);
  });

  test('is not approved, when it is paid again, by whoever recorded what was delivered', async () => {
    await back();
    await enter(accounts[1]);
    await office.check(providerId);
    await office.pay.fire('2026-10-12');
    const runId = (await office.pay.runs())[0]?.runId ?? '';
    await office.pay.select(runId);
    expect(await office.pay.decide(runId, 'approved', 'officer-1')).toMatchObject({
      refusal: { kind: 'same-person' },
    });
  });

  test('says nothing against the account that took the place of that one since', async () => {
    await enter(accounts[1]);
    await office.check(providerId);
    await back();
    expect(await findProviders(office.table, [providerId])).toEqual([
      expect.objectContaining({ accountEvent: expect.anything() }),
    ]);
  });

  test.each([
    ['that was never sent', 'CARE#2026-06-29', {}, 'wrong-stage'],
    ['before it was paid', paid, { on: '2026-09-18' }, 'invalid-input'],
    ['on a day to come', paid, { on: '2026-09-24' }, 'invalid-input'],
  ])('is refused for one %s, and nothing is written', async (_what, name, change, kind) => {
    const before = office.table.items.length;
    expect(await back(name, change)).toMatchObject({ refusal: { kind } });
    expect(office.table.items.length).toBe(before);
  });

  test('comes back once', async () => {
    await back();
    expect(await back()).toMatchObject({ refusal: { kind: 'already-recorded' } });
  });
});
