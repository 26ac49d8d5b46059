import { beforeEach, describe, expect, test } from 'vitest';
import { endSupersededWrites } from '#functions/personal-budget/end-superseded.ts';
import { balances } from '#shared/domain/ledger/ledger-entry.ts';
import type { LivePlan } from '#shared/domain/plan/plan-state.ts';
import { opened } from '#test/support/case-states.ts';
import { PayDesk, reason } from '#test/support/pay-desk.ts';

const social = { by: 'practitioner-1', role: 'practitioner' } as const;
const colleague = { by: 'manager-1', role: 'team-manager' } as const;
const finance = { by: 'finance-7', role: 'finance-officer' } as const;
const met = { are: 'met-otherwise', how: 'The hospital cares for her.' } as const;
const agreementId = 'agreement0001';
let desk: PayDesk;

beforeEach(async () => {
  desk = new PayDesk();
  await desk.pays(agreementId);
});

const pauseOf = (from: string, to: string, more: object = {}) => ({
  from,
  to,
  cause: 'hospital-stay',
  reason,
  needs: met,
  ...more,
});
const at = '2026-06-01T10:00:00.000Z';

/** A plan with a direct payment for each of these agreements. */
function liveOf(agreementIds: readonly string[], startedOn: string): LivePlan {
  const part = {
    holding: 'direct-payment',
    weeklyPence: 62_000,
    oneOffPence: 0,
    chargeableWeeklyPence: 0,
    contribution: 'net',
    payee: { kind: 'self' },
    startedOn,
  } as const;
  return {
    planVersion: 4,
    startedOn,
    weeklyPence: 62_000,
    parts: agreementIds.map((id) => ({ ...part, id: `part-${id}`, agreementId: id })),
    practitionerKeyBy: 'practitioner-1',
    budgetKeyBy: 'manager-1',
  };
}

const amounts = (payments: readonly { amountPence: number }[]) =>
  payments.map(({ amountPence }) => amountPence);
const wages = { weeklyPence: 7_000, weeks: 2, what: 'The wages of her assistant.' };

describe('a pause that is recorded ahead', () => {
  test('is not paid for, but for what is kept up meanwhile and for its weeks', async () => {
    const pause = pauseOf('2026-04-13', '2026-05-10', { retained: wages });
    expect(await desk.does(social, 'pause-payments', pause)).toBeUndefined();
    // A week at 620.00, two at 70.00, and one at nothing.
    const paid = await desk.pay('2026-03-30');
    expect(paid).toMatchObject([{ name: '2026-04-06', amountPence: 76_000 }]);
    expect(paid[0]?.stretches).toHaveLength(3);
    // Another week at nothing, and then three at 620.00: the pause has ended by itself.
    expect(amounts(await desk.pay('2026-04-27'))).toEqual([186_000]);
  });
});

describe('a pause that is recorded late', () => {
  beforeEach(async () => {
    expect(amounts(await desk.pay('2026-03-30'))).toEqual([248_000]);
    desk.today = '2026-04-20';
    const pause = pauseOf('2026-04-13', '2026-05-10', { retained: wages });
    expect(await desk.does(social, 'pause-payments', pause)).toBeUndefined();
  });

  test('is taken off the next payments, and never more than half of one', async () => {
    // Of 1,860.00 for three weeks 140.00 was to be paid: 1,720.00 too much.
    expect(await desk.head(agreementId)).toMatchObject({ overpaidPence: 172_000 });
    expect(await desk.pay('2026-04-27')).toMatchObject([
      { amountPence: 93_000, recovered: { pence: 93_000, costPence: 93_000 } },
    ]);
    expect(await desk.pay('2026-05-25')).toMatchObject([
      { amountPence: 169_000, recovered: { pence: 79_000 } },
    ]);
    expect(amounts(await desk.pay('2026-06-22'))).toEqual([248_000]);
    // A week, two at 70.00, and seven weeks of support.
    const cost = 62_000 + 14_000 + 3 * 62_000 + 8 * 62_000;
    expect(balances(await desk.entries()).get('direct-payments')).toBe(cost);
  });

  test('is taken off faster where the payee agreed to it', async () => {
    const terms = { percent: 100, agreedOn: '2026-04-20', reason };
    const tomorrow = { ...terms, agreedOn: '2026-04-21' };
    expect(await desk.does(finance, 'agree-recovery', tomorrow)).toBe('invalid-input');
    expect(await desk.does(finance, 'agree-recovery', terms)).toBeUndefined();
    expect(amounts(await desk.pay('2026-04-27'))).toEqual([14_000]);
    expect(amounts(await desk.pay('2026-05-25'))).toEqual([248_000]);
  });

  test('ends early by somebody else, and what its days lack sets off what was too much', async () => {
    const restart = { on: '2026-04-20', reason };
    expect(await desk.does(social, 'restart-payments', restart)).toBe('same-person');
    expect(await desk.does(finance, 'restart-payments', restart)).toBeUndefined();
    // One week of pause is left, of which 70.00 was kept up.
    expect(await desk.head(agreementId)).toMatchObject({ overpaidPence: 55_000 });
    expect(amounts(await desk.pay('2026-04-27'))).toEqual([248_000 - 55_000]);
    expect(await desk.does(finance, 'restart-payments', restart)).toBe('wrong-stage');
  });

  test('that never was is taken back whole', async () => {
    const restart = { on: '2026-04-13', reason };
    expect(await desk.does(colleague, 'restart-payments', restart)).toBeUndefined();
    expect(await desk.head(agreementId)).toMatchObject({ pauses: [], oneOffs: [] });
    expect(amounts(await desk.pay('2026-04-27'))).toEqual([248_000]);
  });
});

test('a pause that ended early counts the weeks that it had when another goes on from it', async () => {
  const first = pauseOf('2026-04-20', '2026-05-17', { retained: { ...wages, weeks: 4 } });
  expect(await desk.does(social, 'pause-payments', first)).toBeUndefined();
  const restart = { on: '2026-04-27', reason };
  expect(await desk.does(finance, 'restart-payments', restart)).toBeUndefined();
  const again = (weeks: number) =>
    pauseOf('2026-04-27', '2026-07-12', { retained: { ...wages, weeks } });
  expect(await desk.does(social, 'pause-payments', again(8))).toBe('invalid-input');
  expect(await desk.does(social, 'pause-payments', again(7))).toBeUndefined();
});

describe('a pause is refused', () => {
  test.each<[string, object]>([
    ['before the agreement is paid', pauseOf('2026-04-05', '2026-04-19')],
    ['where it ends before it begins', pauseOf('2026-04-20', '2026-04-19')],
    ['for longer than a year', pauseOf('2026-04-20', '2027-05-01')],
    [
      'where more is kept up than is paid',
      pauseOf('2026-04-20', '2026-05-19', { retained: { ...wages, weeklyPence: 62_001 } }),
    ],
    [
      "for more weeks than the council's",
      pauseOf('2026-04-20', '2026-07-19', { retained: { ...wages, weeks: 9 } }),
    ],
  ])('%s', async (_, pause) => {
    expect(await desk.does(social, 'pause-payments', pause)).toBe('invalid-input');
  });

  test('for days that are paused already', async () => {
    const first = pauseOf('2026-04-20', '2026-05-03');
    expect(await desk.does(social, 'pause-payments', first)).toBeUndefined();
    const over = pauseOf('2026-05-03', '2026-05-10');
    expect(await desk.does(social, 'pause-payments', over)).toBe('invalid-input');
    const after = pauseOf('2026-05-04', '2026-05-10');
    expect(await desk.does(social, 'pause-payments', after)).toBeUndefined();
  });

  test('where one that goes on from another would keep payments up for longer', async () => {
    const first = pauseOf('2026-04-20', '2026-05-17', { retained: { ...wages, weeks: 4 } });
    expect(await desk.does(social, 'pause-payments', first)).toBeUndefined();
    const more = (weeks: number) =>
      pauseOf('2026-05-18', '2026-07-12', { retained: { ...wages, weeks } });
    expect(await desk.does(social, 'pause-payments', more(5))).toBe('invalid-input');
    expect(await desk.does(social, 'pause-payments', more(4))).toBeUndefined();
  });

  test('where it comes just before one whose weeks would make them longer together', async () => {
    const later = pauseOf('2026-05-18', '2026-07-12', { retained: { ...wages, weeks: 5 } });
    expect(await desk.does(social, 'pause-payments', later)).toBeUndefined();
    const earlier = (weeks: number) =>
      pauseOf('2026-04-20', '2026-05-17', { retained: { ...wages, weeks } });
    expect(await desk.does(social, 'pause-payments', earlier(4))).toBe('invalid-input');
    expect(await desk.does(social, 'pause-payments', earlier(3))).toBeUndefined();
  });

  test('after a death, because the final account says what is owed', async () => {
    const death = { kind: 'death', by: 'x', on: desk.today, diedOn: desk.today } as const;
    await desk.change(agreementId, { payStop: death });
    const pause = pauseOf('2026-04-20', '2026-05-03');
    expect(await desk.does(social, 'pause-payments', pause)).toBe('death-recorded');
  });
});

describe('an end', () => {
  const end = { lastDay: '2026-04-26', cause: 'asked-by-person', reason };
  const said = { ...end, needsMetOtherwise: 'The council arranges her visits.' };
  const account = { lastDay: '2026-04-26', lines: [], settledWith: 'payee', reason };

  test('is refused until somebody says how the needs are met, fraud apart', async () => {
    expect(await desk.does(social, 'end-direct-payment', end)).toBe('reason-needed');
    const fraud = { ...end, isFraudSuspected: true };
    expect(await desk.does(social, 'end-direct-payment', fraud)).toBeUndefined();
    expect(await desk.does(social, 'end-direct-payment', fraud)).toBe('already-recorded');
  });

  test('ahead is paid until its day, told once in writing, and then settled', async () => {
    expect(await desk.does(social, 'end-direct-payment', said)).toBeUndefined();
    expect(await desk.agreement(agreementId)).toMatchObject({ status: 'active' });
    const told = await desk.ports.cases.last('case0000000001');
    expect(told).toMatchObject({
      sequence: 2,
      type: 'direct-payment-ended',
      body: { on: '2026-04-26', reason },
    });
    expect(amounts(await desk.pay('2026-03-30'))).toEqual([186_000]);
    expect(await desk.does(finance, 'propose-final-account', account)).toBe('wrong-stage');
    expect(await desk.pay('2026-04-27')).toEqual([]);
    expect(await desk.does(finance, 'propose-final-account', account)).toBeUndefined();
  });

  test.each([
    ['earlier', '2026-04-21', '2026-04-20'],
    ['later', '2026-06-01', '2026-04-26'],
  ])('stands against a new plan that starts %s, whichever comes first', async (_, from, until) => {
    expect(await desk.does(social, 'end-direct-payment', said)).toBeUndefined();
    const before = { ...opened(), live: liveOf([agreementId], '2026-04-06') };
    const next = { ...opened(), live: liveOf([], from) };
    const superseding = { before, next, actor: { id: 'x', role: 'practitioner' }, at };
    await desk.table.write([...(await endSupersededWrites(superseding, desk.ports))]);
    expect(await desk.head(agreementId)).toMatchObject({ payUntil: until });
  });

  test('behind is recovered by the final account', async () => {
    await desk.pay('2026-03-30');
    desk.today = '2026-04-28';
    expect(await desk.does(social, 'end-direct-payment', said)).toBeUndefined();
    expect(await desk.agreement(agreementId)).toMatchObject({ status: 'closed' });
    expect(await desk.does(finance, 'propose-final-account', account)).toBeUndefined();
    expect(await desk.agreement(agreementId)).toMatchObject({
      finalAccount: { balancePence: -62_000 },
    });
  });
});
