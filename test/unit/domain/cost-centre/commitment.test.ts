import { describe, expect, test } from 'vitest';
import {
  type Commitment,
  commitmentBeside,
  commitmentOf,
  curvesOf,
} from '#shared/domain/cost-centre/commitment.ts';
import { addCurve, costOfDays, noCost } from '#shared/domain/cost-centre/cost-curve.ts';
import { authorised, started } from '#test/support/plan-states.ts';

function said(
  event: number,
  kind: Commitment['kind'],
  from: string,
  weeklyPence = 0,
  oncePence = 0,
): Commitment {
  const costs =
    kind === 'ended' ? [] : [{ costCentre: 'older-people', on: from, weeklyPence, oncePence }];
  return { event, kind, from, costs };
}

const year = ['2026-04-01', '2027-03-31'] as const;

function costOf(commitments: readonly Commitment[], [first, last] = year): number {
  return costOfDays(curvesOf(commitments).get('older-people') ?? noCost, first, last);
}

const first = said(10, 'authorised', '2026-04-01', 7000);
const start = said(11, 'started', '2026-04-08', 7000);
const change = said(20, 'authorised', '2026-05-01', 14_000, 500);
const changed = said(21, 'started', '2026-05-06', 14_000, 500);
const end = said(30, 'ended', '2026-05-13');

describe('what a case costs a cost centre', () => {
  test.each<[string, readonly Commitment[], number]>([
    ['an authorised plan counts from its authorisation to the end of the year', [first], 365_000],
    ['a plan that has started counts from its actual first day', [first, start], 358_000],
    [
      'the live plan goes on until a change is authorised',
      [first, start, change],
      23 * 1000 + 335 * 2000 + 500,
    ],
    [
      'and, once the change has started, until the day before it',
      [first, start, change, changed],
      28 * 1000 + 330 * 2000 + 500,
    ],
    [
      'nothing is committed after the end',
      [first, start, change, changed, end],
      28 * 1000 + 7 * 2000 + 500,
    ],
    [
      'a plan that ends before it starts costs nothing',
      [first, said(12, 'ended', '2026-04-04')],
      0,
    ],
  ])('%s', (_what, commitments, pence) => {
    expect(costOf(commitments)).toBe(pence);
    expect(costOf(commitments.toReversed())).toBe(pence);
  });

  const urgent = { ...said(2, 'urgent', '2026-04-01', 7000), until: '2026-04-04' };
  const confirmed = { ...urgent, event: 3, until: '2026-04-15' };
  test.each<[string, readonly Commitment[], number]>([
    ['urgent support counts to the day of its second key', [urgent], 3000],
    ['and, confirmed, to its last day', [urgent, confirmed], 14_000],
    ['beside a plan that is only authorised', [urgent, confirmed, first], 365_000 + 14_000],
    ['until the plan takes over', [urgent, confirmed, first, start], 7 * 1000 + 358_000],
    ['or the case ends', [urgent, confirmed, said(4, 'ended', '2026-04-06')], 5000],
  ])('%s', (_what, commitments, pence) => {
    expect(costOf(commitments)).toBe(pence);
    expect(costOf(commitments.toReversed())).toBe(pence);
  });

  test('a plan that is started for an earlier day replaces what was planned after it', () => {
    const later = said(11, 'started', '2026-05-01', 7000, 900);
    expect(costOf([later, said(12, 'started', '2026-04-08', 7000)])).toBe(358_000);
  });
});

describe('a curve of costs', () => {
  const [curve = noCost] = curvesOf([start, end]).values();

  test('is empty again when what was added is taken away', () => {
    expect(addCurve(addCurve(noCost, curve), curve, -1)).toEqual(noCost);
  });

  test.each([
    ['the first day', '2026-04-08', '2026-04-08', 1000],
    ['the day before it', '2026-04-07', '2026-04-07', 0],
    ['the last day', '2026-05-12', '2026-05-12', 1000],
    ['the day after it', '2026-05-13', '2026-05-13', 0],
  ])('counts %s to the day', (_day, from, to, pence) => {
    expect(costOfDays(curve, from, to)).toBe(pence);
  });
});

describe('what an event says of the commitment', () => {
  test('urgent support commits its cost centre from the same day, and nothing where none is named', () => {
    const urgentSupport = {
      state: 'awaiting-second-key',
      weeklyPence: 42_000,
      startedOn: '2026-07-17',
      firstKeyBy: 'duty-1',
      secondKeyBy: null,
      secondKeyDue: '2026-07-21',
      expiresOn: '2026-07-30',
    } as const;
    const said = (named: object, type = 'urgent-support-started') =>
      commitmentOf({
        sequence: 2,
        type,
        after: { ...authorised(), urgentSupport: { ...urgentSupport, ...named } },
      });
    const costCentre = 'older-people';
    expect(said({})).toBeUndefined();
    expect(said({ costCentre })).toEqual({
      event: 2,
      kind: 'urgent',
      from: '2026-07-17',
      until: '2026-07-22',
      costs: [{ costCentre, on: '2026-07-17', weeklyPence: 42_000, oncePence: 0 }],
    });
    const twice = { costCentre, secondKeyBy: 'manager-1' };
    expect(said(twice, 'urgent-support-confirmed')).toMatchObject({ until: '2026-07-31' });
    const renewal = { firstKeyBy: 'duty-1', until: '2026-08-12' };
    const asked = said({ ...twice, renewal }, 'urgent-support-renewal-asked');
    expect(asked).toBeUndefined();
    const renewed = { ...twice, expiresOn: '2026-08-12', timesRenewed: 1 };
    expect(said(renewed, 'urgent-support-renewed')).toMatchObject({ until: '2026-08-13' });
  });

  test('what is bought once beside the plan stays, whatever plan follows or ends', () => {
    const about = { agreementId: 'agreement0001', event: 20, on: '2026-04-10' };
    const beside = commitmentBeside(about, 4_000, { 'older-people': 3, carers: 1 });
    const all = [first, start, change, beside, changed, end];
    expect(costOf(all)).toBe(costOf([first, start, change, changed, end]) + 3_000);
    expect(costOf([beside])).toBe(3_000);
  });

  test('an authorisation commits to every part of the plan, and no other event does', () => {
    const after = authorised();
    const event = { sequence: 9, type: 'budget-authorised', after };
    expect(commitmentOf(event)).toEqual({
      event: 9,
      kind: 'authorised',
      from: '2026-07-20',
      costs: [
        {
          costCentre: 'physical-disability',
          on: '2026-07-20',
          weeklyPence: 15_000,
          oncePence: 85_000,
        },
        { costCentre: 'physical-disability', on: '2026-07-20', weeklyPence: 9000, oncePence: 0 },
      ],
    });
    expect(commitmentOf({ ...event, type: 'support-arranged' })).toBeUndefined();
  });

  test.each([
    ['that day, where it lies ahead', '2026-07-20', '2026-07-20'],
    ['its authorisation, where it lies behind', '2026-07-01', '2026-07-13'],
  ])('a plan whose budget begins on a day counts from %s', (_what, budgetFrom, from) => {
    const { plan, ...rest } = authorised();
    if (!plan) throw new Error('nothing is planned');
    const after = { ...rest, plan: { ...plan, budgetFrom } };
    const said = commitmentOf({ sequence: 9, type: 'budget-authorised', after });
    expect(said).toMatchObject({ from, costs: [{ on: from }, { on: from }] });
  });

  test('a start commits from the actual first day', () => {
    const event = { sequence: 9, type: 'support-started', after: started('2026-07-22') };
    expect(commitmentOf(event)).toMatchObject({ kind: 'started', from: '2026-07-22' });
  });
});
