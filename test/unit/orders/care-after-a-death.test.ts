import { beforeEach, describe, expect, test } from 'vitest';
import { actualsOfCase } from '#shared/stores/money/orders/actual-store.ts';
import { caseId, OrderOffice, people } from '#test/support/order-office.ts';

/** The second period of an order that started on 20 July. */
const second = '2026-07-27';
let office: OrderOffice;
let orderId: string;

beforeEach(async () => {
  office = new OrderOffice();
  orderId = await office.untilStarted();
  office.today = '2026-08-24';
});

const deliver = (period: string, units: readonly number[] = [800, 800], more: object = {}) =>
  office.deliver(orderId, period, units, more);
const payments = () => office.pay.payments(orderId);

describe('after a death', () => {
  test('nothing is sent before what was delivered until then is recorded, and then just that', async () => {
    await deliver(second);
    await office.noteDeath('2026-08-09');
    await office.run('2026-09-14');
    expect(await payments()).toEqual([]);
    const corrects = { corrects: await recordOf(), reason: 'She died on 9 August.' };
    await deliver(second, [400, 400], corrects);
    await office.run('2026-10-12');
    expect(await payments()).toMatchObject([
      { name: `CARE#${second}`, amountPence: 36_000, state: 'sent' },
    ]);
    expect(await actualsOfCase(office.table, caseId, { from: second, to: second })).toMatchObject([
      { to: '2026-08-09', plannedPence: 36_000 },
    ]);
    expect((await office.balances(orderId)).get('providers-owed')).toBe(0);
  });

  test('no period is recorded that begins after it', async () => {
    office.today = '2026-09-21';
    await office.noteDeath('2026-08-09');
    expect(await deliver('2026-08-24')).toMatchObject({ refusal: { kind: 'death-recorded' } });
  });

  test('what was recorded for days behind it is taken back, and what was given before is paid', async () => {
    office.today = '2026-09-21';
    await deliver(second);
    await deliver('2026-08-24');
    await office.noteDeath('2026-08-09');
    const later = (at?: number) => ({ corrects: at, reason: 'She had died on 9 August.' });
    const [known, behind] = await recordsOf();
    expect(await deliver('2026-08-24', [100, 0], later(behind))).toMatchObject({
      refusal: { kind: 'death-recorded' },
    });
    await deliver('2026-08-24', [0, 0], later(behind));
    await deliver(second, [400, 400], later(known));
    await office.run('2026-10-12');
    const paid = (await payments()).map(({ amountPence }) => amountPence);
    expect(paid.reduce((sum, pence) => sum + pence, 0)).toBe(36_000);
    expect((await office.balances(orderId)).get('providers-owed')).toBe(0);
    expect(await actualsOfCase(office.table, caseId, { from: second, to: '2026-08-24' })).toEqual([
      expect.objectContaining({ deliveredPence: 36_000 }),
      expect.objectContaining({ deliveredPence: 0, plannedPence: 0, revision: 2 }),
    ]);
  });

  test('that was recorded in error all goes on', async () => {
    await deliver(second);
    await office.noteDeath('2026-08-09');
    await office.takeDeathBack();
    await office.run('2026-09-14');
    expect(await payments()).toMatchObject([{ amountPence: 72_000, state: 'sent' }]);
  });

  const recordOf = async () => (await recordsOf())[0];
  const recordsOf = async (): Promise<number[]> => {
    const { periods } = await office.done(people.officer, 'read-order', { params: { orderId } });
    return Array.isArray(periods) ? periods.map(({ event }) => Number(event)) : [];
  };
});
