import type * as z from 'zod';
import type { RepresentativeKind } from '../../capacity/representatives.ts';
import {
  communicationProfessionalLabels,
  communicationSupportLabels,
  contactMethodLabels,
  informationFormatLabels,
} from '../../codes/accessible-information.ts';
import type { RelationshipKind } from '../../person/facts/relationship.ts';
import type { Sharing } from '../reaching/how-to-reach.ts';
import { oneOf, type QuestionSection, question, someOf } from './question.ts';

const yesNoUnknown = { yes: 'Yes', no: 'No', unknown: 'I do not know' };

export const authorities = {
  'attorney-health-and-welfare': 'Lasting power of attorney: health and welfare',
  'attorney-property-and-affairs': 'Lasting power of attorney: property and money',
  'deputy-health-and-welfare': 'Deputy of the Court of Protection: health and welfare',
  'deputy-property-and-affairs': 'Deputy of the Court of Protection: property and money',
  appointee: 'Appointee for benefits',
  'authorised-person': 'Person authorised to run a direct payment',
  'nominated-person': 'Nominated person for a direct payment',
  advocate: 'Advocate',
  'nearest-relative': 'Nearest relative under the Mental Health Act',
  informal: 'No formal role: family or friend',
} satisfies Record<RepresentativeKind, string>;

const relations = {
  'spouse-or-partner': 'My husband, wife or partner',
  parent: 'My parent',
  child: 'My son or daughter',
  sibling: 'My brother or sister',
  grandparent: 'My grandparent',
  grandchild: 'My grandchild',
  'other-relative': 'Another relative',
  friend: 'A friend',
  neighbour: 'A neighbour',
  other: 'Somebody else',
} satisfies Record<RelationshipKind, string>;

const sharedWith = {
  gp: 'Their GP',
  hospital: 'A hospital',
  provider: 'Whoever may provide support',
  family: 'Family',
  friend: 'A friend',
  housing: 'Housing',
  'voluntary-organisation': 'A voluntary organisation',
  'other-council': 'Another council',
  police: 'The police',
  other: 'Somebody else',
} satisfies Record<z.infer<typeof Sharing>['with'], string>;

const whyCarers = 'Carers have rights of their own: we offer them help and an assessment too.';
const whyCaredFor =
  'So that we find whom you care for. What you tell us about yourself is not shown to them.';
const aboutAdult = { field: '/about', isOneOf: ['adult'] };
const aboutCarer = { field: '/about', isOneOf: ['carer'] };
const whyAuthority =
  'Some decisions may only be taken by somebody with the right to. We check it later.';
const whyAccess =
  'So that we write and speak to the person in a way that works for them, every time.';
const whyPhone = 'So that we can speak with them too. We ask nobody for more than that.';
const whyLanguage =
  'So that we bring an interpreter and write in the right language. It changes nothing else.';
const whySafe = 'A call or a message can put somebody in danger. We reach them only as you say.';
const whySharing =
  'Nothing is shared without a reason. The person decides, and may change their mind.';

export const whoHelps: QuestionSection = {
  id: 'who-helps',
  title: 'Who helps now',
  questions: [
    question('/carers/-/name', 'Who cares for the person, unpaid?', {
      labelIfSelf: 'Who cares for you, unpaid?',
      isRequired: true,
      why: whyCarers,
      onlyIf: aboutAdult,
    }),
    question('/carers/-/relationship', 'How are they related?', {
      labelIfSelf: 'What are they to you?',
      onlyIf: aboutAdult,
    }),
    question('/carers/-/phone', 'Their phone number', {
      answer: { kind: 'phone' },
      why: whyPhone,
      onlyIf: aboutAdult,
    }),
    question('/carers/-/helpsWith', 'What do they help with?', {
      isRequired: true,
      onlyIf: aboutAdult,
    }),
    question('/carers/-/isAbleToGoOn', 'Can they go on with it?', {
      answer: oneOf(yesNoUnknown),
      why: whyCarers,
      onlyIf: aboutAdult,
    }),
    question('/carers/-/wantsOwnAssessment', 'Would they like us to look at their own needs?', {
      answer: oneOf({ yes: 'Yes', no: 'No', 'not-asked': 'Not asked yet' }),
      why: whyCarers,
      onlyIf: aboutAdult,
    }),
    question('/caredFor/-/name', 'Whom do you care for? Up to three adults', {
      isRequired: true,
      why: whyCaredFor,
      onlyIf: aboutCarer,
    }),
    question('/caredFor/-/relationship', 'What are they to you?', {
      isRequired: true,
      answer: oneOf(relations),
      onlyIf: aboutCarer,
    }),
    question('/caredFor/-/liveTogether', 'Do you live together?', {
      answer: { kind: 'yes-no' },
      onlyIf: aboutCarer,
    }),
    question('/caredFor/-/dateOfBirth', 'Their date of birth', {
      answer: { kind: 'date' },
      why: whyCaredFor,
      onlyIf: aboutCarer,
    }),
    question('/caredFor/-/postcode', 'Their postcode', { why: whyCaredFor, onlyIf: aboutCarer }),
    question('/whoElseHelps', 'Who else helps?', {
      answer: { kind: 'long-text' },
      help: 'Neighbours, groups, a paid helper, equipment.',
    }),
    question('/representatives/-/name', 'Does anybody speak for the person? Their name', {
      labelIfSelf: 'Does anybody speak for you? Their name',
      isRequired: true,
      why: whyAuthority,
    }),
    question('/representatives/-/relationship', 'How are they related?', {
      labelIfSelf: 'What are they to you?',
    }),
    question('/representatives/-/phone', 'Their phone number', {
      answer: { kind: 'phone' },
      why: whyPhone,
    }),
    question('/representatives/-/authority', 'By what right do they speak for the person?', {
      labelIfSelf: 'By what right do they speak for you?',
      answer: oneOf(authorities),
      isRequired: true,
      why: whyAuthority,
    }),
    question('/representatives/-/isRegistered', 'Is that registered?', {
      answer: oneOf(yesNoUnknown),
      why: whyAuthority,
    }),
  ],
};

export const howToReach: QuestionSection = {
  id: 'how-to-reach',
  title: 'How to reach and understand each other',
  questions: [
    question('/accessNeeds/contactMethods', 'Which ways of reaching the person work for them?', {
      labelIfSelf: 'Which ways of reaching you work for you?',
      answer: someOf(contactMethodLabels),
      why: whyAccess,
    }),
    question('/accessNeeds/informationFormats', 'In which formats do they need information?', {
      labelIfSelf: 'In which formats do you need information?',
      answer: someOf(informationFormatLabels),
      why: whyAccess,
    }),
    question('/accessNeeds/professionals', 'Who must be there to understand each other?', {
      answer: someOf(communicationProfessionalLabels),
      why: whyAccess,
    }),
    question('/accessNeeds/support', 'What else helps them to take part?', {
      labelIfSelf: 'What else helps you to take part?',
      answer: someOf(communicationSupportLabels),
      why: whyAccess,
    }),
    question('/accessNeeds/inWords', 'Anything else we should know to understand each other'),
    question('/language', 'The language they speak best', {
      labelIfSelf: 'The language you speak best',
      why: whyLanguage,
    }),
    question('/needsInterpreter', 'Do they need an interpreter?', {
      labelIfSelf: 'Do you need an interpreter?',
      answer: { kind: 'yes-no' },
      why: whyLanguage,
    }),
    question('/safeContact/mayCall', 'Is it safe to call them?', {
      labelIfSelf: 'Is it safe to call you?',
      answer: { kind: 'yes-no' },
      isRequired: true,
      why: whySafe,
    }),
    question('/safeContact/mayText', 'Is it safe to send them a text message?', {
      labelIfSelf: 'Is it safe to send you a text message?',
      answer: { kind: 'yes-no' },
      isRequired: true,
      why: whySafe,
    }),
    question('/safeContact/mayLeaveMessage', 'Is it safe to leave a message?', {
      answer: { kind: 'yes-no' },
      isRequired: true,
      why: whySafe,
    }),
    question('/safeContact/mayWrite', 'Do letters and emails reach them alone?', {
      labelIfSelf: 'Do letters and emails reach you alone?',
      answer: { kind: 'yes-no' },
      why: whySafe,
    }),
    question('/safeContact/phone', 'Which number is safe?', {
      answer: { kind: 'phone' },
      why: whySafe,
    }),
    question('/safeContact/when', 'When is it safe?', { why: whySafe }),
  ],
};

export const whatWeMayShare: QuestionSection = {
  id: 'sharing',
  title: 'What we may share, and with whom',
  intro: 'Add each person or group to whom the person has said yes or no.',
  questions: [
    question('/sharing/-/with', 'With whom?', {
      answer: oneOf(sharedWith),
      isRequired: true,
      why: whySharing,
    }),
    question('/sharing/-/who', 'Who is that, by name?'),
    question('/sharing/-/purpose', 'What for?', {
      help: 'Leave it out if it is for all that this leads to.',
    }),
    question('/sharing/-/agrees', 'Does the person agree?', {
      labelIfSelf: 'Do you agree?',
      answer: { kind: 'yes-no' },
      isRequired: true,
      why: whySharing,
    }),
  ],
};
