import type { CivilDate } from '../calendar/civil-date.ts';
import { careActFrom, lawOn } from '../codes/law-in-force.ts';

const communityCare = 'NHS and Community Care Act 1990 s47(1)(b)';
const assistance = 'National Assistance Act 1948 s21(8), s29(6)';

/** What the council does from the plan to the review, and the law behind it. */
const laws = {
  plan: { careAct: 'Care Act 2014 s25-s26', before: communityCare },
  agreement: { careAct: 'Care Act 2014 s25(5), s25(9)', before: communityCare },
  'sign-off': { careAct: 'Care Act 2014 s18, s26', before: communityCare },
  // What a person needs is met first, and the money is found after that.
  'cash-limit': {
    careAct: 'Care Act 2014 s18; R (KM) v Cambridgeshire [2012] UKSC 23',
    before:
      'Chronically Sick and Disabled Persons Act 1970 s2; ' +
      'R v Gloucestershire County Council, ex parte Barry [1997] AC 584',
  },
  'left-to-the-nhs': { careAct: 'Care Act 2014 s22', before: assistance },
  'left-to-housing': { careAct: 'Care Act 2014 s23', before: assistance },
  support: { careAct: 'Care Act 2014 s18-s20', before: communityCare },
  'direct-payment': { careAct: 'Care Act 2014 s31', before: 'Health and Social Care Act 2001 s57' },
  'direct-payment-authorised': {
    careAct: 'Care Act 2014 s32',
    before: 'Health and Social Care Act 2001 s57',
  },
  review: { careAct: 'Care Act 2014 s27', before: communityCare },
} as const;

/** The regulations on what a direct payment may buy, as they stood on a day. */
export function directPaymentRegulations(on: CivilDate): string {
  if (on >= careActFrom) return 'SI 2014/2871';
  return on >= '2009-11-09' ? 'SI 2009/1887' : 'SI 2003/762';
}

/** The law that a decision taken on this day rests on. */
export function planningLaw(what: keyof typeof laws, on: CivilDate): string {
  return lawOn(on, laws[what]);
}
