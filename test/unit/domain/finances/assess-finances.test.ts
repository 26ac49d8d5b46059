import { describe, expect, it } from 'vitest';
import { assessCharge } from '#shared/domain/charging/assess-charge.ts';
import { assessFinances } from '#shared/domain/finances/assess-finances.ts';
import { AssessedCharge } from '#shared/domain/finances/assessed-charge.ts';
import { FinancialAssessment } from '#shared/domain/finances/financial-assessment.ts';
import { openSteps } from '#shared/domain/journey/workflow.ts';
import { assessed, at, changeOf, eligible, opened, stateAfter } from '#test/support/case-states.ts';
import { careActInput, chargingAbout, meansOf } from '#test/support/finances.ts';

const today = '2026-07-06';

const untilAssessed = {
  kind: 'incomplete',
  weeklyPence: 1_000,
  toldInWriting: true,
  reviewOn: '2026-08-03',
  missing: 'Bank statements.',
  helpOffered: 'A visit on Thursday.',
} as const;
const provisional = careActInput(3_000, { assessment: untilAssessed });
const refused = careActInput(3_000, {
  assessment: { kind: 'refused', refusal: 'He will not show his papers.', recordedOn: today },
});
const lightTouch = {
  kind: 'light-touch',
  evidence: 'On guarantee credit.',
  doesPersonConsent: true,
  toldMayAskForFull: true,
} as const;

const manual = FinancialAssessment.parse({
  method: 'manual-fairer-charging',
  status: 'assessed',
  assessedOn: '2008-06-20',
  appliesFrom: '2008-06-20',
  weeklyContributionPence: 4_200,
  decidedOn: '2008-06-20',
  decidedBy: { id: 'finance-1', name: 'A Finance Officer' },
});

function assess(input: FinancialAssessment, state = eligible(), day = today) {
  return assessFinances(state, input, chargingAbout, at(day));
}

describe('the financial assessment', () => {
  it.each([
    ['assessed', 'from means', careActInput(3_000), 3_000],
    ['assessed', 'more than the care costs', careActInput(60_000), 60_000],
    ['provisional', 'until papers are there', provisional, 1_000],
    ['refused', 'at full cost', refused, null],
    [
      'assessed',
      'light-touch with nothing to pay',
      careActInput(0, { assessment: { ...lightTouch, ground: 'nothing-to-pay' } }),
      0,
    ],
    [
      'assessed',
      'light-touch at full cost',
      careActInput(0, { assessment: { ...lightTouch, ground: 'significant-means' } }),
      null,
    ],
  ] as const)('that is %s, %s, settles its step and leaves the plan to go on', (...row) => {
    const [status, , input, weeklyContributionPence] = row;
    const { next } = changeOf(assess(input));
    expect(openSteps(next.workflow)).toEqual(['write-support-plan']);
    expect(next.finances).toMatchObject({ status, weeklyContributionPence });
  });

  it('keeps every input, the versions and the lines, so that it can be worked again', () => {
    const { body } = changeOf(assess(careActInput(3_000)));
    const { input, policy, charge } = AssessedCharge.parse(body);
    expect(charge).toMatchObject({ weeklyPence: 3_000, rateVersion: 'rates-2026-27' });
    const again = assessCharge(input, chargingAbout.rules.book, policy.local);
    expect(again).toEqual({ accepted: true, value: charge });
  });

  it('takes the place of a provisional one, with the difference told', () => {
    const before = stateAfter(assess(provisional));
    const { next, body, dues } = changeOf(assess(careActInput(3_000), before));
    expect(next.finances).toMatchObject({ status: 'assessed', weeklyContributionPence: 3_000 });
    expect(openSteps(next.workflow)).toEqual(['write-support-plan']);
    expect(body).toMatchObject({
      replaces: {
        status: 'provisional',
        weeklyContributionPence: 1_000,
        differenceWeeklyPence: 2_000,
      },
    });
    expect(dues).toEqual([{ due: 'charge-review', on: null }]);
  });

  it('that is provisional is looked at again on its day, and an expense on its own', () => {
    expect(changeOf(assess(provisional)).dues).toEqual([
      { due: 'charge-review', on: '2026-08-03' },
    ]);
    const laundry = {
      id: 'laundry',
      label: 'Laundry',
      pence: 500,
      every: 'week',
      evidence: 'Receipts',
      reviewOn: '2026-07-20',
    } as const;
    const both = careActInput(0, { assessment: untilAssessed, disabilityExpenses: [laundry] });
    expect(changeOf(assess(both)).dues).toEqual([{ due: 'charge-review', on: '2026-07-20' }]);
  });

  it.each([
    ['assessed on a day to come', { assessedOn: '2026-07-07' }, 'invalid-input', '/assessedOn'],
    [
      'provisional without a review to come',
      { assessment: { ...untilAssessed, reviewOn: today } },
      'invalid-input',
      '/assessment/reviewOn',
    ],
    [
      'refused on a day to come',
      { assessment: { kind: 'refused', refusal: 'No.', recordedOn: '2026-07-07' } },
      'invalid-input',
      '/assessment/recordedOn',
    ],
    [
      'for a year without rates',
      { appliesFrom: '2028-04-10' },
      'policy-not-in-force',
      '/appliesFrom',
    ],
    [
      'for a time before the Care Act',
      { appliesFrom: '2015-03-31' },
      'scheme-not-in-force',
      '/appliesFrom',
    ],
    [
      'for a past year that lacks an amount',
      { appliesFrom: '2022-04-05' },
      'rate-missing',
      undefined,
    ],
    [
      'for a time before the stay in a care home',
      { setting: { kind: 'care-home', permanentSince: '2026-07-07' } },
      'invalid-input',
      '/setting/permanentSince',
    ],
    [
      'with an income that was entered twice',
      { incomes: [meansOf(0).incomes, meansOf(0).incomes].flat() },
      'invalid-input',
      '/incomes/1/id',
    ],
    ['for a plan that there is not', { care: { from: 'plan' } }, 'wrong-stage', '/care/from'],
    [
      'for a route that needs a finding on capacity',
      { selfFundingRoute: 'nobody-authorised' },
      'capacity-check-needed',
      '/selfFundingRoute',
    ],
    ['with a top-up', { alsoAsked: ['top-up'] }, 'not-offered-here', '/alsoAsked'],
    [
      'for a line of which others pay more than it costs',
      {
        care: {
          from: 'lines',
          lines: [
            {
              id: 'help',
              label: 'Help',
              kind: 'care',
              weeklyPence: 100,
              paidByOthers: [{ funder: 'nhs', weeklyPence: 101 }],
            },
          ],
        },
      },
      'parts-do-not-add-up',
      '/care/lines/0/paidByOthers',
    ],
  ] as const)('is not made %s', (_, others, kind, pointer) => {
    const input = FinancialAssessment.parse({ ...meansOf(3_000), ...others });
    const outcome = assess(input);
    expect(outcome).toMatchObject({ refusal: { kind } });
    expect(outcome.accepted ? undefined : outcome.refusal.pointer).toBe(pointer);
  });

  it('keeps the sums of each year from the day on which it counts, before support begins too', () => {
    const { body } = changeOf(assess(careActInput(3_000, { appliesFrom: '2026-03-30' })));
    expect(AssessedCharge.parse(body).asked).toMatchObject([
      { from: '2026-03-30', weeklyPence: 24_145 + 3_000 - 23_260 },
      { from: '2026-04-06', weeklyPence: 3_000 },
    ]);
  });

  it('names the amount that a year lacks', () => {
    const children = { ...careActInput(0).person, children: 2 };
    expect(assess(careActInput(0, { person: children }))).toMatchObject({
      refusal: { kind: 'rate-missing' },
    });
  });

  it('tells no difference from the full cost', () => {
    const before = stateAfter(assess(refused));
    const { body } = changeOf(assess(careActInput(3_000), before));
    expect(body).toMatchObject({ replaces: { differenceWeeklyPence: null } });
  });

  it('may come before the decision on eligibility', () => {
    const { next } = changeOf(assess(careActInput(3_000), assessed()));
    expect(openSteps(next.workflow)).toEqual(['decide-eligibility']);
  });

  it('is refused before needs are assessed', () => {
    expect(assess(careActInput(3_000), opened())).toMatchObject({
      refusal: { kind: 'wrong-stage' },
    });
  });

  it('before the Care Act is a manual decision, dated and labelled', () => {
    expect(changeOf(assess(manual, eligible(), '2008-06-20')).body).toMatchObject({
      label: 'Manual decision under Fairer Charging',
      decidedOn: '2008-06-20',
    });
  });

  it.each([
    ['Fairer Charging', { ...manual, assessedOn: '2015-04-01' }],
    ['the Care Act', careActInput(0, { assessedOn: '2015-03-31' })],
  ])('is not by %s on a day on which that was not the law', (_, input) => {
    expect(assess(input)).toMatchObject({
      refusal: { kind: 'scheme-not-in-force', pointer: '/method' },
    });
  });

  it('is light-touch only with consent', () => {
    const assessment = { ...lightTouch, ground: 'nothing-to-pay', doesPersonConsent: false };
    expect(FinancialAssessment.safeParse({ ...meansOf(0), assessment }).success).toBe(false);
  });
});
