import type { Risk } from '../what-is-asked.ts';
import { oneOf, type QuestionSection, question } from './question.ts';

export const howSoon = {
  now: 'Now: somebody is in danger at this moment',
  today: 'Today',
  'within-days': 'In the next days',
  'within-weeks': 'In the next weeks',
  later: 'Later',
  unknown: 'I do not know',
} satisfies Record<Risk['howSoon'], string>;

export const toWhom = {
  person: 'To the person whom this is about',
  carer: 'To somebody who cares for them',
  child: 'To a child',
  'somebody-else': 'To somebody else',
} satisfies Record<Risk['toWhom'], string>;

const whyRisks = 'So that we come soon enough, and to the right person.';
const aChild =
  'Every adult who learns that a child may be harmed must pass it on. We tell only those who need to know.';

export const whatIsHappening: QuestionSection = {
  id: 'what-is-happening',
  title: 'What is happening',
  questions: [
    question('/whatIsHappening', 'What is going on? Tell us in your own words.', {
      answer: { kind: 'long-text' },
      isRequired: true,
      why: 'Only you can say what the trouble is. What you write is kept in your words, and read by those who help.',
    }),
    question('/whatMatters', 'What matters most to the person?', {
      labelIfSelf: 'What matters most to you?',
      answer: { kind: 'long-text' },
      help: 'For example: staying at home, seeing friends, going on with a hobby.',
    }),
    question('/isUrgent', 'Is it urgent?', {
      answer: { kind: 'yes-no' },
      help: 'If anybody is in danger now, call 999 first.',
    }),
    question('/urgentBecause', 'Why is it urgent?', {
      isRequired: true,
      why: 'So that somebody acts today who knows what to bring.',
      onlyIf: { field: '/isUrgent', isOneOf: ['true'] },
    }),
    question('/selfHelpTried', 'What has been tried already?', { answer: { kind: 'long-text' } }),
  ],
};

export const risks: QuestionSection = {
  id: 'risks',
  title: 'What may go wrong',
  intro: 'Add as many as there are, or none.',
  questions: [
    question('/risks/-/what', 'What may happen?', {
      isRequired: true,
      why: whyRisks,
    }),
    question('/risks/-/howSoon', 'How soon?', {
      answer: oneOf(howSoon),
      isRequired: true,
      why: whyRisks,
    }),
    question('/risks/-/toWhom', 'To whom?', {
      answer: oneOf(toWhom),
      isRequired: true,
      why: whyRisks,
    }),
    question('/childAtRisk/whatIsFeared', 'If you fear for a child: what do you fear?', {
      answer: { kind: 'long-text' },
      why: aChild,
    }),
    question('/childAtRisk/childName', "The child's name, if you know it", { why: aChild }),
    question('/childAtRisk/childAge', "The child's age or date of birth", { why: aChild }),
    question('/childAtRisk/whereTheChildIs', 'Where is the child now?', { why: aChild }),
  ],
};
