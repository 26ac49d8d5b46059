import type { CivilDate } from '../calendar/civil-date.ts';

/** The day on which the Care Act's duties began (SI 2015/993). */
export const careActFrom: CivilDate = '2015-04-01';

/** The law behind a decision of that day: the Care Act, or what stood in its place before. */
export function lawOn(
  date: CivilDate,
  law: { readonly careAct: string; readonly before: string },
): string {
  return date >= careActFrom ? law.careAct : law.before;
}
