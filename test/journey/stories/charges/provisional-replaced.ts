import type { WrittenStory } from '../../player/story.ts';
import { income, money, people, toSupport, toTheMoney } from './scenes.ts';

export const provisionalReplaced = {
  id: 'provisional-replaced',
  title: 'Support starts on a provisional charge, which is replaced from the first day',
  council: 'example',
  inItsTime: true,
  people,
  steps: [
    ...toTheMoney({
      on: '2026-06-15',
      person: { givenName: 'Winifred', familyName: 'Farthing', dateOfBirth: '1939-08-21' },
    }),
    {
      says: 'Her papers are not there: 20.00 a week for now, told in writing, with help to find them.',
      who: 'financeOfficer',
      does: 'POST /cases/{caseId}/financial-assessment',
      body: money('2026-06-15', {
        assessment: {
          kind: 'incomplete',
          weeklyPence: 2_000,
          missing: 'The statements of two accounts.',
          helpOffered: 'A visit, and a letter to the bank.',
          reviewOn: '2026-07-20',
          toldInWriting: true,
        },
      }),
      expect: {
        law: 'Care Act 2014 s17',
        state: { finances: { status: 'provisional', weeklyContributionPence: 2_000 } },
      },
    },
    ...toSupport('2026-06-17', '2026-06-29'),
    {
      on: '2026-07-20 12:00',
      says: 'The day to look again has come, and finance is asked to.',
      about: '{caseId}',
      expect: { tasks: [{ team: 'finance', step: 'look-at-charge', due: '2026-08-17' }] },
    },
    {
      on: '2026-07-27 10:00',
      says: 'The papers are there: 45.00 a week from the first day, 25.00 more for each of four weeks.',
      who: 'financeOfficer',
      does: 'POST /cases/{caseId}/financial-assessment',
      ifMatch: 'finances',
      body: money('2026-07-27', {
        appliesFrom: '2026-06-29',
        care: { from: 'plan' },
        incomes: [income('state-pension', 24_145), income('private-pension', 4_500)],
      }),
      expect: {
        records: {
          finances: {
            charge: { weeklyPence: 4_500 },
            replaces: { status: 'provisional' },
            difference: { from: '2026-06-29', until: '2026-07-26', differencePence: 10_000 },
          },
        },
        noTasks: [{ team: 'finance', step: 'look-at-charge' }],
      },
    },
    {
      says: 'Her statement tells each week, and that care goes on whatever is owed.',
      who: 'financeOfficer',
      does: 'GET /cases/{caseId}/charge-statement',
      expect: {
        answer: {
          difference: {
            chargedPence: 8_000,
            duePence: 18_000,
            summary: '£100.00 more is due. You can ask to pay it in parts, and your care goes on.',
          },
        },
      },
    },
  ],
} satisfies WrittenStory;
