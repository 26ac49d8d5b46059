import type * as z from 'zod';
import { CallerKind, type Profession } from '../reaching/who-asks.ts';
import { oneOf, type QuestionSection, question } from './question.ts';

const callers = {
  self: 'For myself',
  carer: 'For somebody I care for, unpaid',
  family: 'For somebody in my family',
  friend: 'For a friend or neighbour',
  professional: 'For somebody I know through my work',
  other: 'For somebody else',
  anonymous: 'I do not want to say who I am',
} satisfies Record<z.infer<typeof CallerKind>, string>;

const professions = {
  hospital: 'A hospital',
  gp: 'A GP surgery',
  police: 'The police',
  'childrens-services': "Children's services",
  prison: 'A prison or probation',
  'other-council': 'Another council',
  ambulance: 'The ambulance service',
  housing: 'Housing',
  other: 'Somewhere else',
} satisfies Record<z.infer<typeof Profession>, string>;

const forSomebodyElse = {
  field: '/by/kind',
  isOneOf: CallerKind.options.filter((kind) => kind !== 'self'),
};
const forSelf = { field: '/by/kind', isOneOf: ['self'] };
const byName = {
  field: '/by/kind',
  isOneOf: ['carer', 'family', 'friend', 'professional', 'other'],
};

export const whoAsks: QuestionSection = {
  id: 'who-asks',
  title: 'Who is asking',
  questions: [
    question('/about', 'Whose need is this about?', {
      answer: oneOf({
        adult: 'An adult who may need care or support',
        carer: 'Somebody who cares for an adult, and their own needs',
      }),
      isRequired: true,
    }),
    question('/by/kind', 'Who are you asking for?', { answer: oneOf(callers), isRequired: true }),
    question('/by/name', 'Your name', { onlyIf: byName }),
    question('/by/phone', 'A number on which we can call you back', {
      answer: { kind: 'phone' },
      why: 'So that we can ask you what we do not understand. We call it for nothing else.',
      onlyIf: byName,
    }),
    question('/by/relationship', 'How do you know the person?', {
      help: 'For example: daughter, neighbour, key worker.',
      onlyIf: byName,
    }),
    question('/by/profession', 'Where do you work?', {
      answer: oneOf(professions),
      isRequired: true,
      onlyIf: { field: '/by/kind', isOneOf: ['professional'] },
    }),
    question('/by/organisation', 'The name of the place where you work', {
      onlyIf: { field: '/by/kind', isOneOf: ['professional'] },
    }),
    question('/by/personKnows', 'Does the person know that you are asking?', {
      answer: { kind: 'yes-no' },
      isRequired: true,
      onlyIf: forSomebodyElse,
    }),
    question('/by/personAgrees', 'Do they agree to it?', {
      answer: { kind: 'yes-no' },
      isRequired: true,
      onlyIf: forSomebodyElse,
    }),
    question('/by/whyWithoutPerson', 'If they do not know or do not agree: why do you ask?', {
      why: 'We act without somebody only for a good reason, such as danger, and we write it down.',
      onlyIf: forSomebodyElse,
    }),
  ],
};

export const whoItIsAbout: QuestionSection = {
  id: 'who-it-is-about',
  title: 'The person it is about',
  titleIfSelf: 'About you',
  intro: 'Tell us what you know. Somebody whose name you do not know you can describe.',
  questions: [
    question('/person/givenName', 'Your first name', { isRequired: true, onlyIf: forSelf }),
    question('/person/familyName', 'Your last name', { isRequired: true, onlyIf: forSelf }),
    question('/person/givenName', 'Their first name, if you know it', { onlyIf: forSomebodyElse }),
    question('/person/familyName', 'Their last name, if you know it', { onlyIf: forSomebodyElse }),
    question('/person/preferredName', 'The name they like to be called by', {
      labelIfSelf: 'The name you like to be called by',
    }),
    question('/person/description', 'If you do not know their name: who are they, and where?', {
      answer: { kind: 'long-text' },
      onlyIf: forSomebodyElse,
    }),
    question('/person/dateOfBirth', 'Date of birth', {
      answer: { kind: 'date' },
      why: 'So that we find the right record and do not ask again what we know. What we can offer also depends on whether somebody is 18.',
    }),
    question('/person/nhsNumber', 'NHS number', {
      help: 'Ten digits, on any letter from the NHS. You need not look for it.',
      why: 'It is the surest way to know that two records are about the same person.',
    }),
    question('/person/address', 'Address', {
      answer: { kind: 'lines' },
      why: 'So that we know where help is needed, and whether this council is the right one.',
    }),
    question('/person/postcode', 'Postcode', {
      why: 'It tells us which of our teams is near, and whether this council is the right one.',
    }),
    question('/person/phone', 'Phone number', { answer: { kind: 'phone' } }),
    question('/person/email', 'Email address', { answer: { kind: 'email' } }),
  ],
};
