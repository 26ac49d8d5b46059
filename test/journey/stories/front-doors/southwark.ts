import type { WrittenStory } from '../../player/story.ts';

// One Customer Service Centre, and the same answers on the web as on the phone. The centre has a working
// day for a contact: what comes on Tuesday 1 June 2010 is due on the Wednesday.

const centre = 'customer-service-centre';
const frozenMeals = '28deffb5-0dad-44ae-a255-e100f827e97d';
const carersAdvice = 'c07312e2-a09d-4c6f-af55-773485154662';

export const southwarkFrontDoor = {
  id: 'southwark-front-door',
  title: 'Southwark: one front door, and the same answer on the web as on the phone',
  council: 'southwark-2010',
  inItsTime: true,
  needsDirectory: true,
  people: {
    cosmo: { comes: 'without-account', name: 'Cosmo Pennyworth' },
    ramona: { comes: 'without-account', name: 'Ramona Verdecampo' },
    adviser: {
      comes: 'as-staff',
      name: 'Delphine Harkaway',
      id: 'harkaway',
      roles: ['adviser'],
      teams: [centre],
    },
  },
  steps: [
    {
      on: '2010-06-01 09:05',
      says: 'Cosmo Pennyworth will pay for his own care, and reads what the council says to people like him.',
      who: 'cosmo',
      does: 'GET /public/topics?group=self-funders',
      keeps: { topics: 'answer.topics' },
      expect: {
        answer: {
          topics: [
            { id: 'paying-for-your-own-care', group: 'self-funders' },
            { id: 'arranging-care-at-home', group: 'self-funders' },
            { id: 'benefits-check', group: 'self-funders' },
          ],
        },
      },
    },
    {
      says: 'The glossary says in plain words what the council means.',
      who: 'cosmo',
      does: 'GET /public/glossary',
      expect: { answer: { isAsAsked: true, words: { 0: { word: 'adult social care' } } } },
    },
    {
      says: 'Two questions lead him to help at home, and nobody tells him that he has to ask the council.',
      who: 'cosmo',
      does: 'POST /public/guides/pay-for-my-care/answers',
      body: { answers: { where: 'home', arranged: 'no' } },
      keeps: { phone: 'answer.contact.phone', firstServices: 'answer.services' },
      expect: {
        answer: {
          kind: 'result',
          title: 'Find help at home',
          advice: [{ id: 'arranging-care-at-home' }],
          search: { category: 'home-care' },
          contact: { isAdvised: false, phone: '020 7946 0100' },
        },
      },
    },
    {
      says: 'He looks for meals in the directory himself.',
      who: 'cosmo',
      does: 'POST /public/directory/search',
      body: { text: 'frozen meals' },
      keeps: { found: 'answer.services', howToAsk: 'answer.howToAskForAnAssessment' },
      expect: { answer: { services: { 0: { id: frozenMeals, name: 'Frozen Meals' } } } },
    },
    {
      on: '2010-06-01 09:40',
      says: 'He rings as well. The adviser finds word for word what he has found.',
      who: 'adviser',
      does: 'POST /public/directory/search',
      body: { text: 'frozen meals' },
      expect: { answer: { services: '{found}', howToAskForAnAssessment: '{howToAsk}' } },
    },
    {
      says: 'The questions that she goes through with him end where his ended.',
      who: 'adviser',
      does: 'POST /public/guides/pay-for-my-care/answers',
      body: { answers: { where: 'home', arranged: 'no' } },
      expect: { answer: { services: '{firstServices}', contact: { phone: '{phone}' } } },
    },
    {
      says: 'So that he is known when he rings again, the call is kept.',
      who: 'adviser',
      does: 'POST /contacts',
      body: {
        about: 'adult',
        channel: 'phone',
        by: { kind: 'self' },
        person: {
          givenName: 'Cosmo',
          familyName: 'Pennyworth',
          dateOfBirth: '1931-08-19',
          postcode: 'SE16 9ZZ',
          email: 'cosmo.pennyworth@example.org',
        },
        whatIsHappening: 'Has sold his shop and means to pay for his meals and his cleaning.',
        whatMatters: 'Choosing for himself.',
      },
      keeps: { cosmosCase: 'answer.caseId', told: 'answer.howToAskForAnAssessment' },
      expect: {
        stage: 'contact',
        tasks: [{ team: centre, step: 'triage-contact', due: '2010-06-02' }],
      },
    },
    {
      says: 'Advice is for those who pay themselves too: the services that he was told of stay on record.',
      who: 'adviser',
      does: 'POST /cases/{cosmosCase}/triage',
      body: {
        verdict: 'advice',
        appearanceOfNeed: {
          isPresent: false,
          reason: 'He manages well and has somebody to clean.',
        },
        toldHowToAskForAssessment: true,
        advice: 'Frozen meals come to the door; a benefits check costs nothing.',
        signposting: { services: [frozenMeals, carersAdvice], askIfUsefulOn: '2010-06-04' },
      },
      expect: {
        stage: 'closed',
        code: 'nfa-information-and-advice',
        law: 'NHS and Community Care Act 1990 s47(1)',
        records: {
          triage: {
            signposted: {
              services: [
                { id: frozenMeals, name: 'Frozen Meals' },
                { id: carersAdvice, name: 'Carers Advice Line' },
              ],
            },
          },
        },
        noTasks: [{ team: centre, step: 'triage-contact' }],
        tasks: [{ team: centre, step: 'ask-if-useful', due: '2010-06-04' }],
      },
    },
    {
      says: 'The advice goes to him by email, so that he has it in writing.',
      who: 'adviser',
      does: 'GET /cases/{cosmosCase}/letters',
      keeps: { adviceLetter: 'answer.letters.0.letterId' },
      expect: {
        answer: {
          letters: [
            { letter: 'advice-given', status: 'sent', tries: [{ channel: 'email' }] },
            { letter: 'contact-received', status: 'sent', tries: [{ channel: 'email' }] },
          ],
        },
      },
    },
    {
      on: '2010-06-01 20:30',
      says: 'Ramona Verdecampo writes on the web. She speaks Spanish and reads Easy Read.',
      who: 'ramona',
      does: 'POST /public/contacts',
      body: {
        about: 'adult',
        by: { kind: 'self' },
        person: {
          givenName: 'Ramona',
          familyName: 'Verdecampo',
          dateOfBirth: '1949-11-02',
          postcode: 'SE17 9ZZ',
          email: 'ramona.verdecampo@example.org',
        },
        whatIsHappening: 'I cannot cook and I do not go out. My sister did everything.',
        language: 'Spanish',
        needsInterpreter: true,
        accessNeeds: { informationFormats: ['easy-read'] },
      },
      keeps: { receipt: 'answer.reference', secret: 'answer.secret' },
      expect: { answer: { howToAskForAnAssessment: '{told}', doNow: [] } },
    },
    {
      says: 'With her receipt she sees at once where she stands, and whom to call.',
      who: 'ramona',
      does: 'GET /public/receipts/{receipt}',
      headers: { 'x-receipt-secret': '{secret}' },
      expect: {
        answer: {
          status: { stage: 'contact', nextSteps: ['triage-contact'], team: centre },
          inWords: {
            where: 'Our Customer Service Centre has your request and is looking at it.',
            whoToCall: { phone: '{phone}' },
          },
        },
      },
    },
    {
      on: '2010-06-02 09:15',
      says: 'The adviser takes it up. Nobody else has to see it first, and a letter to her waits for somebody.',
      who: 'adviser',
      finds: { receipt: '{receipt}', team: centre, as: 'ramonasCase' },
      expect: {
        stage: 'contact',
        tasks: [
          { team: centre, step: 'triage-contact', due: '2010-06-02' },
          { team: centre, step: 'send-letter', due: '2010-06-02' },
        ],
      },
    },
    {
      says: 'No message can write Easy Read in Spanish: people do.',
      who: 'adviser',
      does: 'GET /cases/{ramonasCase}/letters',
      keeps: { herLetter: 'answer.letters.0.letterId' },
      expect: {
        answer: {
          letters: [
            {
              letter: 'contact-received',
              status: 'by-hand',
              why: 'format-made-by-hand',
              format: 'easy-read',
              language: 'es',
            },
          ],
        },
      },
    },
    {
      says: 'It is drawn, translated and posted.',
      who: 'adviser',
      does: 'POST /cases/{ramonasCase}/letters/{herLetter}/sent-by-hand',
      body: { how: 'Easy Read with pictures, in Spanish, by post.', on: '2010-06-02' },
      expect: {
        law: 'Accessible Information Standard (DAPB1605)',
        noTasks: [{ team: centre, step: 'send-letter' }],
      },
    },
    {
      says: 'She appears to have needs: from the one door straight to the team of her street.',
      who: 'adviser',
      does: 'POST /cases/{ramonasCase}/triage',
      body: {
        verdict: 'assess',
        appearanceOfNeed: { isPresent: true, reason: 'Cannot cook, and has lost who did.' },
        toldHowToAskForAssessment: true,
        referral: {},
      },
      expect: {
        stage: 'assessment',
        code: 'progress-to-assessment',
        state: { team: 'social-work-north', handOffs: 0, priority: 'amber' },
        records: { triage: { referral: { isOverridden: false, suggested: { rule: 'by-patch' } } } },
        tasks: [
          { team: 'social-work-north', step: 'assess-needs', due: '2010-06-30' },
          { team: centre, step: 'send-letter', due: '2010-06-03' },
        ],
      },
    },
    {
      on: '2010-06-04 10:30',
      says: 'Friday. The adviser asks Cosmo whether what he was told of was useful.',
      who: 'adviser',
      does: 'POST /cases/{cosmosCase}/signposting/follow-up',
      body: { wasUseful: 'yes', note: 'The meals are good. He keeps the other number.' },
      expect: {
        stage: 'closed',
        noTasks: [{ team: centre, step: 'ask-if-useful' }],
      },
    },
    {
      says: 'By now his email has been delivered.',
      who: 'adviser',
      does: 'GET /cases/{cosmosCase}/letters/{adviceLetter}',
      expect: {
        answer: {
          letter: { letter: 'advice-given', status: 'delivered' },
          words: { subject: 'Advice for you' },
        },
      },
    },
  ],
} satisfies WrittenStory;
