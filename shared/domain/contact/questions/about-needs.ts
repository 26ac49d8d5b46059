import type * as z from 'zod';
import type { FacsDomain, NeedsFound } from '../../assessment/needs-found.ts';
import type { AdultOutcome } from '../../eligibility/adult-outcomes.ts';
import type { CarerOutcome } from '../../eligibility/carer-outcomes.ts';
import type { Glance } from '../what-is-asked.ts';
import { type ContactQuestion, oneOf, type QuestionSection, question } from './question.ts';

export const glances = {
  manages: 'Manages',
  struggles: 'Struggles',
  cannot: 'Cannot do it without help',
  unknown: 'I do not know',
} satisfies Record<z.infer<typeof Glance>, string>;

// The outcomes of the regulations, as people would say them.
const adultOutcomes = {
  'CA-NUTRITION': 'Eating and drinking',
  'CA-HYGIENE': 'Washing',
  'CA-TOILET': 'Using the toilet',
  'CA-CLOTHING': 'Getting dressed',
  'CA-HOMESAFETY': 'Being safe at home',
  'CA-HABITABLEHOME': 'Keeping the home clean and in order',
  'CA-RELATIONSHIPS': 'Seeing family and friends',
  'CA-WTEV': 'Work, learning and volunteering',
  'CA-COMMUNITY': 'Getting out: shops, buses and places to go',
  'CA-CARINGOTHERS': 'Looking after a child',
} satisfies Record<AdultOutcome, string>;

const carerOutcomes = {
  'CARER-CHILD': 'Looking after a child',
  'CARER-OTHERS': 'Looking after somebody else',
  'CARER-HABITABLEHOME': 'Keeping the home clean and in order',
  'CARER-NUTRITION': 'Eating and drinking',
  'CARER-RELATIONSHIPS': 'Seeing family and friends',
  'CARER-WTEV': 'Work, learning and volunteering',
  'CARER-COMMUNITY': 'Getting out: shops, buses and places to go',
  'CARER-RECREATION': 'Time to enjoy yourself',
} satisfies Record<CarerOutcome, string>;

const facsDomains = {
  'autonomy-and-choice': 'Having choice and control over life',
  'health-and-safety': 'Being healthy and safe',
  'daily-routines': 'Washing, eating and managing the day',
  'family-and-community': 'Family, friends and taking part',
} satisfies Record<z.infer<typeof FacsDomain>, string>;

/** What each need is called, from whichever view it was told. */
export const needsInWords: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...adultOutcomes, ...carerOutcomes, ...facsDomains }),
);

/** Needs at a glance, by what the council decides from on that day. */
export function needsSection(view: NeedsFound['by']): QuestionSection {
  const isFacs = view === 'facs-domains';
  return {
    id: 'needs',
    title: 'How the person gets on',
    titleIfSelf: 'How you get on',
    intro: 'A rough idea is enough: nothing is decided by it. Leave out what you do not know.',
    questions: isFacs
      ? glanceQuestions('/needs/domains', facsDomains)
      : [
          ...glanceQuestions('/needs/outcomes', adultOutcomes, about('adult')),
          ...glanceQuestions('/needs/outcomes', carerOutcomes, about('carer')),
        ],
    sends: isFacs
      ? [{ field: '/needs/by', value: 'facs-domains' }]
      : (['adult', 'carer'] as const).map((whose) => ({
          field: '/needs/by',
          value: `${whose}-outcomes`,
          onlyIf: about(whose),
        })),
  };
}

function about(whose: 'adult' | 'carer') {
  return { field: '/about', isOneOf: [whose] };
}

const whyNeeds = 'It shows at a glance where help may be needed, so that you tell it only once.';

function glanceQuestions(
  at: string,
  labels: Readonly<Record<string, string>>,
  onlyIf?: { field: string; isOneOf: string[] },
): ContactQuestion[] {
  return Object.entries(labels).map(([code, label]) =>
    question(`${at}/${code}`, label, {
      answer: oneOf(glances),
      why: whyNeeds,
      ...(onlyIf && { onlyIf }),
    }),
  );
}
