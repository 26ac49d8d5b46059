import {
  addDays,
  type CivilDate,
  civilDate,
  compareDates,
  dayOfWeek,
  partsOf,
  weekdays,
} from './civil-date.ts';

export interface BankHoliday {
  readonly date: CivilDate;
  readonly name: string;
}

/** Days by which a royal proclamation moved a holiday, or added one, in England and Wales (Banking
 * and Financial Dealings Act 1971 s1). A new proclamation is one new line here. */
const movedByProclamation: ReadonlyMap<CivilDate, CivilDate> = new Map([
  ['2002-05-27', '2002-06-04'],
  ['2012-05-28', '2012-06-04'],
  ['2020-05-04', '2020-05-08'],
  ['2022-05-30', '2022-06-02'],
]);

const addedByProclamation: readonly BankHoliday[] = [
  { date: '1999-12-31', name: 'Millennium' },
  { date: '2002-06-03', name: 'Golden Jubilee' },
  { date: '2011-04-29', name: 'Royal wedding' },
  { date: '2012-06-05', name: 'Diamond Jubilee' },
  { date: '2022-06-03', name: 'Platinum Jubilee' },
  { date: '2022-09-19', name: 'State funeral of Queen Elizabeth II' },
  { date: '2023-05-08', name: 'Coronation of King Charles III' },
];

/** The bank holidays of England and Wales in a year from 1996, earliest first, each on the day that
 * is kept: a holiday at a weekend is shown on its substitute day. Source: Banking and Financial
 * Dealings Act 1971 Sch 1 and the proclamations above. */
export function bankHolidays(year: number): readonly BankHoliday[] {
  const easter = easterSunday(year);
  const byRule: readonly BankHoliday[] = [
    { date: weekdayOnOrAfterWeekend(civilDate(year, 1, 1)), name: "New Year's Day" },
    { date: addDays(easter, -2), name: 'Good Friday' },
    { date: addDays(easter, 1), name: 'Easter Monday' },
    { date: mondayOnOrAfter(civilDate(year, 5, 1)), name: 'Early May bank holiday' },
    { date: mondayOnOrAfter(civilDate(year, 5, 25)), name: 'Spring bank holiday' },
    { date: mondayOnOrAfter(civilDate(year, 8, 25)), name: 'Summer bank holiday' },
    ...christmas(year),
  ];
  const kept = byRule.map(({ date, name }) => ({
    date: movedByProclamation.get(date) ?? date,
    name,
  }));
  const added = addedByProclamation.filter(({ date }) => partsOf(date).year === year);
  return [...kept, ...added].sort((a, b) => compareDates(a.date, b.date));
}

/** Whether that day is kept as a bank holiday in England and Wales; a holiday that falls at a
 * weekend counts on its substitute day only. */
export function isBankHoliday(date: CivilDate): boolean {
  const { year } = partsOf(date);
  const days = daysOfYears.get(year) ?? new Set(bankHolidays(year).map((each) => each.date));
  daysOfYears.set(year, days);
  return days.has(date);
}

/** Worked out once for each year, because whoever counts working days asks day by day. */
const daysOfYears = new Map<number, ReadonlySet<CivilDate>>();

/** Each of the two days is kept two days later when it falls at a weekend; so they never share a
 * substitute, and neither takes the other's place. */
function christmas(year: number): readonly BankHoliday[] {
  const day = civilDate(year, 12, 25);
  const boxing = civilDate(year, 12, 26);
  return [
    { date: isWeekend(day) ? addDays(day, 2) : day, name: 'Christmas Day' },
    { date: isWeekend(boxing) ? addDays(boxing, 2) : boxing, name: 'Boxing Day' },
  ];
}

function weekdayOnOrAfterWeekend(date: CivilDate): CivilDate {
  return isWeekend(date) ? mondayOnOrAfter(date) : date;
}

function mondayOnOrAfter(date: CivilDate): CivilDate {
  const daysPastMonday = weekdays.indexOf(dayOfWeek(date));
  return addDays(date, (7 - daysPastMonday) % 7);
}

/** Saturday and Sunday, on which no bank holiday is kept. */
export function isWeekend(date: CivilDate): boolean {
  const day = dayOfWeek(date);
  return day === 'saturday' || day === 'sunday';
}

/** Easter Sunday by the anonymous Gregorian computation, whose letters are its customary ones. */
function easterSunday(year: number): CivilDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return civilDate(year, month, day);
}
