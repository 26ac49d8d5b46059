import type { Step, WrittenStory } from '../../player/story.ts';
import {
  administrator,
  allAchieved,
  checksPassed,
  directPaymentDiscussed,
  livesAlone,
  metByCouncil,
  needsNothing,
  noAdvocateNeeded,
  notAlone,
  plainPlan,
  usualLimits,
  weighsOnWellBeing,
} from '../usual.ts';

// What the stories of charges have in common: the way to the money, told in short, and to support
// that the council arranges.

type Steps = WrittenStory['steps'];
type Json = NonNullable<Step['body']>;

export const people = {
  administrator,
  adviser: {
    comes: 'as-staff',
    name: 'Fern Kettlewell',
    id: 'kettlewell',
    roles: ['adviser'],
    teams: ['adult-front-door'],
  },
  socialWorker: {
    comes: 'as-staff',
    name: 'Silas Quarrydale',
    id: 'quarrydale',
    roles: ['practitioner'],
    teams: ['social-work-south'],
  },
  financeOfficer: {
    comes: 'as-staff',
    name: 'Agnes Halfcrown',
    id: 'halfcrown',
    roles: ['finance-officer'],
    teams: ['finance'],
  },
  budgetManager: {
    comes: 'as-staff',
    name: 'Verity Abacus',
    id: 'abacus',
    roles: ['budget-manager'],
    teams: ['budget-managers'],
  },
} satisfies WrittenStory['people'];

interface Told {
  readonly on: string;
  readonly person: {
    readonly givenName: string;
    readonly familyName: string;
    readonly dateOfBirth: string;
  };
  readonly advocacy?: Json;
}

/** From the contact to an indicative budget of 400.00 a week, on one day. */
export function toTheMoney({ on, person, advocacy = noAdvocateNeeded }: Told): Steps {
  const name = `${person.givenName} ${person.familyName}`;
  return [
    {
      on: `${on} 10:00`,
      says: `${name} needs help with washing, meals and the home.`,
      who: 'adviser',
      does: 'POST /contacts',
      body: {
        about: 'adult',
        channel: 'referral',
        by: {
          kind: 'professional',
          profession: 'hospital',
          organisation: 'The infirmary',
          personKnows: true,
          personAgrees: true,
        },
        person: { ...person },
        whatIsHappening: 'Washing and cooking take half the day or do not happen.',
      },
      keeps: { caseId: 'answer.caseId' },
    },
    {
      says: 'Needs appear, and they are assessed.',
      who: 'adviser',
      does: 'POST /cases/{caseId}/triage',
      body: {
        verdict: 'assess',
        appearanceOfNeed: { isPresent: true, reason: 'Three outcomes look out of reach.' },
        toldHowToAskForAssessment: true,
        referral: { team: 'social-work-south', reason: 'Lives in the south.' },
      },
    },
    {
      says: 'Three outcomes cannot be achieved alone.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/assessment',
      body: {
        assessedOn: on,
        ownAccount: 'I want to stay where I am.',
        whatMatters: 'My own front door.',
        needs: {
          by: 'adult-outcomes',
          outcomes: {
            ...allAchieved,
            'CA-NUTRITION': notAlone('Cannot lift a pan or open a tin.'),
            'CA-HYGIENE': notAlone('Washes at the basin, with help.'),
            'CA-HABITABLEHOME': notAlone('Dishes and laundry stand for days.'),
          },
        },
        present: [{ name, relationship: 'self' }],
        mayTalkTo: [],
        assessor: { name: 'Silas Quarrydale', competence: 'Qualified social worker.' },
        advocacy,
        optionsDiscussed: [{ option: 'Help at home', personsView: 'Yes.' }],
        continuingHealthcare: { result: 'not-indicated', reason: 'No nursing needs.' },
      },
    },
    {
      says: 'The needs are eligible.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/eligibility',
      ifMatch: 'assessment',
      body: {
        decidedOn: on,
        decidedByName: 'Silas Quarrydale',
        test: weighsOnWellBeing,
        whatFollows: metByCouncil,
      },
      expect: { stage: 'support-planning' },
    },
    {
      says: 'The questionnaire gives 40 points: an indicative budget of 400.00 a week.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/indicative-budget',
      body: {
        answers: {
          ...needsNothing,
          washing: 'much-help',
          dressing: 'much-help',
          meals: 'full-help',
          moving: 'some-help',
          safety: 'much-help',
          home: 'much-help',
          medicines: 'some-help',
          people: 'much-help',
        },
      },
    },
    {
      says: 'It is told.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/indicative-budget/given',
      ifMatch: 'allocation',
      body: { givenOn: on, to: 'person', how: 'in-person', format: 'plain' },
      expect: { state: { allocation: { weeklyPence: 40_000 } } },
    },
  ];
}

/** What a pensioner who lives alone tells about their money; each story writes its own over it. */
export function money(assessedOn: string, told: Readonly<Record<string, Json>>): Json {
  return {
    method: 'care-act-2014',
    assessedOn,
    appliesFrom: assessedOn,
    assessedByName: 'Agnes Halfcrown',
    person: { ...livesAlone, ageGroup: 'pension-age' },
    setting: { kind: 'home' },
    care: {
      from: 'lines',
      lines: [{ id: 'home', label: 'Help at home', kind: 'care', weeklyPence: 40_000 }],
    },
    assessment: { kind: 'full' },
    ...told,
  };
}

/** A weekly income that was seen on paper. */
export function income(kind: string, pence: number): Json {
  return { id: kind, kind, pence, every: 'week', evidence: 'Award letter and bank statement' };
}

/** A plan of 24 visits for 400.00 a week, signed off on one day, which starts on another. */
export function toSupport(on: string, startsOn: string): Steps {
  const visits = {
    kind: 'weekly',
    supporter: { kind: 'provider', name: 'Larksong Home Care', cqcLocationId: '1-7654321' },
    component: 'Home Support',
    unit: 'hour',
    unitPence: 2_000,
    unitsHundredths: 1_000,
    weeklyPence: 20_000,
    when: 'Every day',
    funding: { funder: 'council', partId: 'managed', costCentre: 'older-people' },
  };
  return [
    {
      on: `${on} 11:00`,
      says: 'Who may authorise how much is set.',
      who: 'administrator',
      does: 'PUT /policies/delegated-limits',
      body: usualLimits,
    },
    {
      says: 'The plan: 400.00 a week of help at home, which the council arranges.',
      who: 'socialWorker',
      does: 'PUT /cases/{caseId}/plan',
      body: {
        ...plainPlan,
        writtenOn: on,
        author: { kind: 'person' },
        needs: [
          {
            need: 'Washing, meals, the home',
            isEligible: true,
            metBy: 'council',
            how: 'An agency',
          },
        ],
        outcomesWanted: ['To stay where I am'],
        lines: [
          {
            ...visits,
            id: 'washing',
            outcome: 'CA-HYGIENE',
            activity: 'Bath and wash',
            purchase: 'personal-care',
          },
          {
            ...visits,
            id: 'meals',
            outcome: 'CA-NUTRITION',
            activity: 'Meals, and the kitchen after them',
            purchase: 'meals',
          },
        ],
        notCovered: [{ outcome: 'CA-HABITABLEHOME', reason: 'The kitchen is done with meals.' }],
        parts: [{ id: 'managed', holding: 'council-managed' }],
        budgetFrom: startsOn,
        optionsDiscussed: directPaymentDiscussed(on),
      },
    },
    {
      says: 'It is agreed.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/plan/agreement',
      ifMatch: 'plan',
      body: { outcome: 'agreed', by: { kind: 'person' }, on, copiesTo: [{ kind: 'person' }] },
    },
    {
      says: 'The first key.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/plan/authorisation',
      ifMatch: 'plan',
      body: checksPassed('Larksong Home Care at 20.00 an hour', on),
    },
    {
      says: 'The second key.',
      who: 'budgetManager',
      does: 'POST /cases/{caseId}/budget/authorisation',
      ifMatch: 'plan',
      body: { verdict: 'authorised' },
      expect: { noTasks: [{ team: 'finance', step: 'look-at-charge' }] },
    },
    {
      says: 'The agency is ordered.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/arrangements',
      body: {
        orders: [
          {
            partId: 'managed',
            lineIds: ['washing', 'meals'],
            provider: { name: 'Larksong Home Care', cqcLocationId: '1-7654321' },
            weeklyPence: 40_000,
            oneOffPence: 0,
            startsOn,
            interimCover: 'None is needed',
          },
        ],
      },
    },
    {
      on: `${startsOn} 18:00`,
      says: 'Support starts.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/start',
      body: {
        lines: [
          { lineId: 'washing', firstDay: startsOn },
          { lineId: 'meals', firstDay: startsOn },
        ],
      },
      expect: { stage: 'receiving-support' },
    },
  ];
}
