import { describe, expect, test } from 'vitest';
import { usualWeek } from '#shared/council/usual-terms.ts';
import {
  dayOfAnswer,
  hoursInWords,
  isOpenAt,
  OfficeHours,
} from '#shared/domain/calendar/office-hours.ts';

const hours: OfficeHours = [{ days: [...usualWeek], from: '09:00', until: '17:00' }];

describe('An office', () => {
  test.each([
    ['2026-07-08T08:00:00.000Z', true, 'at nine in summer time'],
    ['2026-07-08T07:59:59.000Z', false, 'a second before'],
    ['2026-07-08T15:59:00.000Z', true, 'in its last minute'],
    ['2026-07-08T16:00:00.000Z', false, 'at the minute at which it closes'],
    ['2026-01-07T09:00:00.000Z', true, 'at nine in winter'],
    ['2026-01-07T08:30:00.000Z', false, 'at half past eight in winter'],
    ['2026-07-11T10:00:00.000Z', false, 'on a Saturday'],
    ['2026-12-25T10:00:00.000Z', false, 'on Christmas Day, a Friday'],
    ['2026-08-31T10:00:00.000Z', false, 'on a bank holiday Monday'],
    ['2026-03-30T08:00:00.000Z', true, 'at nine on the Monday after the clocks went forward'],
    ['2026-10-26T08:30:00.000Z', false, 'at half past eight after they went back'],
  ])('at %s is open: %s (%s)', (instant, isOpen) => {
    expect(isOpenAt(hours, instant)).toBe(isOpen);
  });

  test.each([
    ['2026-07-08T05:00:00.000Z', '2026-07-08', 'before it opens'],
    ['2026-07-08T15:59:00.000Z', '2026-07-08', 'in its last minute'],
    ['2026-07-08T16:00:00.000Z', '2026-07-09', 'once it has closed'],
    ['2026-07-12T10:00:00.000Z', '2026-07-13', 'on a Sunday'],
    ['2026-12-24T18:00:00.000Z', '2026-12-29', 'before Christmas and a bank holiday Monday'],
  ])('asked at %s can answer on %s (%s)', (instant, date) => {
    expect(dayOfAnswer(hours, instant)).toBe(date);
  });

  test.each([
    [hours, 'Monday to Friday, 9am to 5pm'],
    [
      [...hours, { days: ['saturday'], from: '10:30', until: '12:00' }],
      'Monday to Friday, 9am to 5pm; Saturday, 10.30am to 12pm',
    ],
    [
      [{ days: ['thursday', 'tuesday'], from: '08:00', until: '20:00' }],
      'Tuesday and Thursday, 8am to 8pm',
    ],
  ])('says its hours in words', (given, words) => {
    expect(hoursInWords(OfficeHours.parse(given))).toBe(words);
  });

  test.each([
    [[]],
    [[{ days: ['monday'], from: '17:00', until: '09:00' }]],
    [[{ days: [], from: '09:00', until: '17:00' }]],
    [[{ days: ['monday'], from: '9am', until: '17:00' }]],
  ])('is not described by %j', (given) => {
    expect(OfficeHours.safeParse(given).success).toBe(false);
  });
});
