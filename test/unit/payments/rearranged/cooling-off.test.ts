import { beforeEach, describe, expect, test } from 'vitest';
import { PayDesk, reason } from '#test/support/pay-desk.ts';
import { account } from '#test/support/pay-office.ts';

const officer = { by: 'finance-7', role: 'finance-officer' } as const;
const checker = { by: 'finance-8', role: 'finance-officer' } as const;
const agreementId = 'agreement0001';
const another = { ...account, sortCode: '107999', accountNumber: '88837491' };
let desk: PayDesk;
let runId: string;

beforeEach(async () => {
  desk = new PayDesk();
  await desk.pays(agreementId);
  await desk.fire('2026-03-26');
  runId = (await desk.runs()).find(({ periodStart }) => periodStart === '2026-04-06')?.runId ?? '';
  await desk.select(runId);
  await desk.does(officer, 'record-bank-details', another);
});

const check = () => desk.does(checker, 'check-bank-details', { isConfirmed: true, how: reason });
const states = async () => (await desk.payments(agreementId)).map(({ state }) => state);

async function sendOn(day: string) {
  desk.today = day;
  await desk.decide(runId, 'approved');
  await desk.send(runId);
}

describe('an account that replaces another', () => {
  test('is told of at the known address, once', async () => {
    const told = await desk.ports.cases.last('case0000000001');
    expect(told).toMatchObject({ sequence: 2, type: 'payment-account-changed' });
  });

  test('is not paid to within two working days of its check, and nor is the old one', async () => {
    await check();
    expect(await desk.head(agreementId)).toMatchObject({ accountFrom: '2026-03-30' });
    await sendOn('2026-03-27');
    expect(await states()).toEqual(['withheld']);
  });

  test('is paid to from that day on', async () => {
    await check();
    await sendOn('2026-03-30');
    expect(await states()).toEqual(['sent']);
  });

  test('is paid what was withheld with the next run', async () => {
    await check();
    await sendOn('2026-03-27');
    await desk.pay('2026-04-27');
    expect(await states()).toEqual(['sent', 'sent']);
  });
});

describe('an account that was checked and then turns out to be wrong', () => {
  const findWrong = () =>
    desk.does(officer, 'check-bank-details', { isConfirmed: false, how: reason });

  test('is paid no more until it is right', async () => {
    const wrong = { isConfirmed: false, how: 'The bank knows another name for it.' };
    await check();
    expect(await desk.does(checker, 'check-bank-details', wrong)).toBeUndefined();
    expect(await desk.agreement(agreementId)).toMatchObject({
      isBankChecked: false,
      payStop: 'bank-details-unchecked',
    });
    await sendOn('2026-03-30');
    expect(await states()).toEqual(['withheld']);
    desk.today = '2026-04-01';
    await check();
    await desk.pay('2026-04-27');
    expect(await states()).toEqual(['sent', 'sent']);
  });

  test('is not judged by who entered it', async () => {
    expect(await findWrong()).toBe('same-person');
  });
});
