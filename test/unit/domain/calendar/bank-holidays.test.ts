import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { bankHolidays, isBankHoliday, isWeekend } from '#shared/domain/calendar/bank-holidays.ts';

const reference = new Holidays('GB', 'ENG');

/** Years whose proclamations the reference does not know: they are rows of their own below. */
const yearsReferenceLacks = [1999, 2002, 2011, 2012];

function datesOf(year: number): readonly string[] {
  return bankHolidays(year).map(({ date }) => date);
}

function referenceDatesOf(year: number): readonly string[] {
  return reference
    .getHolidays(year)
    .filter(({ type }) => type === 'public' || type === 'bank')
    .map(({ date }) => date.slice(0, 10))
    .filter((date) => !isWeekend(date));
}

describe('The bank holidays of England and Wales', () => {
  it.each([
    [1999, '1999-12-31', true, 'the eve of the millennium'],
    [2002, '2002-05-27', false, 'spring holiday moved for the Golden Jubilee'],
    [2002, '2002-06-03', true, 'Golden Jubilee'],
    [2002, '2002-06-04', true, 'spring holiday moved for the Golden Jubilee'],
    [2011, '2011-04-29', true, 'royal wedding'],
    [2012, '2012-05-28', false, 'spring holiday moved for the Diamond Jubilee'],
    [2012, '2012-06-04', true, 'spring holiday moved for the Diamond Jubilee'],
    [2012, '2012-06-05', true, 'Diamond Jubilee'],
    [2020, '2020-05-04', false, 'early May holiday moved to VE day'],
    [2020, '2020-05-08', true, 'VE day'],
    [2022, '2022-05-30', false, 'spring holiday moved for the Platinum Jubilee'],
    [2022, '2022-06-02', true, 'spring holiday moved for the Platinum Jubilee'],
    [2022, '2022-06-03', true, 'Platinum Jubilee'],
    [2022, '2022-09-19', true, 'state funeral'],
    [2023, '2023-05-08', true, 'coronation'],
    [2024, '2024-05-08', false, 'an ordinary Wednesday'],
  ])('in %i, %s is one: %s (%s)', (year, date, isOne) => {
    expect(isBankHoliday(date)).toBe(isOne);
    expect(datesOf(year).includes(date)).toBe(isOne);
  });

  it.each([
    [2020, ['2020-12-25', '2020-12-28'], 'Boxing Day on a Saturday'],
    [2021, ['2021-12-27', '2021-12-28'], 'Christmas on a Saturday'],
    [2022, ['2022-12-26', '2022-12-27'], 'Christmas on a Sunday'],
    [2024, ['2024-12-25', '2024-12-26'], 'both on weekdays'],
  ])('at Christmas %i are kept on %s (%s)', (year, dates) => {
    expect(datesOf(year).filter((date) => date.includes('-12-'))).toEqual(dates);
  });

  it.each([
    ['2022-01-03', 'a Saturday'],
    ['2023-01-02', 'a Sunday'],
    ['2024-01-01', 'a Monday'],
  ])("keep New Year's Day on %s when it falls on %s", (date) => {
    expect(datesOf(Number(date.slice(0, 4)))[0]).toBe(date);
  });

  it('are those of the reference calendar from 1996 to 2075', () => {
    for (let year = 1996; year <= 2075; year += 1) {
      if (yearsReferenceLacks.includes(year)) continue;
      expect(datesOf(year), `in ${year}`).toEqual(referenceDatesOf(year));
    }
  });

  it('are never at a weekend, and never two on one day', () => {
    for (let year = 1996; year <= 2075; year += 1) {
      expect(datesOf(year).some(isWeekend)).toBe(false);
      expect(new Set(datesOf(year)).size).toBe(datesOf(year).length);
    }
  });
});
