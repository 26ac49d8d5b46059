import type * as z from 'zod';
import type { FacsDomain, NeedsFound } from '../../assessment/needs-found.ts';
import { adultOutcomeLabels } from '../../eligibility/adult-outcomes.ts';
import { carerOutcomeLabels } from '../../eligibility/carer-outcomes.ts';
import type { Glance, Risk } from '../what-is-asked.ts';
import { type ContactQuestion, oneOf, type QuestionSection, question } from './question.ts';

const howSoon = {
  now: 'Now: somebody is in danger at this moment',
  today: 'Today',
  'within-days': 'In the next days',
  'within-weeks': 'In the next weeks',
  later: 'Later',
  unknown: 'I do not know',
} satisfies Record<Risk['howSoon'], string>;

const toWhom = {
  person: 'To the person',
  carer: 'To somebody who cares for them',
  child: 'To a child',
  'somebody-else': 'To somebody else',
} satisfies Record<Risk['toWhom'], string>;

const glances = {
  manages: 'Manages',
  struggles: 'Struggles',
  cannot: 'Cannot do it without help',
  unknown: 'I do not know',
} satisfies Record<z.infer<typeof Glance>, string>;

const facsDomains = {
  'autonomy-and-choice': 'having choice and control over life',
  'health-and-safety': 'being healthy and safe',
  'daily-routines': 'washing, eating and managing the day',
  'family-and-community': 'family, friends and taking part',
} satisfies Record<z.infer<typeof FacsDomain>, string>;

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
      answer: { kind: 'long-text' },
      help: 'For example: staying at home, seeing friends, going on with a hobby.',
    }),
    question('/isUrgent', 'Is it urgent?', {
      answer: { kind: 'yes-no' },
      help: 'If anybody is in danger now, call 999 first.',
    }),
    question('/urgentBecause', 'Why is it urgent?', {
      isRequired: true,
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
      why: 'So that we come soon enough, and to the right person.',
    }),
    question('/risks/-/howSoon', 'How soon?', { answer: oneOf(howSoon), isRequired: true }),
    question('/risks/-/toWhom', 'To whom?', { answer: oneOf(toWhom), isRequired: true }),
    question('/childAtRisk/whatIsFeared', 'If you fear for a child: what do you fear?', {
      answer: { kind: 'long-text' },
      why: aChild,
    }),
    question('/childAtRisk/childName', "The child's name, if you know it", { why: aChild }),
    question('/childAtRisk/childAge', "The child's age or date of birth", { why: aChild }),
    question('/childAtRisk/whereTheChildIs', 'Where is the child now?', { why: aChild }),
  ],
};

/** Needs at a glance, by what the council decides from on that day. */
export function needsSection(view: NeedsFound['by']): QuestionSection {
  const adults = view === 'facs-domains' ? facsQuestions() : outcomeQuestions('adult');
  return {
    id: 'needs',
    title: 'How the person gets on',
    intro: 'A rough idea is enough: nothing is decided by it. Leave out what you do not know.',
    questions: view === 'facs-domains' ? adults : [...adults, ...outcomeQuestions('carer')],
  };
}

const whyNeeds = 'It shows at a glance where help may be needed, so that you tell it only once.';

function outcomeQuestions(about: 'adult' | 'carer'): ContactQuestion[] {
  const onlyIf = { field: '/about', isOneOf: [about] };
  const labels = about === 'adult' ? adultOutcomeLabels : carerOutcomeLabels;
  return [
    question('/needs/by', 'The list of outcomes that is used', {
      answer: { kind: 'fixed', value: `${about}-outcomes` },
      onlyIf,
    }),
    ...glanceQuestions('/needs/outcomes', labels, onlyIf),
  ];
}

function facsQuestions(): ContactQuestion[] {
  const answer = { kind: 'fixed', value: 'facs-domains' } as const;
  return [
    question('/needs/by', 'The list of areas that is used', { answer }),
    ...glanceQuestions('/needs/domains', facsDomains),
  ];
}

function glanceQuestions(
  at: string,
  labels: Readonly<Record<string, string>>,
  onlyIf?: { field: string; isOneOf: string[] },
): ContactQuestion[] {
  return Object.entries(labels).map(([code, label]) =>
    question(`${at}/${code}`, `${label.slice(0, 1).toUpperCase()}${label.slice(1)}`, {
      answer: oneOf(glances),
      why: whyNeeds,
      ...(onlyIf && { onlyIf }),
    }),
  );
}
