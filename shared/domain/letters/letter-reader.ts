import * as z from 'zod';
import type { CivilDate } from '../calendar/civil-date.ts';
import { RepresentativeKind } from '../capacity/representatives.ts';
import type { PersonFacts } from '../person/facts/person-facts.ts';
import type { RepresentativeOnRecord } from '../person/facts/representative.ts';

/** What a letter is about, as far as a representative's right reaches. */
export type LetterSubject = 'care' | 'money' | 'direct-payment';

/** Somebody who reads a person's letters in their place, as the letter's record keeps them. */
export const LetterReader = z
  .strictObject({ name: z.string(), kind: RepresentativeKind })
  .meta({ id: 'LetterReader' });
export type LetterReader = z.infer<typeof LetterReader>;

/** The letters that each may read for the person. A power reaches as far as its kind (Mental Capacity Act
 * 2005 s9(1), s16(2)), and an appointee's to benefits, which a contribution is worked out from (SI
 * 1987/1968 reg 33); whoever runs a direct payment is told of it (Care Act 2014 s31, s32). Anybody else
 * reads what the person has asked them to. */
const subjectsOf = {
  'attorney-health-and-welfare': ['care'],
  'attorney-property-and-affairs': ['money', 'direct-payment'],
  'deputy-health-and-welfare': ['care'],
  'deputy-property-and-affairs': ['money', 'direct-payment'],
  appointee: ['money'],
  'authorised-person': ['direct-payment'],
  'nominated-person': ['direct-payment'],
  advocate: ['care', 'money', 'direct-payment'],
  'nearest-relative': ['care', 'money', 'direct-payment'],
  informal: ['care', 'money', 'direct-payment'],
} as const satisfies Record<RepresentativeKind, readonly LetterSubject[]>;

/** Who reads a letter about this in the person's place on that day; undefined where they read it
 * themselves. A power in law comes before help with letters. */
export function letterReaderOf(
  { representatives }: Pick<PersonFacts, 'representatives'>,
  { subject, on }: { readonly subject: LetterSubject; readonly on: CivilDate },
): RepresentativeOnRecord | undefined {
  const rank = ({ kind }: RepresentativeOnRecord) => RepresentativeKind.options.indexOf(kind);
  return representatives
    .filter(
      ({ lettersTo, kind, from, until }) =>
        lettersTo !== undefined &&
        from <= on &&
        (until === null || on <= until) &&
        subjectsOf[kind].some((each) => each === subject),
    )
    .sort((a, b) => rank(a) - rank(b))[0];
}

const because = {
  'attorney-health-and-welfare': 'you are their attorney for health and welfare',
  'attorney-property-and-affairs': 'you are their attorney for property and money',
  'deputy-health-and-welfare': 'you are their deputy for health and welfare',
  'deputy-property-and-affairs': 'you are their deputy for property and money',
  appointee: 'you are their appointee for benefits',
  'authorised-person': 'you run their direct payment as the authorised person',
  'nominated-person': 'you run their direct payment as the nominated person',
  advocate: 'you are their advocate and read their letters for them',
  'nearest-relative': 'you are their nearest relative and read their letters for them',
  informal: 'you read their letters for them',
} as const satisfies Record<RepresentativeKind, string>;

/** What stands before a letter that goes to somebody else than the person: why they get it. */
export function noticeTo({ name, kind }: LetterReader, personName: string): string {
  return [
    `To ${name}.`,
    `This letter is for ${personName}. We send it to you because ${because[kind]}.`,
    'Tell us if this is not right any more.',
  ].join('\n');
}
