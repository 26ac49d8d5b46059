import type { CivilDate } from '../calendar/civil-date.ts';
import { lawOn } from '../codes/law-in-force.ts';

/** The law by which reablement is offered, and is free for up to six weeks, on that day. */
export function reablementLaw(on: CivilDate): string {
  return lawOn(on, {
    careAct: 'Care Act 2014 s2; SI 2014/2672 reg 3',
    before: 'Community Care (Delayed Discharges etc.) Act 2003 Part 2; SI 2003/1196',
  });
}
