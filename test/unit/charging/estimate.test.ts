import { describe, expect, test } from 'vitest';
import { estimateCharge } from '#functions/charging/estimate-charge.ts';
import { ChargeStatement } from '#shared/domain/charging/statement/charge-statement.ts';
import { councils } from '#test/support/case-states.ts';
import { capital, chargeOf, income, somebody } from './a-charge.ts';

const told = {
  person: {
    ageGroup: 'pension-age',
    household: { kind: 'single' },
    premiums: { disability: false, enhancedDisability: false, carer: false },
  },
  where: 'home',
  careWeeklyPence: 28_750,
  capital: [{ kind: 'savings', valuePence: 3_000_000, holders: 2 }],
  incomes: [{ kind: 'state-pension', pence: 104_000, every: 'four-weeks' }],
};

function estimate(body: unknown, day = '2024-10-01') {
  return estimateCharge.run(
    { caller: { kind: 'public' }, actingAs: undefined, params: {}, query: {}, body, headers: {} },
    {
      council: councils.worcestershire,
      system: { now: () => `${day}T10:00:00.000Z`, newId: () => 'unused' },
    },
  );
}

describe('An estimate', () => {
  test('is what the same engine charges, in the words of a statement', async () => {
    const reply = await estimate(told);
    if (!reply.accepted) throw new Error(reply.refusal.detail);
    const statement = ChargeStatement.parse(reply.value.body);
    const charge = chargeOf({
      person: somebody({ ageGroup: 'pension-age' }),
      care: [{ id: 'care', label: 'Your care', kind: 'care', weeklyPence: 28_750 }],
      capital: [capital('savings', 3_000_000, { holders: 2 })],
      incomes: [income('state-pension', 104_000, { every: 'four-weeks' })],
    });
    expect(statement).toMatchObject({ isEstimate: true, weeklyPence: charge.weeklyPence });
    expect(statement.weeklyPence).toBe(26_000 + 300 - 22_870);
    expect(statement.summary[0]).toBe('You would pay £34.30 a week.');
    expect(statement.notes[0]).toContain('We keep nothing of it');
  });

  test('of a care home leaves the home out at first', async () => {
    const home = { kind: 'main-home', valuePence: 20_000_000, holders: 1 };
    const reply = await estimate({ ...told, where: 'care-home', capital: [home] });
    expect(reply).toMatchObject({
      accepted: true,
      value: { body: { weeklyPence: 26_000 - 3015 } },
    });
  });

  const home = { kind: 'main-home', valuePence: 20_000_000, holders: 1 };
  const rent = { kind: 'rent', pence: 5000, every: 'week' };
  test.each<[string, object, number]>([
    [
      'of a care home counts the home after 12 weeks',
      { where: 'care-home', livesThereSince: '2024-07-09', capital: [home] },
      28_750,
    ],
    [
      'and not before',
      { where: 'care-home', livesThereSince: '2024-07-10', capital: [home] },
      26_000 - 3015,
    ],
    [
      'of a stay for a time leaves the home out and takes what it costs off',
      { where: 'care-home-for-a-time', capital: [home], housingCosts: [rent] },
      26_000 - 3015 - 5000,
    ],
    [
      'of a short stay is worked as at home',
      { where: 'short-stay', capital: [], incomes: [{ ...told.incomes[0], pence: 120_000 }] },
      30_000 - 22_870,
    ],
    [
      'of a nursing home leaves out what the NHS pays',
      { where: 'care-home', capital: [], nhsWeeklyPence: 23_595 },
      28_750 - 23_595,
    ],
    [
      'counts half of a pension where the other half is the partner’s',
      {
        where: 'care-home',
        capital: [],
        incomes: [
          { kind: 'private-pension', pence: 20_000, every: 'week', isHalfPaidToPartner: true },
        ],
      },
      10_000 - 3015,
    ],
    [
      'takes the whole disregard of savings off where the income is too high for the credit',
      { capital: [], hasWholeSavingsDisregard: true },
      26_000 - 695 - 22_870,
    ],
    ['is for the day that is asked about', { capital: [], on: '2025-04-06' }, 26_000 - 23_260],
  ])('%s', async (_, changed, weeklyPence) => {
    expect(await estimate({ ...told, ...changed })).toMatchObject({
      accepted: true,
      value: { body: { weeklyPence } },
    });
  });

  test('takes the expenses of disability off where a benefit counts', async () => {
    const incomes = [...told.incomes, { kind: 'attendance-allowance', pence: 7265, every: 'week' }];
    const reply = await estimate({ ...told, incomes, disabilityExpensesWeeklyPence: 1000 });
    const weeklyPence = 26_000 + 300 + 7265 - 1000 - 22_870;
    expect(reply).toMatchObject({ accepted: true, value: { body: { weeklyPence } } });
  });

  test.each([
    ['a name', { ...told, name: 'Marigold' }],
    ['a negative amount', { ...told, careWeeklyPence: -1 }],
    ['a fraction of a penny', { ...told, careWeeklyPence: 0.5 }],
    ['capital that papers decide', { ...told, capital: [{ kind: 'notional', valuePence: 1 }] }],
  ])('refuses %s', async (_, body) => {
    expect(await estimate(body)).toMatchObject({ refusal: { kind: 'invalid-input' } });
  });

  test.each([
    [
      'a stay that begins after its day',
      { where: 'care-home', livesThereSince: '2024-10-02' },
      'invalid-input',
      '/livesThereSince',
    ],
    [
      'more from the NHS than the care costs',
      { nhsWeeklyPence: 28_751 },
      'parts-do-not-add-up',
      '/nhsWeeklyPence',
    ],
  ])('refuses %s, and says where it was told', async (_, changed, kind, pointer) => {
    expect(await estimate({ ...told, ...changed })).toMatchObject({ refusal: { kind, pointer } });
  });

  test('in a year without rates is refused by its name', async () => {
    expect(await estimate(told, '2031-05-01')).toMatchObject({
      refusal: { kind: 'policy-not-in-force', detail: expect.stringContaining('2031-32') },
    });
  });
});
