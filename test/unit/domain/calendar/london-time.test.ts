import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  civilDateInLondon,
  Instant,
  instantInLondon,
} from '#shared/domain/calendar/london-time.ts';

const from = Temporal.Instant.from('1996-01-02T00:00:00Z').epochMilliseconds;
const to = Temporal.Instant.from('2037-12-31T00:00:00Z').epochMilliseconds;
const anyMoment = fc.integer({ min: from, max: to }).map((ms) => new Date(ms).toISOString());

function referenceDate(instant: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO('Europe/London')
    .toPlainDate()
    .toString();
}

describe('The day in London', () => {
  it.each([
    ['2026-03-28T23:30:00.000Z', '2026-03-28', 'the last night before summer time'],
    ['2026-03-29T23:30:00.000Z', '2026-03-30', 'the first night of summer time'],
    ['2026-10-24T23:30:00.000Z', '2026-10-25', 'the last night of summer time'],
    ['2026-10-25T23:30:00.000Z', '2026-10-25', 'the first night after summer time'],
    ['2026-12-31T23:59:59.999Z', '2026-12-31', 'the last moment of a year'],
    ['2026-06-30T22:59:59.999Z', '2026-06-30', 'a summer minute before midnight'],
    ['2026-06-30T23:00:00.000Z', '2026-07-01', 'midnight in summer'],
  ])('at %s is %s (%s)', (instant, date) => {
    expect(civilDateInLondon(instant)).toBe(date);
  });

  it('is the one the reference calendar gives, at thousands of moments', () => {
    fc.assert(
      fc.property(anyMoment, (instant) => {
        expect(civilDateInLondon(instant)).toBe(referenceDate(instant));
      }),
      { numRuns: 5000 },
    );
  });

  it('is the reference one in every hour around every change of the clocks', () => {
    for (let year = 1996; year <= 2037; year += 1) {
      for (const month of ['03', '10']) {
        const start = Temporal.Instant.from(`${year}-${month}-24T20:00:00Z`);
        for (let hour = 0; hour < 8 * 24; hour += 1) {
          const instant = start.add({ hours: hour }).toString();
          expect(civilDateInLondon(instant)).toBe(referenceDate(instant));
        }
      }
    }
  });

  it('is not given for a moment before the present rule of summer time', () => {
    expect(() => civilDateInLondon('1995-12-31T23:59:59.999Z')).toThrow('1996');
    expect(civilDateInLondon('1996-01-01T00:00:00.000Z')).toBe('1996-01-01');
    expect(() => instantInLondon('1995-12-31', '23:59')).toThrow('1996');
    expect(instantInLondon('1996-01-01')).toBe('1996-01-01T00:00:00.000Z');
  });
});

describe('A day and time in London', () => {
  it.each([
    ['2026-01-15', '00:00', '2026-01-15T00:00:00.000Z'],
    ['2026-07-15', '00:00', '2026-07-14T23:00:00.000Z'],
    ['2026-03-29', '00:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '01:30', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29', '02:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '02:00', '2026-10-25T02:00:00.000Z'],
  ])('%s %s is the moment %s', (date, time, instant) => {
    expect(instantInLondon(date, time)).toBe(instant);
  });

  it('is the moment the reference calendar gives, skipped and repeated hours included', () => {
    const anyMinute = fc.record({
      instant: anyMoment,
      minutes: fc.integer({ min: 0, max: 1439 }),
    });
    fc.assert(
      fc.property(anyMinute, ({ instant, minutes }) => {
        const date = referenceDate(instant);
        const time = Temporal.PlainTime.from('00:00').add({ minutes }).toString().slice(0, 5);
        const reference = Temporal.PlainDateTime.from(`${date}T${time}`)
          .toZonedDateTime('Europe/London')
          .toInstant();
        expect(Date.parse(instantInLondon(date, time))).toBe(reference.epochMilliseconds);
      }),
      { numRuns: 3000 },
    );
  });

  it('starts a day at a moment that is already that day, and not a millisecond later', () => {
    fc.assert(
      fc.property(anyMoment, (instant) => {
        const date = civilDateInLondon(instant);
        const start = Date.parse(instantInLondon(date));
        expect(civilDateInLondon(new Date(start).toISOString())).toBe(date);
        expect(civilDateInLondon(new Date(start - 1).toISOString())).not.toBe(date);
      }),
    );
  });
});

describe('A moment', () => {
  it.each([
    ['2026-04-06T08:30:00.000Z', true],
    ['2026-04-06T08:30:00+01:00', false],
    ['2026-04-06T08:30:00', false],
    ['2026-04-06', false],
  ])('written %s is accepted: %s', (text, isAccepted) => {
    expect(Instant.safeParse(text).success).toBe(isAccepted);
  });
});
