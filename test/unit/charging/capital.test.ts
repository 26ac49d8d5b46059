import { describe, expect, test } from 'vitest';
import { type Asked, capital, chargeOf, income, outcomeOf, plain } from './a-charge.ts';

const enough = [income('private-pension', 30_000)];
const permanent = { kind: 'care-home', permanentSince: '2024-07-01' } as const;
const forATime = { kind: 'care-home-for-a-time', expectedWeeks: 20 } as const;

function tariffOf(valuePence: number): number {
  const charge = chargeOf({ incomes: enough, capital: [capital('savings', valuePence)] });
  return charge.weeklyPence - chargeOf({ incomes: enough }).weeklyPence;
}

describe('Capital in savings', () => {
  test.each([
    [0, 0],
    [1_425_000, 0],
    [1_425_001, 100],
    [1_449_999, 100],
    [1_450_000, 100],
    [1_450_001, 200],
    [1_500_000, 300],
    [1_705_091, 1200],
    [2_300_001, 3600],
    [2_325_000, 3600],
  ])('of %i pence is taken to bring %i pence a week', (valuePence, tariffPence) => {
    expect(tariffOf(valuePence)).toBe(tariffPence);
  });

  test('one penny over the upper limit means the full cost', () => {
    const charge = chargeOf({ capital: [capital('savings', 2_325_001)] });
    expect(charge).toMatchObject({
      basis: 'full-cost',
      weeklyPence: 50_000,
      councilWeeklyPence: 0,
    });
  });
});

describe('Capital held jointly', () => {
  test.each([
    [950_000, 2, 475_000],
    [2_850_001, 2, 1_425_000],
    [100, 3, 33],
    [4_650_002, 2, 2_325_001],
  ])('%i pence of %i people is an equal share of %i', (valuePence, holders, own) => {
    const charge = chargeOf({ capital: [capital('savings', valuePence, { holders })] });
    expect(charge.capitalPence).toBe(own);
  });
});

describe('Capital that costs something to sell, or is owed on', () => {
  test.each([
    [{ costsToSell: true }, 900_000],
    [{ debtPence: 250_000 }, 750_000],
    [{ costsToSell: true, debtPence: 250_000, holders: 2 }, 325_000],
    [{ debtPence: 2_000_000 }, 0],
  ])('%j is worth %i pence', (changed, own) => {
    const charge = chargeOf({ capital: [capital('other-property', 1_000_000, changed)] });
    expect(charge.capitalPence).toBe(own);
  });
});

describe('Of capital, Schedule 2', () => {
  const value = 2_000_000;
  test.each<[string, Parameters<typeof capital>[0], Parameters<typeof capital>[2], number]>([
    ['leaves possessions out', 'personal-possessions', {}, 0],
    ['leaves a life policy out', 'life-policy', {}, 0],
    ['leaves a personal injury trust out', 'personal-injury-trust', {}, 0],
    [
      'leaves a personal injury payment out for 52 weeks',
      'personal-injury-payment',
      { receivedOn: '2023-10-04' },
      0,
    ],
    ['and then counts it', 'personal-injury-payment', { receivedOn: '2023-10-03' }, value],
    [
      'leaves arrears of benefits out for 52 weeks',
      'benefit-arrears',
      { receivedOn: '2024-01-01' },
      0,
    ],
    [
      'leaves the price of a home out for 26 weeks',
      'home-sale-proceeds',
      { receivedOn: '2024-04-03' },
      0,
    ],
    ['and then counts it too', 'home-sale-proceeds', { receivedOn: '2024-04-02' }, value],
    [
      'leaves a business out while it is sold',
      'business-being-sold',
      { ignoredUntil: '2024-10-01' },
      0,
    ],
    ['and not after', 'business-being-sold', { ignoredUntil: '2024-09-30' }, value],
    [
      'leaves a listed scheme out',
      'compensation-scheme',
      { scheme: 'windrush-compensation-scheme' },
      0,
    ],
    [
      'counts what was given up from the day that it is counted from',
      'notional',
      { countedFrom: '2024-10-01' },
      value,
    ],
    ['counts what was given up no day earlier', 'notional', { countedFrom: '2024-10-02' }, 0],
    ['counts other property', 'other-property', {}, value],
  ])('%s', (_, kind, changed, own) => {
    const charge = chargeOf({ capital: [capital(kind, value, changed)] });
    expect(charge.capitalPence).toBe(own);
  });

  test.each<[Parameters<typeof capital>[0], Parameters<typeof capital>[2], string]>([
    ['notional', {}, '/capital/0/countedFrom'],
    ['benefit-arrears', {}, '/capital/0/receivedOn'],
    ['business-being-sold', {}, '/capital/0/ignoredUntil'],
    ['compensation-scheme', { scheme: 'no-such-scheme' }, '/capital/0/scheme'],
  ])('cannot judge %s with %j', (kind, changed, pointer) => {
    expect(outcomeOf({ capital: [capital(kind, value, changed)] })).toMatchObject({
      accepted: false,
      refusal: { kind: 'invalid-input', pointer },
    });
  });
});

describe('The home', () => {
  const home = 2_000_000;
  const rows: [string, Asked['setting'], string, Parameters<typeof capital>[2], number][] = [
    ['is left out while the person lives in it', { kind: 'home' }, '2024-10-01', {}, 0],
    ['is left out during a stay elsewhere', forATime, '2024-10-01', {}, 0],
    ['is left out on the last day of 12 weeks', permanent, '2024-09-22', {}, 0],
    ['counts after 12 weeks', permanent, '2024-09-23', {}, home],
    [
      'is left out where a partner lives in it',
      permanent,
      '2025-01-01',
      { occupiedBy: 'partner' },
      0,
    ],
    [
      'is left out where an older relative lives in it',
      permanent,
      '2025-01-01',
      { occupiedBy: 'relative-60-or-over' },
      0,
    ],
    [
      'is left out where an incapacitated relative lives in it',
      permanent,
      '2025-01-01',
      { occupiedBy: 'incapacitated-relative' },
      0,
    ],
    [
      'is left out where a child lives in it',
      permanent,
      '2025-01-01',
      { occupiedBy: 'child-under-18' },
      0,
    ],
    [
      'is left out for 12 weeks from the death of who lived in it',
      permanent,
      '2025-01-01',
      { twelveWeeksFrom: '2024-12-01' },
      0,
    ],
    [
      'is left out where the council says why',
      permanent,
      '2025-01-01',
      { councilsReason: 'A carer' },
      0,
    ],
  ];
  test.each(rows)('%s', (_, setting, on, changed, own) => {
    const charge = chargeOf({ on, setting, capital: [capital('main-home', home, changed)] });
    expect(charge.capitalPence).toBe(own);
  });
});

describe('A higher limit of the council', () => {
  const capitalItems = [capital('savings', 2_400_000)];
  test('is used at home, and the steps go on', () => {
    const charge = chargeOf(
      { capital: capitalItems, incomes: enough },
      { upperCapitalLimitPence: 2_500_000 },
    );
    expect(charge.weeklyPence).toBe(30_000 + 3900 - 11_060);
  });
  test('is not used for permanent residents of care homes', () => {
    const charge = chargeOf(
      { setting: permanent, capital: capitalItems },
      { upperCapitalLimitPence: 2_500_000 },
    );
    expect(charge.basis).toBe('full-cost');
  });
  test('never counts below that of the law', () => {
    const asked = { capital: [capital('savings', 2_325_000)], incomes: enough };
    expect(chargeOf(asked, { upperCapitalLimitPence: 2_000_000 })).toEqual(chargeOf(asked));
  });
});

describe('Somebody over the limit', () => {
  const capitalItems = [capital('savings', 3_000_000)];
  const fee = { oneOffPence: 25_000, yearlyPence: 10_000 };
  const routes: [Asked['selfFundingRoute'], Asked['setting'], string, boolean][] = [
    [undefined, plain.setting, 'advice', false],
    ['own-arrangements', plain.setting, 'advice', false],
    ['asks-council', plain.setting, 'duty', true],
    ['asks-council', permanent, 'power', false],
    ['nobody-authorised', plain.setting, 'duty', false],
    ['nobody-authorised', permanent, 'duty', false],
  ];
  test.each(routes)(
    'who goes the way of %s in %j has %s (fee: %s)',
    (route, setting, part, hasFee) => {
      const charge = chargeOf(
        { capital: capitalItems, setting, ...(route && { selfFundingRoute: route }) },
        { arrangementFee: fee },
      );
      expect(charge.weeklyPence).toBe(50_000);
      expect(charge.selfFunding?.councilsPart).toBe(part);
      expect(charge.selfFunding?.arrangementFee).toEqual(hasFee ? fee : undefined);
    },
  );
});
