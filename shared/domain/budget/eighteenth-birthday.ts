import { addDays, addYears, ageOn, type CivilDate } from '../calendar/civil-date.ts';
import { type Refused, refuse } from '../outcome.ts';

/** The day on which a person reaches eighteen; somebody born on 29 February does so on 1 March. */
export function eighteenthBirthday(birthDate: CivilDate): CivilDate {
  const day = addYears(birthDate, 18);
  return ageOn(birthDate, day) >= 18 ? day : addDays(day, 1);
}

/** An adult's budget starts on the eighteenth birthday at the earliest; children's support goes on
 * until the adult decision (Care Act 2014 s58, s66). Refuses `before-eighteenth-birthday`. */
export function refusalBeforeEighteen(
  starts: CivilDate,
  eighteenth: CivilDate | null,
  pointer: string,
): Refused | undefined {
  if (eighteenth === null || starts >= eighteenth) return undefined;
  const detail = `The budget starts on ${eighteenth}, the eighteenth birthday, or later.`;
  return refuse('before-eighteenth-birthday', detail, pointer);
}
