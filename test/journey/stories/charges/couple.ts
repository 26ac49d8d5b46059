import type { WrittenStory } from '../../player/story.ts';
import { income, money, people, toTheMoney } from './scenes.ts';

// Her income is 176.45 + 60.00 + 73.90 = 310.35, and half of 30,000.00 counts as 3.00 more. Less 10.00
// of expenses and 184.35, what one of a couple keeps, 119.00 is left. Half of a visit of 100.01 that
// both need is 50.01 for her, the first of the two.

export const couple = {
  id: 'couple',
  title: 'One of a couple: only her own money counts, and what they share is halved',
  council: 'example',
  inItsTime: true,
  people,
  steps: [
    ...toTheMoney({
      on: '2026-06-09',
      person: { givenName: 'Philippa', familyName: 'Twopenny', dateOfBirth: '1945-03-17' },
    }),
    {
      says: 'Her half of their savings and her own pension count; her husband’s money is not asked for.',
      who: 'financeOfficer',
      does: 'POST /cases/{caseId}/financial-assessment',
      body: money('2026-06-09', {
        person: {
          ageGroup: 'pension-age',
          household: { kind: 'couple', partnerAgeGroup: 'pension-age' },
          premiums: { disability: false, enhancedDisability: false, carer: false },
        },
        care: {
          from: 'lines',
          lines: [
            { id: 'wash', label: 'Help to wash', kind: 'care', weeklyPence: 15_000 },
            {
              id: 'evening',
              label: 'An evening visit to them both',
              kind: 'care',
              weeklyPence: 10_001,
              shared: { people: 2, place: 1 },
            },
          ],
        },
        capital: [
          {
            id: 'savings',
            kind: 'savings',
            valuePence: 3_000_000,
            holders: 2,
            evidence: 'Statement of their joint account',
          },
        ],
        incomes: [
          income('state-pension', 17_645),
          income('private-pension', 6_000),
          income('attendance-allowance', 7_390),
        ],
        disabilityExpenses: [
          {
            id: 'laundry',
            label: 'Extra laundry',
            pence: 1_000,
            every: 'week',
            evidence: 'Receipts of three months',
            reviewOn: '2027-06-01',
          },
        ],
      }),
      expect: {
        law: 'Care Act 2014 ss14, 17',
        records: {
          finances: {
            charge: { weeklyPence: 11_900, costOfCareWeeklyPence: 20_001, capitalPence: 1_500_000 },
          },
        },
      },
    },
    {
      says: 'Her statement has a line for each, with its rule, its rate and what was seen.',
      who: 'financeOfficer',
      does: 'GET /cases/{caseId}/charge-statement',
      expect: { answer: { weeklyPence: 11_900, rateVersion: 'rates-2026-27' } },
    },
  ],
} satisfies WrittenStory;
