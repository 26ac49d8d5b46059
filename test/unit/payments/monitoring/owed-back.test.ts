import { beforeEach, describe, expect, test } from 'vitest';
import { agreementId, aReturn, refusalOf, WatchedOffice } from '#test/support/watched-office.ts';

let office: WatchedOffice;

/** A clean return that shows 300 pounds above eight weeks and the reserve, of 1,120 that were paid. */
beforeEach(async () => {
  office = new WatchedOffice();
  await office.pay();
  await office.sweep('2026-07-06');
  await makeReturn(aReturn);
});

async function makeReturn(input: object): Promise<void> {
  await office.officer('record-monitoring-return', input);
  const clean = { verdict: 'clean', made: await office.newest(), comment: 'Each bill is there.' };
  await office.officer('check-monitoring-return', clean, 'officer-2');
}

const words = {
  reasons: 'More than eight weeks are on the account.',
  howToChallenge: 'Call us within 28 days.',
  whatThePayeeSays: 'She agrees.',
};
const propose = (change: object = {}) =>
  office.officer('propose-reclaim', { kind: 'surplus', pence: 30_000, ...words, ...change });
async function owed(change: object = {}): Promise<void> {
  await propose(change);
  const body = { verdict: 'confirmed', comment: 'Compared with the return.' };
  const params = { reclaim: String(await office.newest()) };
  await office.approver('decide-reclaim', body, 'approver-1', params);
}
const receive = (pence: number) => {
  const receipt = { pence, on: office.today, reference: `BGC ${pence}`, paidBy: 'payee' };
  return office.officer('record-reclaim-received', receipt);
};
const life = async () => {
  const reply = await office.officer('read-agreement-life');
  return reply.accepted ? reply.value.body : undefined;
};
const toldLate = async () =>
  (await office.told()).filter((told) => JSON.stringify(told).includes('reclaim-late'));

describe('a reclaim that is not paid by its day', () => {
  test('is told to the payee once and put before finance, until it is paid', async () => {
    await owed();
    await office.sweep('2026-08-03');
    expect(await office.tasks()).toEqual([]);
    await receive(10_000);
    await office.sweep('2026-08-04');
    expect(await office.tasks()).toEqual(['chase-reclaim']);
    await office.sweep('2026-08-05');
    const explanation = ['£200.00 of it is still to be paid.'];
    expect(await toldLate()).toEqual([
      { agreementId, what: 'reclaim-late', due: '2026-08-03', explanation },
    ]);
    expect(await life()).toMatchObject({ reclaims: [{ owedPence: 20_000, isLate: true }] });
    await receive(20_000);
    expect(await office.tasks()).toEqual([]);
    expect(await life()).toMatchObject({ reclaims: [{ owedPence: 0, isLate: false }] });
  });

  test('was paid in time, and nobody hears of it again', async () => {
    await owed();
    await receive(30_000);
    await office.sweep('2026-08-04');
    expect(await office.tasks()).toEqual([]);
    expect(await toldLate()).toEqual([]);
  });

  test('is asked of the estate by finance, and of nobody in a letter, after a death', async () => {
    await owed();
    await office.noteDeath();
    await office.sweep('2026-08-04');
    expect(await office.tasks()).toEqual(['chase-reclaim']);
    expect(await toldLate()).toEqual([]);
  });
});

describe('a surplus that was asked back before', () => {
  const nextReturn = async (change: object) => {
    await office.sweep('2026-10-06');
    const spent = { ...aReturn.spent, wagesPence: 0, employerCostsPence: 0, activitiesPence: 0 };
    await makeReturn({ ...aReturn, receivedPence: 0, spent, ...change });
  };

  test('is not asked back again while it still stands on the account', async () => {
    await owed();
    await nextReturn({ closingPence: 92_000 });
    expect(await office.agreement()).toMatchObject({
      monitoring: { last: { surplusPence: 30_000 } },
    });
    expect(await life()).toMatchObject({ surplusLeftPence: 0 });
    expect(refusalOf(await propose({ pence: 1 }))).toBe('above-what-is-owed');
  });

  test('counts no more once it was paid back', async () => {
    await owed();
    office.today = '2026-07-20';
    await receive(20_000);
    await nextReturn({ paidInPence: 15_000, closingPence: 87_000 });
    expect(await life()).toMatchObject({ surplusLeftPence: 15_000 });
    expect(refusalOf(await propose({ pence: 15_001 }))).toBe('above-what-is-owed');
    expect(refusalOf(await propose({ pence: 15_000 }))).toBe('accepted');
  });

  test('is not asked back again while it is taken off the payments', async () => {
    await owed({ recovery: 'from-payments' });
    await office.payPeriod('2026-07-20', '2026-07-27');
    await nextReturn({ receivedPence: 14_000, closingPence: 106_000 });
    // 440 pounds above what may be kept, of which 160 are still to be taken off.
    expect(await life()).toMatchObject({ surplusLeftPence: 44_000 - 16_000 });
    expect(refusalOf(await propose({ pence: 28_001 }))).toBe('above-what-is-owed');
  });
});

test('what is taken off payments and was never owed is paid again, by two people', async () => {
  await owed({ kind: 'not-as-agreed', pence: 20_000, recovery: 'from-payments' });
  const [reclaim] = (await office.agreement()).reclaims ?? [];
  const params = { reclaim: String(reclaim?.event) };
  await office.payPeriod('2026-07-20', '2026-07-27');
  const giveUp = (cause: string, pence: number) =>
    office.officer('propose-write-off', { pence, cause, reasons: 'Shown.' }, 'officer-1', params);
  expect(refusalOf(await giveUp('cannot-be-recovered', 1))).toBe('above-what-is-owed');
  expect(refusalOf(await giveUp('challenge-upheld', 20_001))).toBe('above-what-is-owed');
  expect(refusalOf(await giveUp('challenge-upheld', 20_000))).toBe('accepted');
  const body = { verdict: 'approved', comment: 'Compared.' };
  const decide = (by: string) => office.approver('decide-write-off', body, by, params);
  expect(refusalOf(await decide('officer-1'))).toBe('same-person');
  expect(refusalOf(await decide('approver-1'))).toBe('accepted');
  expect(refusalOf(await giveUp('challenge-upheld', 1))).toBe('above-what-is-owed');
  await office.payPeriod('2026-08-17', '2026-08-24');
  expect(await office.balances()).toEqual({
    bank: -(112_000 + 56_000),
    'direct-payments': 112_000 + 56_000,
  });
});

describe('a final account that owes the payee something', () => {
  const notice = { kind: 'notice', pence: 45_000, evidence: 'The contract: four weeks.' };
  const proposeAccount = async (pence = notice.pence) => {
    const stop = { reason: 'Asked for it.', needsMetOtherwise: 'By the council.' };
    await office.officer('stop-payments', stop);
    const lines = [{ ...notice, pence }];
    const reason = 'She asked for the council to arrange it.';
    const account = { lastDay: '2026-07-06', lines, settledWith: 'payee', reason };
    return office.officer('propose-final-account', account);
  };
  const approve = async () => {
    const body = { verdict: 'approved', comment: 'Compared.', proposal: await office.newest() };
    return office.approver('decide-final-account', body);
  };
  // Paid until 26 July: twenty days of ten pounds are taken off the notice first.
  const ahead = 20 * 1_000;

  test('pays only what is left once what is owed back is settled with it', async () => {
    await owed({ pence: 10_000 });
    await proposeAccount();
    expect(await office.tasks()).toEqual(['decide-final-account']);
    await proposeAccount();
    expect(await office.tasks()).toEqual(['decide-final-account']);
    expect((await office.agreement()).finalAccount).toMatchObject({
      balancePence: 45_000 - ahead - 10_000,
      setOffPence: 10_000,
    });
    expect(refusalOf(await approve())).toBe('accepted');
    expect((await office.agreement()).reclaims).toEqual([
      expect.objectContaining({
        status: 'settled',
        receipts: [{ on: '2026-07-06', pence: 10_000, isSetOff: true }],
      }),
    ]);
    expect(await office.balances()).toMatchObject({
      'reclaims-owed': 0,
      'final-accounts': -(45_000 - ahead - 10_000),
    });
    expect(await office.tasks()).toEqual([]);
    await office.sweep('2026-08-04');
    expect(await office.tasks()).toEqual([]);
  });

  test('pays nothing where more is owed back, of which the rest is still owed', async () => {
    await owed({ pence: 30_000 });
    await proposeAccount();
    await approve();
    expect(await office.balances()).toMatchObject({ 'reclaims-owed': 30_000 - 25_000 });
    expect((await office.balances())['final-accounts']).toBeUndefined();
    expect(await life()).toMatchObject({ stage: 'reclaim', owedPence: 5_000 });
  });

  test('is proposed again where money has come in meanwhile', async () => {
    await owed({ pence: 10_000 });
    await proposeAccount();
    const proposed = await office.newest();
    await receive(1_000);
    const body = { verdict: 'approved', comment: 'Compared.', proposal: proposed };
    expect(refusalOf(await office.approver('decide-final-account', body))).toBe('wrong-stage');
    expect((await office.balances())['reclaims-owed']).toBe(9_000);
  });

  test('lets nothing be asked back while it waits for its second person', async () => {
    await proposeAccount();
    expect(refusalOf(await propose())).toBe('wrong-stage');
  });

  test('that asks something back says by when, in a letter, and is chased', async () => {
    await proposeAccount(1_000);
    await approve();
    const owedPence = ahead - 1_000;
    expect((await office.told())[0]).toMatchObject({
      what: 'reclaim-confirmed',
      due: '2026-08-03',
      explanation: [expect.stringContaining('£190.00')],
    });
    await office.sweep('2026-08-04');
    expect(await office.tasks()).toEqual(['chase-reclaim']);
    expect(await life()).toMatchObject({ owedPence, reclaims: [{ isLate: true }] });
  });
});
