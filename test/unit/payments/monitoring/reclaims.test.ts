import { beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '#shared/contracts/operation.ts';
import { agreementId, aReturn, refusalOf, WatchedOffice } from '#test/support/watched-office.ts';

let office: WatchedOffice;

/** A clean return that shows 300 pounds above eight weeks and the reserve, of 1,120 that were paid. */
beforeEach(async () => {
  office = new WatchedOffice();
  await office.pay();
  await office.sweep('2026-07-06');
  await office.officer('record-monitoring-return', aReturn);
  const clean = { verdict: 'clean', made: await office.newest(), comment: 'Each bill is there.' };
  await office.officer('check-monitoring-return', clean, 'officer-2');
});

const words = {
  reasons: 'More than eight weeks are on the account.',
  howToChallenge: 'Call us within 28 days.',
  whatThePayeeSays: 'She agrees.',
};
const propose = (change: object = {}) =>
  office.officer('propose-reclaim', { kind: 'surplus', pence: 30_000, ...words, ...change });
const decide = (reclaim: number, verdict = 'confirmed', by = 'approver-1') => {
  const body = { verdict, comment: 'Compared with the return.' };
  return office.approver('decide-reclaim', body, by, { reclaim: String(reclaim) });
};
const receive = (change: object = {}) => {
  const receipt = { pence: 10_000, on: office.today, reference: 'BGC 1', paidBy: 'payee' };
  return office.officer('record-reclaim-received', { ...receipt, ...change });
};
const giveUp = (reclaim: number, change: object = {}) => {
  const lost = { pence: 5_000, cause: 'cannot-be-recovered', reasons: 'She has nothing left.' };
  const params = { reclaim: String(reclaim) };
  return office.officer('propose-write-off', { ...lost, ...change }, 'officer-1', params);
};
const decideToGiveUp = (reclaim: number, verdict = 'approved', by = 'approver-1') => {
  const body = { verdict, comment: 'Compared with the letters.' };
  return office.approver('decide-write-off', body, by, { reclaim: String(reclaim) });
};
const reclaims = async () => (await office.agreement()).reclaims;

/** A surplus that is owed, named by its event. */
async function owed(change: object = {}): Promise<number> {
  await propose(change);
  const reclaim = await office.newest();
  await decide(reclaim);
  return reclaim;
}

describe('a reclaim', () => {
  test('is owed once a second person has confirmed it, and the payee is told why and how to challenge it', async () => {
    expect(refusalOf(await propose())).toBe('accepted');
    expect(await office.tasks()).toEqual(['decide-reclaim']);
    expect((await office.balances())['reclaims-owed']).toBeUndefined();
    const reclaim = await office.newest();
    expect(refusalOf(await decide(reclaim))).toBe('accepted');
    expect(await office.tasks()).toEqual([]);
    expect(await office.balances()).toMatchObject({
      'reclaims-owed': 30_000,
      'direct-payments': 112_000 - 30_000,
    });
    expect((await office.told())[0]).toEqual({
      agreementId,
      what: 'reclaim-confirmed',
      due: '2026-08-03',
      explanation: ['We ask you to pay back £300.00.', words.reasons, words.howToChallenge],
    });
    expect(await reclaims()).toMatchObject([{ status: 'owed', payBy: '2026-08-03' }]);
  });

  test('is not confirmed by who proposed it, and one that is rejected owes nothing', async () => {
    await propose();
    const reclaim = await office.newest();
    expect(refusalOf(await decide(reclaim, 'confirmed', 'officer-1'))).toBe('same-person');
    expect(refusalOf(await decide(reclaim, 'rejected'))).toBe('accepted');
    expect(await reclaims()).toEqual([]);
    expect((await office.balances())['reclaims-owed']).toBeUndefined();
    expect(refusalOf(await decide(reclaim))).toBe('not-found');
    expect(refusalOf(await propose())).toBe('accepted');
  });

  test('is decided once', async () => {
    expect(refusalOf(await decide(await owed()))).toBe('wrong-stage');
    expect((await office.balances())['reclaims-owed']).toBe(30_000);
  });

  test.each<[string, string, () => Promise<Reply>]>([
    ['above-what-is-owed', 'more than the return has shown', () => propose({ pence: 30_001 })],
    [
      'above-what-is-owed',
      'more than was ever paid',
      () => propose({ kind: 'not-as-agreed', pence: 112_001 }),
    ],
    ['invalid-input', 'nothing', () => propose({ pence: 0 })],
  ])('is refused as %s for %s', async (kind, _what, call) => {
    expect(refusalOf(await call())).toBe(kind);
    expect(await reclaims()).toBeUndefined();
  });

  test('waits for its second person before there is another', async () => {
    await propose({ pence: 10_000 });
    expect(refusalOf(await propose({ pence: 10_000 }))).toBe('wrong-stage');
  });

  test('takes what is asked back already off the surplus', async () => {
    await owed({ pence: 20_000 });
    expect(refusalOf(await propose({ pence: 10_001 }))).toBe('above-what-is-owed');
    expect(refusalOf(await propose({ pence: 10_000 }))).toBe('accepted');
  });

  test('of what was not spent as agreed needs no surplus', async () => {
    await owed({ kind: 'not-as-agreed', pence: 40_000 });
    expect((await office.balances())['reclaims-owed']).toBe(40_000);
  });
});

describe('a reclaim that is taken off the next payments', () => {
  const takenOff = () => owed({ kind: 'not-as-agreed', pence: 20_000, recovery: 'from-payments' });

  test('takes no more than half of each, and what the support costs falls with it', async () => {
    await takenOff();
    expect(await reclaims()).toMatchObject([{ status: 'taken-off', payBy: null }]);
    expect((await office.told())[0]).toMatchObject({
      what: 'reclaim-taken-off',
      due: null,
      explanation: [
        'We take £200.00 off your next payments, a part of it each time.',
        words.reasons,
        words.howToChallenge,
      ],
    });
    expect(refusalOf(await receive())).toBe('above-what-is-owed');
    for (const [day, periodStart] of [
      ['2026-07-20', '2026-07-27'],
      ['2026-08-17', '2026-08-24'],
    ] as const) {
      await office.payPeriod(day, periodStart);
    }
    const paid = (await office.payments(agreementId)).slice(0, 2);
    expect(paid.map(({ amountPence }) => amountPence)).toEqual([28_000 - 6_000, 14_000]);
    expect(await office.balances()).toEqual({
      bank: -(112_000 + 36_000),
      'direct-payments': 112_000 + 36_000,
    });
  });

  test('is refused where no payment follows', async () => {
    await propose({ kind: 'not-as-agreed', pence: 20_000, recovery: 'from-payments' });
    const reclaim = await office.newest();
    await office.change(agreementId, { payUntil: '2026-07-26' });
    expect(refusalOf(await decide(reclaim))).toBe('wrong-stage');
    expect(refusalOf(await decide(reclaim, 'rejected'))).toBe('accepted');
  });
});

describe('money that comes back', () => {
  test('settles what was owed first, to the penny, and counts in the days of the next return', async () => {
    await owed({ pence: 12_000 });
    await owed({ pence: 18_000 });
    office.today = '2026-07-20';
    expect(refusalOf(await receive({ pence: 15_000 }))).toBe('accepted');
    expect(await reclaims()).toMatchObject([
      { status: 'settled', receipts: [{ on: '2026-07-20', pence: 12_000 }] },
      { status: 'owed', receipts: [{ on: '2026-07-20', pence: 3_000 }] },
    ]);
    expect(await office.balances()).toMatchObject({
      'reclaims-owed': 15_000,
      bank: 15_000 - 112_000,
    });
    await office.sweep('2026-10-06');
    const { monitoring } = await office.agreement();
    expect(monitoring?.figures).toEqual({
      openingPence: 92_000,
      receivedPence: 0,
      paidBackPence: 15_000,
    });
  });

  test('is counted once for each reference of the bank, on whatever day', async () => {
    await owed();
    await receive();
    expect(refusalOf(await receive())).toBe('already-recorded');
    expect(refusalOf(await receive({ on: '2026-07-05' }))).toBe('already-recorded');
    expect(refusalOf(await receive({ reference: 'BGC 2' }))).toBe('accepted');
    expect((await office.balances())['reclaims-owed']).toBe(10_000);
  });

  test.each([
    ['above-what-is-owed', { pence: 30_001 }],
    ['invalid-input', { on: '2026-07-07' }],
  ])('is refused as %s', async (kind, change) => {
    await owed();
    expect(refusalOf(await receive(change))).toBe(kind);
  });

  test('is refused where nothing is owed', async () => {
    await propose();
    expect(refusalOf(await receive())).toBe('above-what-is-owed');
  });
});

describe('what is given up', () => {
  test('is given up by two people, and is lost', async () => {
    const reclaim = await owed();
    expect(refusalOf(await giveUp(reclaim))).toBe('accepted');
    expect(await office.tasks()).toEqual(['decide-reclaim']);
    expect(refusalOf(await decideToGiveUp(reclaim, 'approved', 'officer-1'))).toBe('same-person');
    expect(refusalOf(await decideToGiveUp(reclaim))).toBe('accepted');
    expect(await office.balances()).toMatchObject({
      'reclaims-owed': 25_000,
      'written-off': 5_000,
      'direct-payments': 82_000,
    });
    expect(await office.tasks()).toEqual([]);
  });

  test('because it was never owed is a cost of the support again', async () => {
    const reclaim = await owed();
    await giveUp(reclaim, { pence: 30_000, cause: 'challenge-upheld' });
    await decideToGiveUp(reclaim);
    expect(await office.balances()).toMatchObject({
      'reclaims-owed': 0,
      'direct-payments': 112_000,
    });
    expect(await reclaims()).toMatchObject([{ status: 'settled', writtenOffPence: 30_000 }]);
  });

  test('is still owed where the second person rejects it', async () => {
    const reclaim = await owed();
    await giveUp(reclaim);
    expect(refusalOf(await giveUp(reclaim))).toBe('wrong-stage');
    await decideToGiveUp(reclaim, 'rejected');
    expect((await office.balances())['reclaims-owed']).toBe(30_000);
    expect(refusalOf(await giveUp(reclaim))).toBe('accepted');
  });

  test('is never more than is still owed', async () => {
    const reclaim = await owed();
    expect(refusalOf(await giveUp(reclaim, { pence: 30_001 }))).toBe('above-what-is-owed');
    await giveUp(reclaim, { pence: 25_000 });
    await receive();
    expect(refusalOf(await decideToGiveUp(reclaim))).toBe('above-what-is-owed');
  });

  test('is not given up before it is proposed', async () => {
    expect(refusalOf(await decideToGiveUp(await owed()))).toBe('wrong-stage');
    expect(refusalOf(await giveUp(99))).toBe('not-found');
  });
});

describe('a final account that is owed to the council', () => {
  /** Paid until 26 July, ended on 6 July: twenty days are owed back. */
  async function settle(lines: readonly object[] = []): Promise<Reply> {
    const stop = { reason: 'Asked for it.', needsMetOtherwise: 'By the council.' };
    await office.officer('stop-payments', stop);
    const reason = 'She asked for the council to arrange it.';
    const account = { lastDay: '2026-07-06', lines, settledWith: 'payee', reason };
    const proposed = await office.officer('propose-final-account', account);
    const verdict = { verdict: 'approved', comment: 'Compared.', proposal: await office.newest() };
    await office.approver('decide-final-account', verdict);
    return proposed;
  }

  test('waits for a reclaim that is not decided yet, so that nothing is asked for twice', async () => {
    await propose();
    expect(refusalOf(await settle())).toBe('wrong-stage');
  });

  test('is paid in as any reclaim is, after which the agreement is closed', async () => {
    await settle();
    const life = () => office.officer('read-agreement-life');
    const owedPence = 20 * 1_000;
    expect(await life()).toMatchObject({ value: { body: { stage: 'reclaim', owedPence } } });
    expect((await office.balances())['reclaims-owed']).toBe(owedPence);
    expect(refusalOf(await receive({ pence: owedPence }))).toBe('accepted');
    expect(await life()).toMatchObject({ value: { body: { stage: 'closed', owedPence: 0 } } });
    expect((await office.balances())['reclaims-owed']).toBe(0);
  });

  test('stands beside what was owed before it, and no surplus is asked back after it', async () => {
    await owed({ pence: 10_000 });
    await settle();
    expect(await reclaims()).toMatchObject([{ kind: 'surplus' }, { kind: 'final-account' }]);
    expect((await office.balances())['reclaims-owed']).toBe(30_000);
    expect(refusalOf(await propose({ pence: 1 }))).toBe('wrong-stage');
    expect(refusalOf(await receive({ pence: 30_000 }))).toBe('accepted');
    expect((await reclaims())?.map(({ status }) => status)).toEqual(['settled', 'settled']);
  });

  const unspent = (pence: number) => ({ kind: 'unspent', pence, evidence: 'The last statement.' });

  test.each([
    ['all of it was asked back before', 30_000, 30_000, 30_000],
    ['some of it was asked back before', 30_000, 50_000, 50_000],
    ['more was asked back than is left', 30_000, 12_000, 30_000],
  ])('asks for what is unspent once, where %s', async (_case, asked, left, owedPence) => {
    await owed({ pence: asked });
    expect(refusalOf(await settle([unspent(left)]))).toBe('accepted');
    expect((await office.balances())['reclaims-owed']).toBe(20_000 + owedPence);
  });

  test('asks for what is unspent once, where it is still to be taken off payments', async () => {
    await owed({ pence: 30_000, recovery: 'from-payments' });
    await settle([unspent(50_000)]);
    expect((await office.balances())['reclaims-owed']).toBe(20_000 + 50_000);
  });

  test('asks for all that is unspent, where what was asked back has come in', async () => {
    await owed({ pence: 30_000 });
    await receive({ pence: 30_000 });
    await settle([unspent(20_000)]);
    expect((await office.balances())['reclaims-owed']).toBe(20_000 + 20_000);
  });

  test('leaves no surplus to be asked back after what is unspent', async () => {
    await settle([unspent(50_000)]);
    expect(refusalOf(await propose({ pence: 1 }))).toBe('wrong-stage');
  });
});
