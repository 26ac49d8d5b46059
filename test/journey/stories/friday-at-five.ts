import type { WrittenStory } from '../player/story.ts';

// Friday 5 June 2026. Two working days on is Tuesday 9 June, fourteen days of support end on 18 June.

export const fridayAtFive = {
  id: 'friday-at-five',
  title: 'Friday at five: urgent support under one key',
  council: 'example',
  inItsTime: true,
  people: {
    adviser: {
      comes: 'as-staff',
      name: 'Fern Kettlewell',
      id: 'kettlewell',
      roles: ['adviser'],
      teams: ['adult-front-door'],
    },
    dutyManager: {
      comes: 'as-staff',
      name: 'Magnus Nightjar',
      id: 'nightjar',
      roles: ['duty-manager', 'team-manager'],
      teams: ['social-work-south'],
    },
    teamManager: {
      comes: 'as-staff',
      name: 'Ottilie Mondayson',
      id: 'mondayson',
      roles: ['team-manager'],
      teams: ['social-work-south'],
    },
  },
  steps: [
    {
      on: '2026-06-05 17:00',
      says: 'A neighbour calls: Wilf Butterdish has fallen, his wife who does everything has been taken to hospital, and nobody will be there tonight.',
      who: 'adviser',
      does: 'POST /contacts',
      body: {
        about: 'adult',
        channel: 'phone',
        by: {
          kind: 'other',
          name: 'Ida Nextdoor',
          relationship: 'neighbour',
          personKnows: true,
          personAgrees: true,
        },
        person: { givenName: 'Wilf', familyName: 'Butterdish', phone: '01632 960 811' },
        whatIsHappening: 'Cannot get to bed, to the toilet or to food without his wife.',
        isUrgent: true,
        urgentBecause: 'He is alone from this evening.',
      },
      keeps: { wilf: 'answer.caseId' },
      expect: {
        stage: 'contact',
        tasks: [{ team: 'adult-front-door', step: 'triage-contact', due: '2026-06-05' }],
      },
    },
    {
      on: '2026-06-05 17:20',
      says: 'One key cannot spend more than 800.00 a week.',
      who: 'dutyManager',
      does: 'POST /cases/{wilf}/urgent-support',
      body: {
        whyUrgent: 'Alone tonight, unable to move safely.',
        support: 'Four visits a day by two workers',
        weeklyPence: 80_001,
      },
      expect: { problem: 'urgent-support-limit' },
    },
    {
      says: 'Support the same evening, under one key, before anything is assessed: three visits a day.',
      who: 'dutyManager',
      does: 'POST /cases/{wilf}/urgent-support',
      body: {
        whyUrgent: 'Alone tonight, unable to move safely.',
        support: 'Dayside Care visits at eight tonight, then three times a day',
        weeklyPence: 45_000,
      },
      expect: {
        law: 'Care Act 2014 s19(3)',
        state: {
          urgentSupport: {
            state: 'awaiting-second-key',
            weeklyPence: 45_000,
            startedOn: '2026-06-05',
            firstKeyBy: 'nightjar',
            secondKeyBy: null,
            secondKeyDue: '2026-06-09',
            expiresOn: '2026-06-18',
          },
        },
      },
    },
    {
      on: '2026-06-05 17:40',
      says: 'Another call: Pearl Gravelly has come home to a house without food, and cannot cook.',
      who: 'adviser',
      does: 'POST /contacts',
      body: {
        about: 'adult',
        channel: 'phone',
        by: { kind: 'self' },
        person: { givenName: 'Pearl', familyName: 'Gravelly' },
        whatIsHappening: 'Discharged this afternoon; her daughter cannot come before Wednesday.',
        isUrgent: true,
        urgentBecause: 'No food in the house.',
      },
      keeps: { pearl: 'answer.caseId' },
      expect: { stage: 'contact' },
    },
    {
      says: 'Meals and a visit each evening for her too.',
      who: 'dutyManager',
      does: 'POST /cases/{pearl}/urgent-support',
      body: {
        whyUrgent: 'Nothing to eat and no strength to cook.',
        support: 'A hot meal and one visit every evening',
        weeklyPence: 12_600,
      },
      expect: { state: { urgentSupport: { secondKeyDue: '2026-06-09' } } },
    },
    {
      on: '2026-06-08 09:10',
      says: 'Monday. Whoever turned the first key may not turn the second.',
      who: 'dutyManager',
      does: 'POST /cases/{wilf}/urgent-support/confirmation',
      ifMatch: 'urgent-support',
      body: { reason: 'Still needed.' },
      expect: { problem: 'same-person' },
    },
    {
      says: 'The team manager confirms it: it may last until 18 June.',
      who: 'teamManager',
      does: 'POST /cases/{wilf}/urgent-support/confirmation',
      ifMatch: 'urgent-support',
      body: { reason: 'His wife stays in hospital for a week at least.' },
      expect: {
        law: 'Care Act 2014 s19(3)',
        state: {
          urgentSupport: {
            state: 'confirmed',
            firstKeyBy: 'nightjar',
            secondKeyBy: 'mondayson',
            expiresOn: '2026-06-18',
          },
        },
      },
    },
    {
      says: 'His contact goes on like any other: needs appear, and they are assessed.',
      who: 'adviser',
      does: 'POST /cases/{wilf}/triage',
      body: {
        verdict: 'assess',
        appearanceOfNeed: { isPresent: true, reason: 'Needs help with all personal care.' },
        toldHowToAskForAssessment: true,
        referral: { team: 'social-work-south', reason: 'Lives in the south.' },
      },
      expect: { stage: 'assessment', code: 'progress-to-assessment', law: 'Care Act 2014 s4, s9' },
    },
    {
      on: '2026-06-10 09:00',
      says: 'Nobody confirmed hers by the end of Tuesday: it has expired by itself.',
      about: '{pearl}',
      expect: {
        service: ['task-overdue', 'urgent-support-expired'],
        state: { urgentSupport: { state: 'expired', secondKeyBy: null } },
      },
    },
    {
      says: 'It cannot be confirmed any more.',
      who: 'teamManager',
      does: 'POST /cases/{pearl}/urgent-support/confirmation',
      ifMatch: 'urgent-support',
      body: { reason: 'Seen too late.' },
      expect: { problem: 'wrong-stage' },
    },
    {
      says: 'Who started it alone may not start it alone again.',
      who: 'dutyManager',
      does: 'POST /cases/{pearl}/urgent-support',
      body: {
        whyUrgent: 'The same again.',
        support: 'A hot meal every evening',
        weeklyPence: 12_600,
      },
      expect: { problem: 'same-person' },
    },
    {
      on: '2026-06-19 09:00',
      says: 'His confirmed support has run its time.',
      about: '{wilf}',
      expect: {
        service: ['task-overdue', 'risk-re-check-asked', 'urgent-support-expired'],
        state: { urgentSupport: { state: 'expired', secondKeyBy: 'mondayson' } },
      },
    },
  ],
} satisfies WrittenStory;
