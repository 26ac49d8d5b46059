import type { CivilDate } from '../calendar/civil-date.ts';
import { directPaymentRegulationsOn, lawOn } from '../codes/law-in-force.ts';

/** The power of the Health and Social Care Act 2001, under which adults had direct payments before. */
const directPayments2001 = (on: CivilDate) =>
  `Health and Social Care Act 2001 s57; ${directPaymentRegulationsOn(on)}`;

/** What the council does with the money of a direct payment, and the law behind it under the Care Act. */
const laws = {
  'one-off': 'Care Act 2014 s31; SI 2014/2871',
  pause: 'Care Act 2014 s18, s33; SI 2014/2871; Care and Support Statutory Guidance 12',
  stop: 'Care Act 2014 s18, s33; SI 2014/2871',
  end: 'Care Act 2014 s18, s31-s33; SI 2014/2871 reg 8',
  hold: 'Care Act 2014 s42; SI 2014/2871',
  monitoring: 'Care Act 2014 s33; SI 2014/2871; Care and Support Statutory Guidance 12.24',
  // Where a condition is broken or it was not spent on the needs of the plan, after a review of it.
  reclaim: 'Care Act 2014 s33(3), s33(5); SI 2014/2871 reg 7(1)(b)',
  'final-account': 'Care Act 2014 s33; SI 2014/2871; Care and Support Statutory Guidance 12',
  review: 'SI 2014/2871 reg 7',
} as const;

/** The law that a decision taken on this day about a direct payment rests on. */
export function paymentLaw(what: keyof typeof laws, on: CivilDate): string {
  const before = directPayments2001(on);
  const isHold = what === 'hold';
  return lawOn(on, {
    careAct: laws[what],
    before: isHold ? `No secrets (2000); ${before}` : before,
  });
}
