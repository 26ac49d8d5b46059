import type { WrittenStory } from '../../player/story.ts';
import { income, money, people, toSupport, toTheMoney } from './scenes.ts';

const incomes = [income('state-pension', 24_145), income('private-pension', 6_000)];

export const healthcareBackdated = {
  id: 'healthcare-backdated',
  title: 'The NHS comes to pay from a day that has been, and he has his money back',
  council: 'example',
  inItsTime: true,
  people,
  steps: [
    ...toTheMoney({
      on: '2026-06-22',
      person: { givenName: 'Cuthbert', familyName: 'Guinea', dateOfBirth: '1947-01-09' },
    }),
    {
      says: 'He pays 60.00 a week.',
      who: 'financeOfficer',
      does: 'POST /cases/{caseId}/financial-assessment',
      body: money('2026-06-22', { incomes }),
      expect: { state: { finances: { weeklyContributionPence: 6_000 } } },
    },
    ...toSupport('2026-06-24', '2026-06-29'),
    {
      on: '2026-09-07 10:00',
      says: 'Continuing healthcare was won on appeal, from 27 July: no charge since, and six weeks back.',
      who: 'financeOfficer',
      does: 'POST /cases/{caseId}/financial-assessment',
      ifMatch: 'finances',
      body: money('2026-09-07', {
        appliesFrom: '2026-07-27',
        incomes,
        care: {
          from: 'lines',
          lines: [
            {
              id: 'all',
              label: 'Help at home',
              kind: 'care',
              weeklyPence: 40_000,
              paidByOthers: [{ funder: 'nhs', weeklyPence: 40_000 }],
            },
          ],
        },
      }),
      expect: {
        law: 'Care Act 2014 s14',
        state: { finances: { weeklyContributionPence: 0 } },
        records: {
          finances: {
            charge: { basis: 'nothing-chargeable', weeklyPence: 0 },
            difference: { from: '2026-07-27', until: '2026-09-06', differencePence: -36_000 },
          },
        },
      },
    },
    {
      says: 'His statement says that it is his to have back.',
      who: 'financeOfficer',
      does: 'GET /cases/{caseId}/charge-statement',
      expect: {
        answer: {
          weeklyPence: 0,
          difference: {
            summary: 'You were asked for £360.00 too much. It is yours to have back.',
          },
        },
      },
    },
  ],
} satisfies WrittenStory;
