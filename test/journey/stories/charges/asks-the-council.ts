import type { WrittenStory } from '../../player/story.ts';
import { income, money, people, toTheMoney } from './scenes.ts';

export const asksTheCouncil = {
  id: 'asks-the-council',
  title: 'Pays for all of his care, and asks the council to arrange it',
  council: 'example',
  inItsTime: true,
  people,
  steps: [
    ...toTheMoney({
      on: '2026-06-02',
      person: { givenName: 'Barnaby', familyName: 'Sixpence', dateOfBirth: '1942-11-05' },
    }),
    {
      says: 'He has 31,000.00 of savings: over the limit, so that he pays all of it.',
      who: 'financeOfficer',
      does: 'POST /cases/{caseId}/financial-assessment',
      body: money('2026-06-02', {
        capital: [
          {
            id: 'savings',
            kind: 'savings',
            valuePence: 3_100_000,
            evidence: 'Statement of 28 May 2026',
          },
        ],
        incomes: [income('state-pension', 24_125)],
      }),
      expect: {
        law: 'SI 2014/2672 reg 12',
        openSteps: ['write-support-plan'],
        state: {
          finances: {
            status: 'assessed',
            weeklyContributionPence: null,
            selfFunding: 'not-chosen',
          },
        },
        records: { finances: { charge: { basis: 'full-cost', weeklyPence: 40_000 } } },
      },
    },
    {
      says: 'That he lacks capacity to arrange it nobody has found: this way is not open.',
      who: 'financeOfficer',
      does: 'POST /cases/{caseId}/self-funding',
      ifMatch: 'finances',
      body: { route: 'nobody-authorised', chosenOn: '2026-06-02', how: 'He lives alone.' },
      expect: { problem: 'capacity-check-needed' },
    },
    {
      on: '2026-06-04 09:30',
      says: 'He asks the council to find him an agency: at home it must. It takes no fee for it.',
      who: 'financeOfficer',
      does: 'POST /cases/{caseId}/self-funding',
      ifMatch: 'finances',
      body: {
        route: 'asks-council',
        chosenOn: '2026-06-04',
        how: 'He asked on the phone: agencies do not call him back.',
      },
      expect: {
        law: 'Care Act 2014 s18(3)',
        state: { finances: { selfFunding: 'asks-council' } },
        records: {
          finances: { charge: { selfFunding: { councilsPart: 'duty', arrangementFee: null } } },
        },
      },
    },
    {
      says: 'His statement says what he pays and that the council arranges it.',
      who: 'financeOfficer',
      does: 'GET /cases/{caseId}/charge-statement',
      expect: {
        answer: {
          weeklyPence: 40_000,
          councilWeeklyPence: 0,
          assessed: { personName: 'Barnaby Sixpence', assessedByName: 'Agnes Halfcrown' },
        },
      },
    },
  ],
} satisfies WrittenStory;
