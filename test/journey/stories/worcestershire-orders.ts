import type { WrittenStory } from '../player/story.ts';

/** Brokerage knows a provider by its account, which two people have seen, and by its prices. */
export const worcestershireProvider = [
  {
    on: '2025-02-27 11:00',
    says: 'Finance enters the agency that is to come, so that it can be ordered from and paid.',
    who: 'financeOfficer',
    does: 'POST /providers',
    body: { name: 'Malvern Larks Home Care', cqcLocationId: '1-7654321' },
    keeps: { larks: 'answer.providerId' },
    expect: { status: 201, answer: { isBankChecked: false, offers: [] } },
  },
  {
    says: 'Its account is recorded,',
    who: 'financeOfficer',
    does: 'POST /providers/{larks}/bank-details',
    body: { accountName: 'Malvern Larks', sortCode: '202959', accountNumber: '63748472' },
    expect: { answer: { accountLastDigits: '472' } },
  },
  {
    says: 'and looked at by somebody else.',
    who: 'financeApprover',
    does: 'POST /providers/{larks}/bank-details/check',
    body: { isConfirmed: true, how: 'By a call to the number on their website.' },
    expect: { answer: { isBankChecked: true } },
  },
  {
    says: 'What it offers holds from the new year on.',
    who: 'financeOfficer',
    does: 'PUT /providers/{larks}/offers',
    body: {
      offers: [
        {
          id: 'visits-2025',
          component: 'Home Support',
          unit: 'visit',
          unitPence: 1_200,
          from: '2025-01-01',
        },
      ],
    },
  },
] satisfies WrittenStory['steps'];

/** What the agency delivered in the first weeks: planned against actual, and owed to it from then on. */
export const worcestershireActuals = [
  {
    on: '2025-03-26 10:00',
    says: 'The pay period of the start is over. Two orders hold, each from its actual first day.',
    who: 'broker',
    does: 'GET /cases/{caseId}/orders',
    keeps: { order: 'answer.orders.1.orderId' },
    expect: {
      answer: {
        orders: [
          { partId: 'fund', paid: 'elsewhere', startedOn: '2025-03-16' },
          { partId: 'managed', paid: 'on-actuals', startedOn: '2025-03-12' },
        ],
      },
    },
  },
  {
    says: 'The agency missed a meal. What came is recorded, and is what it will be paid for.',
    who: 'financeOfficer',
    does: 'POST /orders/{order}/actuals',
    body: {
      periodStart: '2025-02-24',
      lines: [
        { lineId: 'meals', deliveredHundredths: 1_100, missedByProviderHundredths: 100 },
        { lineId: 'washing', deliveredHundredths: 300 },
      ],
    },
    expect: {
      answer: {
        periods: [
          {
            from: '2025-03-12',
            to: '2025-03-23',
            plannedPence: 17_828,
            deliveredPence: 16_800,
            variancePence: -1_028,
            variancePercent: -6,
          },
        ],
      },
    },
  },
] satisfies WrittenStory['steps'];
