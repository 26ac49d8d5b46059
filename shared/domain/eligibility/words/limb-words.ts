import type { AdultLimb } from '../adult-outcomes.ts';
import type { CarerLimb } from '../carer-outcomes.ts';

/** Why an outcome cannot be achieved, in words for the person and with its place in SI 2015/313. */
export interface Limb {
  readonly rule: string;
  readonly words: string;
}

export const adultLimbs = {
  'not-without-assistance': { rule: 'reg 2(3)(a)', words: 'you need help or prompting to do it' },
  'significant-pain': {
    rule: 'reg 2(3)(b)',
    words: 'doing it causes you significant pain, distress or anxiety',
  },
  endangers: {
    rule: 'reg 2(3)(c)',
    words: 'doing it puts your health or safety, or that of others, in danger',
  },
  'takes-significantly-longer': {
    rule: 'reg 2(3)(d)',
    words: 'it takes you significantly longer than would normally be expected',
  },
} satisfies Record<AdultLimb, Limb>;

export const carerLimbs = {
  'not-without-assistance': {
    rule: 'reg 3(3)(a)',
    words: adultLimbs['not-without-assistance'].words,
  },
  'significant-pain': { rule: 'reg 3(3)(b)', words: adultLimbs['significant-pain'].words },
  endangers: { rule: 'reg 3(3)(c)', words: adultLimbs.endangers.words },
} satisfies Record<CarerLimb, Limb>;
