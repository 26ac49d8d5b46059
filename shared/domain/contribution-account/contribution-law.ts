import type { CivilDate } from '../calendar/civil-date.ts';
import { lawOn } from '../codes/law-in-force.ts';

const charging1983 = 'Health and Social Services and Social Security Adjudications Act 1983 s17';

const laws = {
  statement: { careAct: 'Care Act 2014 s14, s69; SI 2014/2672', before: charging1983 },
  debt: { careAct: 'Care and Support Statutory Guidance, Annex D', before: charging1983 },
} as const;

/** The law on what people are charged for their support at home, and owe for it, on a day. */
export function contributionLaw(what: keyof typeof laws, on: CivilDate): string {
  return lawOn(on, laws[what]);
}
