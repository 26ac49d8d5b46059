import type { WrittenStory } from '../../player/story.ts';

// A daughter rings for her mother on Monday 3 March 2025, her brother writes the same evening, and it is one
// person's story all along.

const service = 'customer-service';
const eastTeam = 'social-work-east';

const hepzibah = {
  givenName: 'Hepzibah',
  familyName: 'Marchbanks',
  dateOfBirth: '1938-05-02',
  postcode: 'CV21 9ZZ',
};

export const warwickshireFrontDoor = {
  id: 'warwickshire-front-door',
  title: 'Warwickshire: a daughter rings, her brother writes, and it is one story',
  council: 'warwickshire',
  inItsTime: true,
  people: {
    brother: { comes: 'without-account', name: 'Lysander Marchbanks' },
    adviser: {
      comes: 'as-staff',
      name: 'Primrose Dialtone',
      id: 'dialtone',
      roles: ['adviser'],
      teams: [service],
    },
    manager: {
      comes: 'as-staff',
      name: 'Augustin Ledbury-Hall',
      id: 'ledbury-hall',
      roles: ['team-manager'],
      teams: [service],
    },
  },
  steps: [
    {
      on: '2025-03-03 10:00',
      says: 'Hepzibah Marchbanks has been known since she asked for a blue badge.',
      who: 'adviser',
      does: 'POST /people',
      body: { details: hepzibah, reason: 'From the register of blue badges.' },
      keeps: { hepzibah: 'answer.personId' },
    },
    {
      on: '2025-03-03 10:20',
      says: 'Her daughter Clementine rings. The adviser looks for the mother: her name and her birthday agree.',
      who: 'adviser',
      does: 'POST /people/search',
      body: {
        by: 'name-and-birth',
        givenName: 'hepzibah',
        familyName: 'MARCHBANKS',
        dateOfBirth: '1938-05-02',
      },
      expect: { answer: { people: [{ personId: '{hepzibah}', match: 'exact' }], isCut: false } },
    },
    {
      says: 'Whoever rings for somebody else says whether they know and agree, and nobody agrees unknowingly.',
      who: 'adviser',
      does: 'POST /contacts',
      body: {
        about: 'adult',
        channel: 'phone',
        personId: '{hepzibah}',
        by: { kind: 'family', relationship: 'daughter', personKnows: false, personAgrees: true },
        whatIsHappening: 'Forgets to eat.',
      },
      expect: { problem: 'invalid-input' },
    },
    {
      says: 'Her mother sits beside her and agrees. After the check nothing that is known is asked again.',
      who: 'adviser',
      does: 'POST /contacts',
      body: {
        about: 'adult',
        channel: 'phone',
        personId: '{hepzibah}',
        by: {
          kind: 'family',
          name: 'Clementine Marchbanks',
          relationship: 'daughter',
          phone: '01632 960 871',
          personKnows: true,
          personAgrees: true,
        },
        call: {
          authority: { basis: 'person-agreed-on-this-call' },
          identity: { asked: ['date-of-birth', 'postcode'], isPassed: true },
        },
        safeContact: {
          mayCall: true,
          mayText: false,
          mayLeaveMessage: false,
          phone: '01632 960 872',
        },
        whatIsHappening: 'She forgets to eat and left the gas on twice.',
        whatMatters: 'Her cats, and nobody moving her about.',
      },
      keeps: { hersCase: 'answer.caseId' },
      expect: {
        answer: { known: { postcode: 'CV21 9ZZ', dateOfBirth: '1938-05-02' } },
        state: { personId: '{hepzibah}' },
        tasks: [{ team: service, step: 'triage-contact', due: '2025-03-04' }],
      },
    },
    {
      says: 'A practitioner is to ring her, and the line breaks: a call is promised for tomorrow.',
      who: 'adviser',
      does: 'POST /cases/{hersCase}/call-backs',
      body: {
        by: '2025-03-04',
        about: 'How she manages at night.',
        askedBy: { kind: 'family', name: 'Clementine Marchbanks' },
      },
      keeps: { callBack: 'answer.callBackId' },
      expect: {
        state: { callBacks: [{ by: '2025-03-04', mayLeaveMessage: false, tries: 0 }] },
        tasks: [{ team: service, step: 'call-back', due: '2025-03-04' }],
      },
    },
    {
      says: 'Whoever answers when they ring again sees it all before the first word.',
      who: 'adviser',
      does: 'GET /people/{hepzibah}/banner',
      expect: {
        answer: {
          name: 'Hepzibah Marchbanks',
          openCases: [{ caseId: '{hersCase}', team: service, progress: { stage: 'contact' } }],
          lastContacts: [{ caseId: '{hersCase}', channel: 'phone' }],
          callBacks: [{ id: '{callBack}', by: '2025-03-04' }],
        },
      },
    },
    {
      on: '2025-03-03 19:30',
      says: 'In the evening her son writes about her on the web, and knows nothing of the call.',
      who: 'brother',
      does: 'POST /public/contacts',
      body: {
        about: 'adult',
        by: {
          kind: 'family',
          name: 'Lysander Marchbanks',
          relationship: 'son',
          personKnows: true,
          personAgrees: true,
        },
        person: { ...hepzibah, givenName: 'Hepsibah' },
        whatIsHappening: 'My mother has lost weight. I live in Cornwall.',
      },
      keeps: { receipt: 'answer.reference' },
    },
    {
      on: '2025-03-04 09:05',
      says: 'Nobody on the web is told who is known. The contact has a record of its own, until somebody looks.',
      who: 'adviser',
      finds: { receipt: '{receipt}', team: service, as: 'sonsCase' },
      keeps: { written: 'case.state.personId' },
      expect: { stage: 'contact' },
    },
    {
      says: 'The two records are flagged and stand side by side: one letter is different.',
      who: 'adviser',
      does: 'GET /people/{hepzibah}/duplicates',
      keeps: { version: 'answer.version', otherVersion: 'answer.duplicates.0.version' },
      expect: {
        answer: {
          duplicates: [
            {
              personId: '{written}',
              agree: ['name', 'date-of-birth', 'postcode'],
              fields: {
                0: {
                  field: 'givenName',
                  likeness: 'different',
                  this: 'Hepzibah',
                  other: 'Hepsibah',
                },
              },
            },
          ],
        },
      },
    },
    {
      says: 'An adviser does not make two records one.',
      who: 'adviser',
      does: 'POST /people/{hepzibah}/duplicates/{written}/decision',
      headers: { 'if-match': '"{version}"' },
      body: {
        decision: 'merge',
        survivor: '{hepzibah}',
        otherVersion: '{otherVersion}',
        reason: 'One letter.',
      },
      expect: { status: 403 },
    },
    {
      says: 'Her manager does, and the case of the web contact goes with it.',
      who: 'manager',
      does: 'POST /people/{hepzibah}/duplicates/{written}/decision',
      about: '{sonsCase}',
      headers: { 'if-match': '"{version}"' },
      body: {
        decision: 'merge',
        survivor: '{hepzibah}',
        otherVersion: '{otherVersion}',
        reason: 'One letter, the same birthday and the same street.',
      },
      expect: { state: { personId: '{hepzibah}' } },
    },
    {
      on: '2025-03-04 09:30',
      says: 'It was too soon: nobody had asked the son. The merge is taken back, whole.',
      who: 'manager',
      does: 'POST /people/{written}/merge-reversal',
      about: '{sonsCase}',
      body: { reason: 'Ask the son first.' },
      expect: { state: { personId: '{written}' } },
    },
    {
      on: '2025-03-04 09:50',
      says: 'He rings back, and it is she. The adviser links his contact to the mother who is known.',
      who: 'adviser',
      does: 'POST /cases/{sonsCase}/person',
      body: { personId: '{hepzibah}', reason: 'Her son says so, and gives her birthday.' },
      expect: { state: { personId: '{hepzibah}' } },
    },
    {
      says: 'What he wrote becomes part of the case that is open already, so that nobody asks twice.',
      who: 'adviser',
      does: 'POST /cases/{sonsCase}/triage',
      body: {
        verdict: 'open-case',
        openCaseId: '{hersCase}',
        appearanceOfNeed: { isPresent: true, reason: 'As on her case.' },
        toldHowToAskForAssessment: true,
      },
      expect: { stage: 'closed', code: 'continuation-of-support' },
    },
    {
      on: '2025-03-04 11:00',
      says: 'The adviser rings. A message would not be safe, and none may be left, whoever else listens.',
      who: 'adviser',
      does: 'POST /cases/{hersCase}/call-backs/{callBack}/outcome',
      body: { result: 'left-message' },
      expect: { problem: 'message-not-safe' },
    },
    {
      says: 'She rings once more, and the call is kept: Hepzibah answers herself.',
      who: 'adviser',
      does: 'POST /cases/{hersCase}/call-backs/{callBack}/outcome',
      body: { result: 'reached', whatWasSaid: 'She wanders at night and is afraid of the stairs.' },
      expect: {
        state: { callBacks: [] },
        noTasks: [{ team: service, step: 'call-back' }],
        tasks: [{ team: service, step: 'answer-contact' }],
      },
    },
    {
      says: 'There is an appearance of need: the adviser refers her to a practitioner.',
      who: 'adviser',
      does: 'POST /cases/{hersCase}/triage',
      body: {
        verdict: 'assess',
        appearanceOfNeed: { isPresent: true, reason: 'Forgets to eat, and the gas.' },
        toldHowToAskForAssessment: true,
        referral: {},
      },
      expect: {
        stage: 'assessment',
        law: 'Care Act 2014 s4, s9',
        code: 'progress-to-assessment',
        state: { team: eastTeam, handOffs: 0 },
        tasks: [{ team: eastTeam, step: 'assess-needs', due: '2025-04-01' }],
      },
    },
    {
      says: 'While the daughter holds the line the practitioner takes the call, and the case with it.',
      who: 'adviser',
      does: 'POST /cases/{hersCase}/transfers',
      body: {
        team: eastTeam,
        answer: 'accepted',
        worker: 'wheelwright',
        reason: 'She wants to talk about the night at once.',
        toldCaller: 'Perpetua Wheelwright of the team of your area takes over now.',
      },
      expect: { state: { team: eastTeam, allocatedTo: 'wheelwright', handOffs: 0 } },
    },
    {
      says: 'Clementine has not slept for weeks. A record is opened for her too.',
      who: 'adviser',
      does: 'POST /people',
      body: {
        details: {
          givenName: 'Clementine',
          familyName: 'Marchbanks',
          dateOfBirth: '1966-10-12',
          postcode: 'CV21 9ZZ',
        },
        reason: 'Rings for her mother and needs help herself.',
      },
      keeps: { clementine: 'answer.personId' },
    },
    {
      says: 'Her own assessment stands on its own, whatever becomes of her mother’s.',
      who: 'adviser',
      does: 'POST /people/{clementine}/carer-assessment-requests',
      body: {
        channel: 'phone',
        by: { kind: 'self' },
        whatIsHappening: 'Sits up every night beside her mother.',
        caredFor: [{ personId: '{hepzibah}', relationship: 'parent', liveTogether: true }],
      },
      expect: {
        stage: 'contact',
        state: { kind: 'carer', personId: '{clementine}' },
        tasks: [{ team: service, step: 'triage-contact', due: '2025-03-05' }],
      },
    },
    {
      says: 'The two records point to each other.',
      who: 'adviser',
      does: 'GET /people/{hepzibah}/facts',
      expect: {
        answer: {
          relationships: [
            {
              with: { kind: 'on-record', personId: '{clementine}' },
              kind: 'child',
              care: 'they-care-for-person',
              liveTogether: true,
              carerCaseSince: '2025-03-04',
            },
          ],
        },
      },
    },
  ],
} satisfies WrittenStory;
