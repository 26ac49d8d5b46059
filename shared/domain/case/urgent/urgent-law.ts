import type { CivilDate } from '../../calendar/civil-date.ts';
import { lawOn } from '../../codes/law-in-force.ts';

/** The law on meeting urgent needs before anything is settled, on a day. */
export function urgentLaw(on: CivilDate): string {
  return lawOn(on, {
    careAct: 'Care Act 2014 s19(3)',
    before: 'NHS and Community Care Act 1990 s47(5)',
  });
}
