import { describe, expect, it } from 'vitest';
import { PlanLine } from '#shared/domain/plan/plan-line.ts';
import { prohibitedPurchases } from '#shared/domain/plan/spending/prohibited.ts';
import { careLine, context, dayLine, flooringLine, plan } from './a-plan.ts';

function refusalsOf(...lines: readonly unknown[]) {
  const parsed = lines.map((line) => PlanLine.parse(line));
  return prohibitedPurchases({ ...plan, lines: parsed }, context);
}

const wife = {
  kind: 'person',
  name: 'His wife',
  relationship: 'partner-or-close-relative-in-same-household',
};
const excluded = {
  ...careLine,
  exclusionOverride: { outcomeServed: 'Sees his friends', practitionerId: 'staff-1' },
};

describe('A budget may buy', () => {
  it.each([
    ['laminate flooring for a wheelchair user', flooringLine],
    [
      'what the council would not, where a practitioner names the outcome',
      { ...excluded, purchase: 'alcohol' },
    ],
    [
      'care by a relative who lives elsewhere',
      { ...careLine, supporter: { ...wife, relationship: 'relative-living-elsewhere' } },
    ],
    [
      'care by a wife in the same household, where the council finds it necessary',
      { ...careLine, supporter: wife, necessity: 'He accepts nobody else.' },
    ],
    [
      'the management of the payment by a wife in the same household',
      { ...careLine, supporter: wife, purchase: 'direct-payment-management' },
    ],
    ['care by a wife from a part that the council manages', { ...dayLine, supporter: wife }],
    [
      'four weeks in a care home',
      {
        ...careLine,
        purchase: 'care-home-stay',
        careHomeStays: [{ firstNight: '2026-06-01', lastNight: '2026-06-28' }],
      },
    ],
    [
      'a longer stay that the council arranges',
      { ...dayLine, component: 'Long Term Residential Care', purchase: 'care-home-stay' },
    ],
  ])('%s', (_, line) => {
    expect(refusalsOf(line)).toEqual([]);
  });

  it('nothing that flooring is called, but what its line is', () => {
    const renamed = { ...flooringLine, activity: 'Gambling den flooring, tobacco brown' };
    expect(refusalsOf(renamed)).toEqual([]);
  });
});

describe('A budget may not buy', () => {
  it.each([
    ['what the NHS must provide', { ...careLine, purchase: 'nhs-healthcare' }, 's22'],
    ['what a housing authority must provide', { ...careLine, purchase: 'housing-duty' }, 's23'],
    ['anything illegal', { ...careLine, purchase: 'illegal' }, 'against the law'],
    ['gambling', { ...careLine, purchase: 'gambling' }, 'gambling'],
    ['debt', { ...careLine, purchase: 'debt' }, 'debt'],
    ['alcohol', { ...careLine, purchase: 'alcohol' }, 'alcohol'],
    ['tobacco', { ...dayLine, purchase: 'tobacco' }, 'tobacco'],
    ['care by a wife in the same household', { ...careLine, supporter: wife }, '2014/2871'],
    [
      'a night more than four weeks in a care home',
      {
        ...careLine,
        purchase: 'care-home-stay',
        careHomeStays: [{ firstNight: '2026-06-01', lastNight: '2026-06-29' }],
      },
      'four consecutive weeks',
    ],
    [
      'the same under another category',
      {
        ...careLine,
        component: 'Long Term Residential Care',
        careHomeStays: [{ firstNight: '2026-06-01', lastNight: '2026-06-29' }],
      },
      'four consecutive weeks',
    ],
  ])('%s, and the refusal says why', (_, line, law) => {
    const refusals = refusalsOf(dayLine, line);
    expect(refusals).toMatchObject([{ kind: 'purchase-prohibited' }]);
    expect(refusals[0]?.detail).toContain(law);
    expect(refusals[0]?.pointer).toMatch(/^\/lines\/1\//);
  });

  it.each(['nhs-healthcare', 'housing-duty', 'illegal'])(
    '%s, even where a practitioner would allow it',
    (purchase) => {
      expect(refusalsOf({ ...excluded, purchase })).toMatchObject([
        { kind: 'purchase-prohibited' },
      ]);
    },
  );

  it('anything illegal, even where the NHS pays', () => {
    const funding = { funder: 'nhs', body: 'Integrated care board' };
    expect(refusalsOf({ ...careLine, purchase: 'illegal', funding })).toHaveLength(1);
    expect(refusalsOf({ ...careLine, purchase: 'nhs-healthcare', funding })).toEqual([]);
  });

  it('four weeks in a care home from one line and a night from another', () => {
    const stay = { ...careLine, purchase: 'care-home-stay' };
    const june = [{ firstNight: '2026-06-01', lastNight: '2026-06-28' }];
    const later = [{ firstNight: '2026-07-10', lastNight: '2026-07-10' }];
    expect(
      refusalsOf({ ...stay, careHomeStays: june }, { ...stay, careHomeStays: later }),
    ).toMatchObject([{ kind: 'purchase-prohibited', pointer: '/lines/0/careHomeStays' }]);
  });

  it('a stay in a care home whose nights nobody gave', () => {
    expect(refusalsOf({ ...careLine, purchase: 'care-home-stay' })).toMatchObject([
      { kind: 'plan-incomplete', pointer: '/lines/0/careHomeStays' },
    ]);
  });
});

describe('Before the Care Act a budget may not buy', () => {
  const on2008 = (line: unknown) =>
    prohibitedPurchases(
      { ...plan, writtenOn: '2008-07-03', lines: [PlanLine.parse(line)] },
      context,
    ).map(({ detail }) => detail);

  it.each([
    ['what the NHS must provide', { ...careLine, purchase: 'nhs-healthcare' }, '1948 s21(8)'],
    ['what a housing authority must provide', { ...careLine, purchase: 'housing-duty' }, '1948'],
    ['care by a wife in the same household', { ...careLine, supporter: wife }, 'SI 2003/762'],
  ])('%s, by the law of that day', (_, line, law) => {
    const details = on2008(line);
    expect(details).toEqual([expect.stringContaining(law)]);
    expect(details.join()).not.toContain('2014');
  });
});

describe('A council that excludes nothing', () => {
  it('lets a budget buy whatever the law allows', () => {
    const lines = [PlanLine.parse({ ...careLine, purchase: 'gambling' })];
    const rules = { ...context, exclusions: [] };
    expect(prohibitedPurchases({ ...plan, lines }, rules)).toEqual([]);
  });
});
