import type { WrittenStory } from '../../player/story.ts';
import { money, people, toTheMoney } from './scenes.ts';

export const unbefriended = {
  id: 'unbefriended',
  title:
    'Lacks capacity and has nobody: the council must arrange, takes no fee and waits for authority',
  council: 'example',
  inItsTime: true,
  people,
  steps: [
    ...toTheMoney({
      on: '2026-07-06',
      person: { givenName: 'Leopold', familyName: 'Halfgroat', dateOfBirth: '1936-05-30' },
      advocacy: {
        substantialDifficultyIn: ['understand', 'use-or-weigh'],
        possibleRepresentative: null,
        reason: 'He has no family and no friends left: the duty of s67 is met.',
        advocateFrom: '2026-07-06',
      },
    }),
    {
      says: 'He cannot decide about his money, whatever help he is given; nobody has a power to do it.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/capacity',
      body: {
        decision: 'money',
        about: 'Paying for care, and who arranges it',
        assessedOn: '2026-07-06',
        assessedBy: { id: 'quarrydale', name: 'Silas Quarrydale' },
        conclusion: 'lacks-capacity',
        helpGiven: 'Pictures, two visits in the morning, his advocate beside him.',
        impairment: 'Dementia.',
        inabilities: ['retain', 'use-or-weigh'],
        bestInterests: null,
      },
      expect: { state: { capacity: { money: { hasCapacity: false } } } },
    },
    {
      says: 'Nobody may show his papers: a provisional charge of nothing, until a deputy is there.',
      who: 'financeOfficer',
      does: 'POST /cases/{caseId}/financial-assessment',
      body: money('2026-07-06', {
        assessment: {
          kind: 'incomplete',
          weeklyPence: 0,
          missing: 'Nobody has authority over his money.',
          helpOffered: 'The council has applied to the Court of Protection for a deputy.',
          reviewOn: '2026-10-05',
          toldInWriting: true,
        },
        selfFundingRoute: 'nobody-authorised',
      }),
      expect: {
        openSteps: ['write-support-plan'],
        state: {
          finances: {
            status: 'provisional',
            weeklyContributionPence: 0,
            selfFunding: 'nobody-authorised',
            reviewOn: '2026-10-05',
          },
        },
        records: {
          finances: {
            charge: {
              basis: 'incomplete',
              selfFunding: {
                councilsPart: 'duty',
                law: 'Care Act 2014 s18(4)',
                arrangementFee: null,
              },
            },
          },
        },
      },
    },
    {
      says: 'The statement that his advocate gets says that the council must arrange it, for nothing.',
      who: 'financeOfficer',
      does: 'GET /cases/{caseId}/charge-statement',
      expect: { answer: { weeklyPence: 0, costOfCareWeeklyPence: 40_000 } },
    },
  ],
} satisfies WrittenStory;
