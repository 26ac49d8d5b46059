import { describe, expect, test } from 'vitest';
import {
  openAccount,
  withCaseEnded,
  withDeath,
  withoutDeath,
  withTerms,
} from '#shared/domain/contribution-account/follow-support.ts';
import {
  mayBeBilled,
  type PlanTerms,
} from '#shared/domain/contribution-account/statement/billing-terms.ts';
import {
  type BillingFacts,
  chargesFor,
} from '#shared/domain/contribution-account/statement/charge-days.ts';
import { contributionAccounts } from '#shared/stores/money/contributions/account-log.ts';
import { BillingOffice, caseId } from '#test/support/billing-office.ts';

type Part = PlanTerms['parts'][number];

const managed: Part = {
  id: 'managed',
  holding: 'council-managed',
  contribution: 'gross',
  weeklyPence: 10_000,
  chargeableWeeklyPence: 10_000,
  startedOn: '2026-04-06',
  agreementId: null,
};
const direct: Part = {
  ...managed,
  id: 'direct',
  holding: 'direct-payment',
  agreementId: 'agreement0001',
};
const fourWeeks = { from: '2026-04-06', to: '2026-05-03' };
const terms = (parts: readonly Part[], from = '2026-04-06', event = 4): PlanTerms => ({
  event,
  from,
  parts: [...parts],
});
const facts = (parts: readonly Part[], others: Partial<BillingFacts> = {}): BillingFacts => ({
  terms: [terms(parts)],
  lastDay: null,
  asked: [{ from: '2026-04-06', weeklyPence: 3_000, mostWeeklyPence: 3_000 }],
  provisionalWeeklyPence: 0,
  delivered: [{ partId: 'managed', ...fourWeeks, deliveredPence: 40_000 }],
  paidOut: [{ agreementId: 'agreement0001', startsOn: '2026-04-06', payUntil: null, pauses: [] }],
  ...others,
});
const pence = (parts: readonly Part[], others: Partial<BillingFacts> = {}) =>
  chargesFor(fourWeeks, facts(parts, others)).map((charge) => [charge.partId, charge.pence]);

describe('what a person is billed for four weeks', () => {
  test.each([
    ['their contribution to care that the council arranges', [managed], {}, [['managed', 12_000]]],
    [
      'their contribution to a direct payment that goes out whole',
      [direct],
      {},
      [['direct', 12_000]],
    ],
    ['nothing where it was taken off the payment', [{ ...direct, contribution: 'net' }], {}, []],
    [
      'only what is left of it after what goes out net',
      [{ ...direct, contribution: 'net', chargeableWeeklyPence: 2_000 }, managed],
      {},
      [['managed', 4_000]],
    ],
    ['nothing for after-care', [{ ...managed, chargeableWeeklyPence: 0 }], {}, []],
    [
      'no more than the share of the cost that others do not pay',
      [{ ...managed, chargeableWeeklyPence: 2_500 }],
      { asked: [], provisionalWeeklyPence: 9_000 },
      [['managed', 10_000]],
    ],
    [
      'all of the care for whoever pays its full cost',
      [managed],
      { asked: [{ from: '2026-04-06', weeklyPence: null, mostWeeklyPence: null }] },
      [['managed', 40_000]],
    ],
    [
      'the provisional amount until an assessment counts',
      [managed],
      {
        provisionalWeeklyPence: 700,
        asked: [{ from: '2026-04-20', weeklyPence: 0, mostWeeklyPence: 0 }],
      },
      [['managed', 1_400]],
    ],
    [
      'no day on which a direct payment is paused',
      [direct],
      {
        paidOut: [
          {
            agreementId: 'agreement0001',
            startsOn: '2026-04-06',
            payUntil: null,
            pauses: [{ from: '2026-04-06', to: '2026-04-12' }],
          },
        ],
      },
      [['direct', 9_000]],
    ],
    ['nothing for a direct payment that is not active', [direct], { paidOut: [] }, []],
    ['no day after the last', [direct], { lastDay: '2026-04-12' }, [['direct', 3_000]]],
    [
      'a fraction of a penny less',
      [direct],
      { lastDay: '2026-04-06' },
      // 3,000 over 7 is 428.57.
      [['direct', 428]],
    ],
  ] as const)('is %s', (_claim, parts, others, charged) => {
    expect(pence(parts, others)).toEqual(charged);
  });

  test('is under the plan that was live on the day, whenever that was recorded', () => {
    const later = terms([{ ...managed, startedOn: '2026-04-13' }], '2026-04-13', 6);
    const recordedLate = terms([{ ...direct, startedOn: '2026-04-20' }], '2026-04-20', 9);
    const all = facts([direct], { terms: [terms([direct]), recordedLate, later] });
    expect(chargesFor(fourWeeks, all).map(({ partId, days }) => [partId, days])).toEqual([
      ['direct', 21],
      ['managed', 7],
    ]);
  });
});

describe('an account', () => {
  const opened = openAccount(terms([managed]), '2026-04-06').next;

  test('is none where all goes out net', () => {
    expect(mayBeBilled(terms([{ ...direct, contribution: 'net' }]))).toBe(false);
    expect(mayBeBilled(terms([{ ...direct, contribution: 'net' }, managed]))).toBe(true);
  });

  test('knows a plan and an end once', () => {
    const next = withTerms(opened, terms([direct], '2026-05-04', 8))?.next ?? opened;
    expect(withTerms(next, terms([direct], '2026-05-04', 8))).toBeUndefined();
    const ended = withCaseEnded(next, { event: 12, lastDay: '2026-06-01' })?.next ?? next;
    expect(withCaseEnded(ended, { event: 12, lastDay: '2026-06-01' })).toBeUndefined();
    expect(ended.ended).toMatchObject({ lastDay: '2026-06-01', because: 'case-ended' });
    expect(withTerms(ended, terms([managed], '2026-08-03', 15))?.next.ended).toBeNull();
  });

  test('stands as it was after a death that was a mistake', () => {
    const died = withDeath(opened, { event: 9, lastDay: '2026-05-01' })?.next ?? opened;
    expect(died.ended?.because).toBe('death');
    expect(withoutDeath(died)?.next.ended).toBeNull();
    const closed = withCaseEnded(died, { event: 12, lastDay: '2026-06-01' })?.next ?? died;
    expect(closed.ended).toMatchObject({ because: 'death', lastDay: '2026-05-01' });
    expect(withoutDeath(closed)?.next.ended).toMatchObject({
      because: 'case-ended',
      lastDay: '2026-06-01',
    });
    expect(withoutDeath(opened)).toBeUndefined();
  });

  test('is in step with a death that comes from the stream, and with its reversal', async () => {
    const office = new BillingOffice();
    await office.begin();
    office.today = '2026-09-01';
    await office.died('2026-08-02');
    await office.follow();
    const accounts = contributionAccounts(office.ports.table);
    expect((await accounts.last(caseId))?.after.ended).toMatchObject({ lastDay: '2026-08-02' });
    await office.record('death-note-withdrawn', {}, (state) => ({
      ...state,
      death: { status: 'reversed', personEvent: 3, event: 10 },
    }));
    expect((await accounts.last(caseId))?.after.ended).toBeNull();
  });
});
