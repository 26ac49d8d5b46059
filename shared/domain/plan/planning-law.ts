import type { CivilDate } from '../calendar/civil-date.ts';

/** What the council does from the plan to the review, and the law behind it: since the Care Act came
 * into force, and before. */
const laws = {
  plan: ['Care Act 2014 s25-s26', 'NHS and Community Care Act 1990 s47(1)(b)'],
  agreement: ['Care Act 2014 s25(5), s25(9)', 'NHS and Community Care Act 1990 s47(1)(b)'],
  'sign-off': ['Care Act 2014 s18, s26', 'NHS and Community Care Act 1990 s47(1)(b)'],
  support: ['Care Act 2014 s18-s20', 'NHS and Community Care Act 1990 s47(1)(b)'],
  'direct-payment': ['Care Act 2014 s31', 'Health and Social Care Act 2001 s57'],
  'direct-payment-authorised': ['Care Act 2014 s32', 'Health and Social Care Act 2001 s57'],
  review: ['Care Act 2014 s27', 'NHS and Community Care Act 1990 s47(1)'],
} as const satisfies Record<string, readonly [since: string, before: string]>;

const careActInForce: CivilDate = '2015-04-01';

/** The law that a decision taken on this day rests on. */
export function planningLaw(what: keyof typeof laws, on: CivilDate): string {
  return laws[what][on >= careActInForce ? 0 : 1];
}
