import { type CivilDate, partsOf } from '../../domain/calendar/civil-date.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A date as a letter has it: `6 April 2026`. */
export function longDate(date: CivilDate): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${months[month - 1]} ${year}`;
}

/** A text in which every date stands as a letter has it. */
export function withLongDates(text: string): string {
  return text.replaceAll(/\b\d{4}-\d\d-\d\d\b/g, longDate);
}
