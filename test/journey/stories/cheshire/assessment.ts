import type { WrittenStory } from '../../player/story.ts';

// The assessment of a man and, beside him, of what his wife says: begun at the first visit, gone on with
// by him on his own, taken up again and confirmed.

/** 100 points: 20 for personal care, 10 meals, 12 moving, 12 nights, 10 safety, 8 home, 6 medicines, 5
 * people, 4 work, 3 well-being and 10 for a carer who cannot go on. */
const answersOf100Points = {
  washing: 'full-help',
  dressing: 'full-help',
  toilet: 'full-help',
  meals: 'full-help',
  moving: 'full-help',
  nights: 'constantly',
  safety: 'full-help',
  home: 'full-help',
  medicines: 'full-help',
  deciding: 'alone',
  communicating: 'alone',
  people: 'much-help',
  work: 'much-help',
  caring: 'alone',
  wellbeing: 'sometimes',
  carer: 'cannot-go-on',
};

export const assessedTogether = [
  {
    on: '2008-06-12 15:00',
    says: 'His social worker begins the form, and is called away in the middle of an answer.',
    who: 'socialWorker',
    does: 'PUT /cases/{caseId}/assessment-draft',
    body: {
      answers: {
        'assessor-name': 'Rowan Pebblewick',
        'assessor-competence': 'Qualified social worker, eight years in physical disability.',
        needs: [{ domain: 'daily-routines', need: 'All personal care, transfers by hoist' }],
        washing: 'full-help',
      },
    },
    expect: { answer: { version: 1 } },
  },
  {
    says: 'A second window, which has not seen that, cannot write over it.',
    who: 'socialWorker',
    does: 'PUT /cases/{caseId}/assessment-draft',
    body: { answers: { washing: 'alone' } },
    expect: { problem: 'version-missing' },
  },
  {
    on: '2008-06-16 20:00',
    says: 'In the evenings Edwin Lanternby answers the same questions himself. He asks for less help.',
    who: 'edwin',
    does: 'PUT /my/cases/{caseId}/assessment-draft',
    body: {
      answers: {
        'own-account':
          'I want my own front door and my own bed, and Mabel to be my wife again, not my nurse.',
        ...answersOf100Points,
        washing: 'much-help',
      },
      isFinished: false,
    },
    expect: { answer: { version: 1 } },
  },
  {
    on: '2008-06-17 20:00',
    says: 'The next evening he goes on where he was, and says that he is done.',
    who: 'edwin',
    does: 'PUT /my/cases/{caseId}/assessment-draft',
    headers: { 'if-match': '"1"' },
    body: {
      answers: {
        'what-matters': 'Living at home with my wife, choosing who helps me and when.',
      },
      isFinished: true,
    },
    expect: { answer: { version: 2 } },
  },
  {
    on: '2008-06-20 10:00',
    says: 'His social worker goes on too: both accounts lie side by side, and differ in one answer.',
    who: 'socialWorker',
    does: 'GET /cases/{caseId}/assessment-draft',
    about: '{caseId}',
    expect: {
      tasks: [{ team: 'west-chester', step: 'read-own-account' }],
      answer: {
        form: 'adult-assessment-2008-04-01',
        mayBeSaved: true,
        practitioner: { version: 1, by: { id: 'pebblewick', role: 'practitioner' } },
        person: { version: 2, by: { role: 'resident' }, isFinished: true },
        differing: ['washing'],
      },
    },
  },
  {
    says: 'Both agree that his wife is heard with him. What she says is written down apart.',
    who: 'socialWorker',
    does: 'PUT /cases/{caseId}/assessment-draft',
    headers: { 'if-match': '"1"' },
    body: {
      answers: {
        'assessed-on': '2008-06-20',
        present: [
          { name: 'Edwin Lanternby', relationship: 'self' },
          { name: 'Mabel Lanternby', relationship: 'wife' },
        ],
        'may-talk-to': [{ name: 'Mabel Lanternby', relationship: 'wife', about: 'everything' }],
        needs: [
          {
            domain: 'daily-routines',
            need: 'All personal care, transfers by hoist, catheter care, meals',
            outcomeWanted: 'To live at home, clean, fed and up by nine',
            carerHelpsNow: true,
          },
          {
            domain: 'family-and-community',
            need: 'Getting out of the house and meeting people in a new town',
            outcomeWanted: 'To join the model railway club',
            carerHelpsNow: false,
          },
        ],
        'support-personal-care': {
          shareMet: 'most',
          isWilling: true,
          isAble: false,
          sustainability: 'breaking-down',
        },
        'taking-part-reason': 'Takes part in everything without difficulty.',
        joint: true,
        'joint-carer-name': 'Mabel Lanternby',
        'joint-both-agree': true,
        'carer-says': 'He says that he manages. At night I lift him, and I cannot any more.',
        'carer-can-go-on': 'no',
        options: [
          {
            option: 'Care home',
            personsView: 'Never again: he has had enough of it in respite.',
            discussedWith: 'Mabel Lanternby',
            permission: 'given',
          },
          { option: 'Direct payment', personsView: 'Yes: he wants to employ his own assistants.' },
        ],
        'chc-result': 'not-indicated',
        'chc-reason': 'His health is stable.',
      },
    },
    expect: { answer: { version: 2 } },
  },
  {
    says: 'She goes through his answers with him and confirms them by name: the assessment is recorded.',
    who: 'socialWorker',
    does: 'POST /cases/{caseId}/assessment-draft/completion',
    body: {
      read: { practitioner: 2, person: 2 },
      selfAssessment: {
        confirmedByName: 'Rowan Pebblewick',
        isAccurateAndComplete: true,
        howConfirmed: 'We read every answer together, and he saw why I put more help for washing.',
      },
    },
    expect: {
      stage: 'eligibility',
      law: 'NHS and Community Care Act 1990 s47(1)(a)',
      openSteps: ['decide-eligibility'],
      noTasks: [{ team: 'west-chester', step: 'read-own-account' }],
      records: {
        assessment: {
          jointWithCarer: { carerName: 'Mabel Lanternby', doBothAgree: true },
          form: { version: 'adult-assessment-2008-04-01', personSays: { washing: 'much-help' } },
          scores: { questionnaire: 'adult-2008-04-01', answers: answersOf100Points },
          selfAssessment: { confirmedBy: { id: 'pebblewick', name: 'Rowan Pebblewick' } },
        },
      },
    },
  },
  {
    says: 'He gets it in writing, and so does his wife, because he asks for it.',
    who: 'socialWorker',
    does: 'POST /cases/{caseId}/assessment/copies',
    ifMatch: 'assessment',
    body: {
      givenOn: '2008-06-20',
      copies: [
        { to: 'person', how: 'in-person' },
        {
          to: 'other',
          name: 'Mabel Lanternby',
          relationship: 'wife',
          how: 'in-person',
          askedBy: 'person',
          askedOn: '2008-06-20',
        },
      ],
    },
    expect: { law: 'Fair access to care services' },
  },
] satisfies WrittenStory['steps'];
