import type { CivilDate } from '../calendar/civil-date.ts';
import { lawOn } from '../codes/law-in-force.ts';

const communityCare = 'NHS and Community Care Act 1990 s47(1)(b)';

/** What the council does from the plan to the review, and the law behind it. */
const laws = {
  plan: { careAct: 'Care Act 2014 s25-s26', before: communityCare },
  agreement: { careAct: 'Care Act 2014 s25(5), s25(9)', before: communityCare },
  'sign-off': { careAct: 'Care Act 2014 s18, s26', before: communityCare },
  support: { careAct: 'Care Act 2014 s18-s20', before: communityCare },
  'direct-payment': { careAct: 'Care Act 2014 s31', before: 'Health and Social Care Act 2001 s57' },
  'direct-payment-authorised': {
    careAct: 'Care Act 2014 s32',
    before: 'Health and Social Care Act 2001 s57',
  },
  review: { careAct: 'Care Act 2014 s27', before: communityCare },
} as const;

/** The law that a decision taken on this day rests on. */
export function planningLaw(what: keyof typeof laws, on: CivilDate): string {
  return lawOn(on, laws[what]);
}
