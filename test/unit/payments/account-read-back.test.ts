import { describe, expect, test } from 'vitest';
import type { Reply } from '#shared/contracts/operation.ts';
import { accounts, OrderOffice, people } from '#test/support/order-office.ts';
import { PayDesk, reason } from '#test/support/pay-desk.ts';
import { account, asStaff } from '#test/support/pay-office.ts';

// Nobody is shown the account that somebody else entered: the payee reads theirs out, and the service compares.

const checker = { by: 'finance-8', role: 'finance-officer' } as const;
const agreementId = 'agreement0001';
const entered = { ...account, sortCode: '107999', accountNumber: '88837491' };
const right = { sortCode: '107999', accountNumber: '88837491' };
const wrong = [
  ['another number', { ...right, accountNumber: '88837492' }],
  ['another sort code', { ...right, sortCode: '107998' }],
] as const;
const refused = { accepted: false, refusal: { kind: 'invalid-input', pointer: '/readBack' } };

async function changed(): Promise<PayDesk> {
  const desk = new PayDesk();
  await desk.pays(agreementId);
  await desk.does({ by: 'finance-7', role: 'finance-officer' }, 'record-bank-details', entered);
  return desk;
}

const check = (desk: PayDesk, readBack: object, isConfirmed = true) =>
  desk.does(checker, 'check-bank-details', { isConfirmed, how: reason, readBack });
const newest = async (desk: PayDesk) => (await desk.ports.agreements.last(agreementId))?.sequence;

describe('an account that the payee reads out to the second person', () => {
  test.each(wrong)('is not confirmed where it has %s, and nothing is written', async (_, read) => {
    const desk = await changed();
    const before = await newest(desk);
    expect(await check(desk, read)).toBe('invalid-input');
    expect(await newest(desk)).toBe(before);
  });

  test.each(wrong)('is found wrong where it has %s', async (_, read) => {
    const desk = await changed();
    expect(await check(desk, read, false)).toBeUndefined();
    expect((await desk.ports.agreements.last(agreementId))?.after).toMatchObject({
      isBankChecked: false,
    });
  });

  test('is confirmed where it is the one that was entered, and its numbers are kept once', async () => {
    const desk = await changed();
    expect(await check(desk, right)).toBeUndefined();
    const last = await desk.ports.agreements.last(agreementId);
    expect(last?.body).toMatchObject({ isConfirmed: true, isReadBack: true });
    expect(JSON.stringify(last?.body)).not.toContain(right.accountNumber);
  });

  test("is compared with a provider's account too", async () => {
    const office = new OrderOffice();
    office.today = '2026-07-14';
    const params = { providerId: await office.provider() };
    const known = await office.done(people.officer, 'record-provider-account', {
      params,
      body: accounts[1],
    });
    expect(known).toMatchObject({ modulusCheck: 'valid' });
    const ask = (readBack: object): Promise<Reply> =>
      office.desk.asStaff(people.checker, 'check-provider-account', {
        params,
        body: { isConfirmed: true, how: reason, readBack },
      });
    const { sortCode, accountNumber } = accounts[1];
    expect(await ask(right)).toMatchObject(refused);
    expect(await ask({ sortCode, accountNumber })).toMatchObject({ accepted: true });
  });
});

test('the second person reads whether there is a check that the numbers passed', async () => {
  const desk = await changed();
  const asked = asStaff('finance-8', 'finance-officer', { params: { agreementId } });
  const read = async () => {
    const reply = await desk.call('read-agreement-life', asked);
    return reply.accepted ? reply.value.body : reply;
  };
  const seen = { lastDigits: '491', modulusCheck: 'valid' };
  expect(await read()).toMatchObject({ account: seen });
  // No published table knows the sort code.
  const unknown = { ...entered, sortCode: '000000' };
  await desk.does({ by: 'finance-7', role: 'finance-officer' }, 'record-bank-details', unknown);
  expect(await read()).toMatchObject({ account: { ...seen, modulusCheck: 'unchecked' } });
});
