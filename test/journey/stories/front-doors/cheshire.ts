import type { WrittenStory } from '../../player/story.ts';

// A patch team for each street, and as few hand-offs as can be: to the end there is none. A visit is moved
// from Friday 16 to Monday 19 May 2008.

const accessTeam = 'access-team';
const patchTeam = 'east-crewe';

const visit = {
  kind: 'home-visit',
  loneWorking: 'The team knows where and until when; a call afterwards.',
  purpose: 'first-conversation',
  worker: 'millpond',
  accessNeeds: ['A doorbell that flashes: press it and wait.'],
};

const interpreter = {
  standing: 'booked',
  language: 'British Sign Language',
  provider: 'Signs of Cheshire',
  reference: 'BSL-2231',
};

const towardsAssessment = {
  appearanceOfNeed: { isPresent: true, reason: 'Cannot rise, dress or bathe without pain.' },
  toldHowToAskForAssessment: true,
};

export const cheshireFrontDoor = {
  id: 'cheshire-front-door',
  title: 'Cheshire: prevention first, and one patch team from the first day on',
  council: 'cheshire-2008',
  inItsTime: true,
  people: {
    obadiah: { comes: 'without-account', name: 'Obadiah Quillon' },
    adviser: {
      comes: 'as-staff',
      name: 'Meredith Gatepost',
      id: 'gatepost',
      roles: ['adviser'],
      teams: [accessTeam],
    },
    socialWorker: {
      comes: 'as-staff',
      name: 'Ansel Millpond',
      id: 'millpond',
      roles: ['practitioner'],
      teams: [patchTeam],
    },
    manager: {
      comes: 'as-staff',
      name: 'Hester Crewbridge',
      id: 'crewbridge',
      roles: ['team-manager'],
      teams: [patchTeam],
    },
  },
  steps: [
    {
      on: '2008-05-13 09:20',
      says: 'Obadiah Quillon, who is deaf, comes to the Access Team with a note.',
      who: 'adviser',
      does: 'POST /contacts',
      body: {
        about: 'adult',
        channel: 'face-to-face',
        by: { kind: 'self' },
        person: {
          givenName: 'Obadiah',
          familyName: 'Quillon',
          dateOfBirth: '1934-01-30',
          postcode: 'CW2 9ZZ',
          email: 'obadiah.quillon@example.org',
        },
        whatIsHappening: 'His hips are worn. He cannot get out of bed without pain.',
        whatMatters: 'His allotment.',
        needs: { by: 'facs-domains', domains: { 'daily-routines': 'struggles' } },
        accessNeeds: { contactMethods: ['email'], professionals: ['bsl-interpreter'] },
        safeContact: { mayCall: false, mayText: false, mayLeaveMessage: false },
      },
      keeps: {
        obadiahsCase: 'answer.caseId',
        personId: 'case.state.personId',
        receipt: 'answer.reference',
        secret: 'answer.secret',
      },
      expect: {
        stage: 'contact',
        tasks: [{ team: accessTeam, step: 'triage-contact', due: '2008-05-14' }],
      },
    },
    {
      says: 'Prevention comes before eligibility: bed raisers, free, on the same morning.',
      who: 'adviser',
      does: 'POST /cases/{obadiahsCase}/equipment',
      body: {
        item: 'bed-raisers',
        whatFor: 'To get up without pain.',
        recipient: { kind: 'person' },
        handedOver: 'deliver',
        givenOn: '2008-05-15',
      },
      keeps: { prescription: 'answer.reference' },
      expect: {
        stage: 'contact',
        state: { eligibility: null, equipment: [{ code: 'bed-raisers', givenOn: '2008-05-15' }] },
      },
    },
    {
      says: 'What he gets printed says what it is for, and that it costs him nothing.',
      who: 'adviser',
      does: 'GET /cases/{obadiahsCase}/equipment/{prescription}',
      expect: {
        answer: {
          reference: '{prescription}',
          name: 'Bed raisers, set of four',
          costPence: 2_200,
          chargePence: 0,
          rule: 'SI 2003/1196',
        },
      },
    },
    {
      says: 'At referral his needs look Substantial.',
      who: 'adviser',
      does: 'POST /cases/{obadiahsCase}/screening',
      body: {
        at: 'referral',
        on: '2008-05-13',
        indicators: [
          { code: 'FACS-SUBSTANTIAL-ROUTINES', evidence: 'Most personal care hurts him.' },
        ],
      },
      expect: {
        law: 'Fair access to care services, LAC(2002)13',
        records: { screening: { at: 'referral', band: 'substantial', isAtThreshold: true } },
      },
    },
    {
      says: 'The bed raisers do not end it: where needs appear, advice alone is no answer.',
      who: 'adviser',
      does: 'POST /cases/{obadiahsCase}/triage',
      body: { ...towardsAssessment, verdict: 'advice', advice: 'He has his bed raisers.' },
      expect: { problem: 'appearance-of-need-needs-action' },
    },
    {
      says: 'His postcode says which of the eleven patch teams is his.',
      who: 'adviser',
      does: 'POST /cases/{obadiahsCase}/triage/suggested-team',
      body: { verdict: 'assess' },
      expect: { answer: { team: patchTeam, rule: 'by-patch' } },
    },
    {
      says: 'There he goes, and there he stays.',
      who: 'adviser',
      does: 'POST /cases/{obadiahsCase}/triage',
      body: { ...towardsAssessment, verdict: 'assess', referral: {} },
      expect: {
        stage: 'assessment',
        code: 'progress-to-assessment',
        state: { team: patchTeam, handOffs: 0 },
        noTasks: [{ team: accessTeam, step: 'triage-contact' }],
        tasks: [{ team: patchTeam, step: 'assess-needs', due: '2008-06-10' }],
      },
    },
    {
      says: 'A home visit is booked for Friday; who interprets is still to be found.',
      who: 'adviser',
      does: 'POST /cases/{obadiahsCase}/appointments',
      body: {
        ...visit,
        on: '2008-05-16',
        from: '10:00',
        to: '11:30',
        interpreter: { standing: 'needed', language: 'British Sign Language' },
      },
      keeps: { visit: 'answer.appointmentId' },
      expect: {
        state: { appointments: [{ on: '2008-05-16', interpreter: 'needed', worker: 'millpond' }] },
      },
    },
    {
      says: 'The banner warns whoever looks him up: nobody calls him, and nobody interprets yet.',
      who: 'adviser',
      does: 'GET /people/{personId}/banner',
      expect: {
        answer: {
          alerts: [{ kind: 'do-not-call' }, { kind: 'interpreter-not-booked' }],
          appointments: [{ kind: 'home-visit', on: '2008-05-16', from: '10:00' }],
        },
      },
    },
    {
      says: 'Nobody can be visited twice at once.',
      who: 'adviser',
      does: 'POST /cases/{obadiahsCase}/appointments',
      body: { ...visit, on: '2008-05-16', from: '11:00', to: '12:00', interpreter },
      expect: { problem: 'appointment-clash' },
    },
    {
      on: '2008-05-14 14:00',
      says: 'With his receipt he asks for another day, because the allotment show is on Friday.',
      who: 'obadiah',
      does: 'POST /public/receipts/{receipt}/appointment-requests',
      headers: { 'x-receipt-secret': '{secret}' },
      body: { wants: 'other-time', inWords: 'Not on Friday, please. Write, I am deaf.' },
      expect: { status: 202, answer: { weAnswerBy: '2008-05-15', notByPhone: true } },
    },
    {
      says: 'It is moved to Monday, with an interpreter.',
      who: 'socialWorker',
      does: 'POST /cases/{obadiahsCase}/appointments/{visit}/change',
      body: {
        appointment: { ...visit, on: '2008-05-19', from: '14:00', to: '15:30', interpreter },
        askedBy: 'person',
        reason: 'The allotment show.',
      },
      keeps: { callBack: 'case.state.callBacks.0.id' },
      expect: {
        state: { appointments: [{ on: '2008-05-19', interpreter: 'booked' }] },
        tasks: [{ team: patchTeam, step: 'call-back', due: '2008-05-15' }],
      },
    },
    {
      says: 'Nobody rings a man who is deaf: the call is struck off, because he has been written to.',
      who: 'socialWorker',
      does: 'POST /cases/{obadiahsCase}/call-backs/{callBack}/outcome',
      body: { result: 'cancelled', reason: 'The new day has been agreed with him by email.' },
      expect: {
        state: { callBacks: [] },
        noTasks: [{ team: patchTeam, step: 'call-back' }],
      },
    },
    {
      says: 'He has been told of all this in writing, by email, as he asked.',
      who: 'socialWorker',
      does: 'GET /cases/{obadiahsCase}/letters',
      expect: {
        answer: {
          letters: [
            { letter: 'appointment-changed', tries: [{ channel: 'email' }] },
            { letter: 'appointment-booked', tries: [{ channel: 'email' }] },
            { letter: 'referred', tries: [{ channel: 'email' }] },
            { letter: 'equipment-prescribed', tries: [{ channel: 'email' }] },
            { letter: 'contact-received', tries: [{ channel: 'email' }] },
          ],
        },
      },
    },
    {
      on: '2008-05-19 09:00',
      says: 'The patch team gives him a worker of its own. That is no hand-off.',
      who: 'manager',
      does: 'POST /cases/{obadiahsCase}/allocation-to-worker',
      body: { worker: 'millpond', team: patchTeam, reason: 'He has some sign language.' },
      expect: { state: { allocatedTo: 'millpond', handOffs: 0 } },
    },
    {
      says: 'Nobody can say that a visit was kept before it has begun.',
      who: 'socialWorker',
      does: 'POST /cases/{obadiahsCase}/appointments/{visit}/outcome',
      body: { result: 'kept' },
      expect: { problem: 'wrong-stage' },
    },
    {
      on: '2008-05-19 15:40',
      says: 'The visit is kept, and the interpreter came.',
      who: 'socialWorker',
      does: 'POST /cases/{obadiahsCase}/appointments/{visit}/outcome',
      body: { result: 'kept', note: 'Talked for an hour and a half, with the interpreter.' },
      expect: { state: { appointments: [], handOffs: 0 } },
    },
    {
      says: 'At the first visit his status is looked at again. It is Substantial as before.',
      who: 'socialWorker',
      does: 'POST /cases/{obadiahsCase}/screening',
      body: {
        at: 'first-visit',
        on: '2008-05-19',
        indicators: [
          { code: 'FACS-SUBSTANTIAL-ROUTINES', evidence: 'Seen: he dresses for an hour.' },
          { code: 'FACS-LOW-SUPPORT', evidence: 'The allotment friends come every week.' },
        ],
      },
      expect: {
        records: { screening: { at: 'first-visit', band: 'substantial', isAtThreshold: true } },
        state: { team: patchTeam, handOffs: 0 },
      },
    },
  ],
} satisfies WrittenStory;
