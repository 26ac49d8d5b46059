import type { WrittenStory } from '../../player/story.ts';

// Thursday 30 January to Thursday 6 February 2025. What is red is looked at again after two working days: a man
// who waits since Tuesday 4 February, on Thursday.

const door = 'adult-front-door';
const northTeam = 'social-work-north';

const isNeeded = {
  verdict: 'assess',
  appearanceOfNeed: { isPresent: true, reason: 'Cannot get through a day alone.' },
  toldHowToAskForAssessment: true,
};

const tansy = {
  about: 'adult',
  by: { kind: 'self' },
  person: {
    givenName: 'Tansy',
    familyName: 'Cobblewright',
    dateOfBirth: '2004-04-18',
    postcode: 'DY10 9ZZ',
    email: 'tansy.cobblewright@example.org',
  },
};

export const worcestershireFrontDoor = {
  id: 'worcestershire-front-door',
  title: 'Worcestershire: how can I help myself, and who is seen first',
  council: 'worcestershire',
  inItsTime: true,
  people: {
    tansy: { comes: 'without-account', name: 'Tansy Cobblewright' },
    tansySignedIn: {
      comes: 'as-resident',
      name: 'Tansy Cobblewright, who has signed in',
      personId: '{tansysRecord}',
    },
    stranger: { comes: 'without-account', name: 'Somebody who guesses' },
    adviser: {
      comes: 'as-staff',
      name: 'Barnaby Lintel',
      id: 'lintel',
      roles: ['adviser'],
      teams: [door],
    },
    socialWorker: {
      comes: 'as-staff',
      name: 'Isolde Kiddermere',
      id: 'kiddermere',
      roles: ['practitioner', 'team-manager'],
      teams: [northTeam],
    },
    dutyManager: {
      comes: 'as-staff',
      name: 'Fenwick Overnight',
      id: 'overnight',
      roles: ['duty-manager'],
      teams: [northTeam],
    },
  },
  steps: [
    {
      on: '2025-01-30 20:00',
      says: '"How can I help myself?" has no more to offer to Tansy Cobblewright, who is 20: it leads her to the council.',
      who: 'tansy',
      does: 'POST /public/guides/help-myself/answers',
      body: { answers: { danger: 'no', tried: 'groups', 'still-hard': 'daily' } },
      expect: {
        answer: {
          title: 'Come to the Adult Front Door',
          isEmergency: false,
          contact: { isAdvised: true, web: '/public/contacts' },
        },
      },
    },
    {
      says: 'She begins to write, and is too tired to end.',
      who: 'tansy',
      does: 'POST /public/contact-drafts',
      body: { ...tansy, whatMatters: 'To go back to college.' },
      keeps: { receipt: 'answer.reference', secret: 'answer.secret' },
      expect: { status: 201 },
    },
    {
      on: '2025-01-31 08:10',
      says: 'In the morning it is there, as far as she came.',
      who: 'tansy',
      does: 'GET /public/contact-drafts/{receipt}',
      headers: { 'x-receipt-secret': '{secret}' },
      expect: {
        answer: { body: { whatMatters: 'To go back to college.', whatIsHappening: null } },
      },
    },
    {
      says: 'She writes on, and tells of her little brother too.',
      who: 'tansy',
      does: 'PUT /public/contact-drafts/{receipt}',
      headers: { 'x-receipt-secret': '{secret}' },
      body: {
        ...tansy,
        whatMatters: 'To go back to college.',
        whatIsHappening: 'I do not wash or eat for days when the voices are bad.',
        childAtRisk: { whatIsFeared: 'My brother is left alone with me then.', childAge: '7' },
      },
    },
    {
      says: 'It is sent, under the receipt that she has. She is asked to tell children’s services at once.',
      who: 'tansy',
      does: 'POST /public/contact-drafts/{receipt}/submission',
      headers: { 'x-receipt-secret': '{secret}' },
      expect: {
        answer: {
          reference: '{receipt}',
          secret: '{secret}',
          doNow: [
            {
              because: 'child-at-risk',
              call: { 0: { phone: '01632 960 404' }, 1: { phone: '01632 960 401' } },
            },
          ],
        },
      },
    },
    {
      says: 'Where is my case? Her receipt and its secret say so in plain words.',
      who: 'tansy',
      does: 'GET /public/receipts/{receipt}',
      headers: { 'x-receipt-secret': '{secret}' },
      expect: {
        answer: {
          status: { stage: 'contact', nextSteps: ['triage-contact'], team: door },
          inWords: {
            where: 'Our Adult Front Door has your request and is looking at it.',
            next: { 0: { by: '2025-02-03', isLate: false } },
          },
        },
      },
    },
    {
      on: '2025-01-31 08:30',
      says: 'Somebody has seen the reference and guesses at the secret, five times. Nothing is told.',
      who: 'stranger',
      does: 'GET /public/receipts/{receipt}',
      times: 5,
      headers: { 'x-receipt-secret': 'tansy2004' },
      expect: { problem: 'not-found' },
    },
    {
      says: 'Then the receipt is shut, to the right secret too, or a guess would be told from a find.',
      who: 'tansy',
      does: 'GET /public/receipts/{receipt}',
      headers: { 'x-receipt-secret': '{secret}' },
      expect: { problem: 'too-many-wrong-tries' },
    },
    {
      on: '2025-01-31 08:46',
      says: 'A quarter of an hour later it opens again.',
      who: 'tansy',
      does: 'GET /public/receipts/{receipt}',
      headers: { 'x-receipt-secret': '{secret}' },
      expect: { answer: { reference: '{receipt}' } },
    },
    {
      on: '2025-02-04 09:05',
      says: 'Tuesday. A neighbour rings about Jethro Pumphrey: he lies on his floor, and nobody can lift him.',
      who: 'adviser',
      does: 'POST /contacts',
      body: {
        about: 'adult',
        channel: 'phone',
        by: {
          kind: 'other',
          name: 'Dorcas Nextgate',
          relationship: 'neighbour',
          personKnows: true,
          personAgrees: true,
        },
        person: { givenName: 'Jethro', familyName: 'Pumphrey', postcode: 'DY10 9ZY' },
        whatIsHappening: 'The ambulance has been. He is unhurt, and cannot get to bed or to food.',
        risks: [{ what: 'He falls again.', howSoon: 'today', toWhom: 'person' }],
      },
      keeps: { jethrosCase: 'answer.caseId', jethro: 'case.state.personId' },
      expect: {
        state: { isUrgent: true, urgentBecause: 'He falls again.' },
        tasks: [{ team: door, step: 'triage-contact', due: '2025-02-04' }],
      },
    },
    {
      says: 'Tansy has waited since Friday and is overdue, and still he is seen before her and everybody else.',
      who: 'adviser',
      does: `GET /tasks?team=${door}`,
      finds: { receipt: '{receipt}', team: door, as: 'tansysCase' },
      keeps: { tansysRecord: 'case.state.personId' },
      expect: {
        answer: { tasks: { 0: { aggregateId: '{jethrosCase}', isUrgent: true } } },
        service: ['case-opened', 'task-overdue'],
      },
    },
    {
      says: 'What is urgent is not put behind anything.',
      who: 'adviser',
      does: 'POST /cases/{jethrosCase}/triage',
      body: {
        ...isNeeded,
        referral: {},
        priority: { level: 'amber', reason: 'Others wait longer.' },
      },
      expect: { problem: 'urgent-is-red' },
    },
    {
      says: 'He goes to the team of his area, red.',
      who: 'adviser',
      does: 'POST /cases/{jethrosCase}/triage',
      body: { ...isNeeded, referral: {} },
      expect: { state: { team: northTeam, priority: 'red', handOffs: 0 } },
    },
    {
      on: '2025-02-04 10:00',
      says: 'A rule of the council would send Tansy to Hospital and Reablement, were she in hospital.',
      who: 'adviser',
      does: 'POST /cases/{tansysCase}/triage/suggested-team',
      body: { verdict: 'assess', isInHospital: true },
      expect: { answer: { team: 'hospital-and-reablement', rule: 'in-hospital' } },
    },
    {
      says: 'She is at home and 20: by the next rule it is Young Adults. Another team needs a reason.',
      who: 'adviser',
      does: 'POST /cases/{tansysCase}/triage',
      body: {
        ...isNeeded,
        childReferral: { who: "The children's front door", on: '2025-01-31', at: '09:40' },
        referral: { supportReason: 'mental-health', team: 'mental-health' },
      },
      expect: { problem: 'referral-needs-reason' },
    },
    {
      says: 'And nothing goes on before it is written down who told children’s services of her brother.',
      who: 'adviser',
      does: 'POST /cases/{tansysCase}/triage',
      body: {
        ...isNeeded,
        referral: {
          supportReason: 'mental-health',
          team: 'mental-health',
          reason: 'She is known there since her last stay on a ward.',
        },
      },
      expect: { problem: 'child-not-referred' },
    },
    {
      says: 'They have known since Friday. She goes to Mental Health, with the reason why.',
      who: 'adviser',
      does: 'POST /cases/{tansysCase}/triage',
      body: {
        ...isNeeded,
        childReferral: { who: "The children's front door", on: '2025-01-31', at: '09:40' },
        referral: {
          supportReason: 'mental-health',
          team: 'mental-health',
          reason: 'She is known there since her last stay on a ward.',
        },
      },
      expect: {
        stage: 'assessment',
        state: { team: 'mental-health', priority: 'amber', childAtRisk: 'referred' },
        records: {
          triage: {
            referral: {
              isOverridden: true,
              suggested: { team: 'young-adults', rule: 'young-adult' },
            },
          },
        },
      },
    },
    {
      on: '2025-02-04 11:00',
      says: 'Eglantine Teasel asks for help with her garden gate and her bath.',
      who: 'adviser',
      does: 'POST /contacts',
      body: {
        about: 'adult',
        channel: 'letter',
        by: { kind: 'self' },
        person: { givenName: 'Eglantine', familyName: 'Teasel', postcode: 'B97 9ZZ' },
        whatIsHappening: 'The gate is stiff and the bath is high. My niece helps me for now.',
      },
      keeps: { eglantinesCase: 'answer.caseId' },
      expect: { stage: 'contact' },
    },
    {
      says: 'She can wait, because her niece helps: green.',
      who: 'adviser',
      does: 'POST /cases/{eglantinesCase}/triage',
      body: {
        ...isNeeded,
        referral: {},
        priority: { level: 'green', reason: 'Her niece comes every day.' },
      },
      expect: { state: { team: northTeam, priority: 'green' } },
    },
    {
      on: '2025-02-06 09:00',
      says: 'Thursday. He still waits, before her, and it is time to look again at what waiting does to him.',
      who: 'socialWorker',
      does: `GET /teams/${northTeam}/waiting-list`,
      about: '{jethrosCase}',
      expect: {
        answer: {
          cases: [
            {
              caseId: '{jethrosCase}',
              priority: 'red',
              waitingDays: 2,
              reCheckDue: '2025-02-06',
            },
            {
              caseId: '{eglantinesCase}',
              priority: 'green',
              waitingDays: 2,
              reCheckDue: '2025-03-04',
            },
          ],
        },
        tasks: [{ team: northTeam, step: 'check-risk', due: '2025-02-06' }],
      },
    },
    {
      says: 'She rings him. It stays red, and the clock begins again.',
      who: 'socialWorker',
      does: 'POST /cases/{jethrosCase}/risk-re-checks',
      body: {
        by: 'phone',
        spokeWith: 'person',
        finding: 'He sleeps in his chair; the neighbour brings soup.',
        priority: { level: 'red', reason: 'It cannot go on for another day.' },
      },
      expect: {
        state: { waiting: { riskCheckedOn: '2025-02-06' } },
        noTasks: [{ team: northTeam, step: 'check-risk' }],
      },
    },
    {
      on: '2025-02-06 11:00',
      says: 'The surgery rings: Jethro Pumphrey has died. It is noted on his case.',
      who: 'adviser',
      does: 'POST /people/{jethro}/death',
      about: '{jethrosCase}',
      body: { diedOn: '2025-02-05', source: 'A receptionist of the surgery', proof: 'reported' },
      expect: {
        service: ['death-noted'],
        state: { death: { status: 'stands' } },
      },
    },
    {
      on: '2025-02-06 11:30',
      says: 'He opens the door to the practitioner. She asks for the death to be taken back.',
      who: 'socialWorker',
      does: 'POST /people/{jethro}/death/reversal',
      about: '{jethrosCase}',
      body: { reason: 'I spoke with him at his door. It was another patient.' },
      expect: { state: { death: { status: 'stands' } } },
    },
    {
      says: 'She is a manager as well, and still one person: somebody else confirms it.',
      who: 'socialWorker',
      does: 'POST /people/{jethro}/death/reversal/confirmation',
      body: { reason: 'It was another patient.' },
      expect: { problem: 'same-person' },
    },
    {
      says: 'The duty manager rings the surgery and confirms it. The case goes on as it was.',
      who: 'dutyManager',
      does: 'POST /people/{jethro}/death/reversal/confirmation',
      about: '{jethrosCase}',
      body: { reason: 'The surgery has put its mistake right.' },
      expect: {
        stage: 'assessment',
        state: { team: northTeam, priority: 'red', death: { status: 'reversed' } },
        tasks: [{ team: northTeam, step: 'assess-needs' }],
      },
    },
    {
      says: 'Tansy has signed in with the council: she sees her own case, and needs no receipt for it.',
      who: 'tansySignedIn',
      does: 'GET /my/cases',
      expect: {
        answer: { cases: [{ caseId: '{tansysCase}', stage: 'assessment' }] },
      },
    },
    {
      says: 'She asks for one thing more, and is asked nothing that is known: not even who she is.',
      who: 'tansySignedIn',
      does: 'POST /my/contacts',
      body: { about: 'adult', whatIsHappening: 'I cannot find the way to the college alone.' },
      expect: {
        status: 201,
        answer: { known: { givenName: 'Tansy', familyName: 'Cobblewright' } },
        state: { personId: '{tansysRecord}' },
      },
    },
  ],
} satisfies WrittenStory;
