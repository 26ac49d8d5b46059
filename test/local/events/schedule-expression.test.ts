import { describe, expect, test } from 'vitest';
import { readExpression } from '#infra/local/events/schedules/schedule-expression.ts';

const London = 'Europe/London';

/** The first instants after the given one. */
function firstOf(expression: string, after: string, count: number, zone = London): string[] {
  const begunAt = Date.parse(after);
  const occurrences = readExpression(expression, zone, begunAt);
  const found: string[] = [];
  let at: number | undefined = begunAt;
  while (found.length < count) {
    at = occurrences.next(at);
    if (at === undefined) break;
    found.push(new Date(at).toISOString().slice(0, 16));
  }
  return found;
}

describe('cron', () => {
  test.each<[string, string, string, string[]]>([
    [
      'a time of every day',
      'cron(30 6 * * ? *)',
      '2027-01-01T06:30:00Z',
      ['2027-01-02T06:30', '2027-01-03T06:30'],
    ],
    [
      'weekdays by name',
      'cron(0 9 ? * MON-FRI *)',
      '2027-01-01T10:00:00Z',
      ['2027-01-04T09:00', '2027-01-05T09:00'],
    ],
    [
      'weekdays by number, Sunday first',
      'cron(0 9 ? * 1 *)',
      '2027-01-01T10:00:00Z',
      ['2027-01-03T09:00', '2027-01-10T09:00'],
    ],
    [
      'steps',
      'cron(0/20 8 1 * ? *)',
      '2027-01-01T08:10:00Z',
      ['2027-01-01T08:20', '2027-01-01T08:40', '2027-02-01T08:00'],
    ],
    [
      'lists and months by name',
      'cron(0 8 1,15 JAN,MAR ? *)',
      '2027-01-02T00:00:00Z',
      ['2027-01-15T08:00', '2027-03-01T08:00', '2027-03-15T08:00'],
    ],
    ['one year only', 'cron(0 8 1 1 ? 2028)', '2027-01-01T00:00:00Z', ['2028-01-01T08:00']],
    [
      'the 29th of February',
      'cron(0 8 29 2 ? *)',
      '2027-01-01T00:00:00Z',
      ['2028-02-29T08:00', '2032-02-29T08:00'],
    ],
  ])('knows %s', (_title, expression, after, expected) => {
    expect(firstOf(expression, after, expected.length)).toEqual(expected);
    if (expression.includes('2028')) expect(firstOf(expression, after, 2)).toEqual(expected);
  });

  test('skips a time that the clocks pass over in spring', () => {
    expect(firstOf('cron(30 1 * * ? *)', '2027-03-27T00:00:00Z', 3)).toEqual([
      '2027-03-27T01:30',
      '2027-03-29T00:30',
      '2027-03-30T00:30',
    ]);
  });

  test('fires once at a time that comes twice in autumn', () => {
    expect(firstOf('cron(30 1 * * ? *)', '2027-10-30T12:00:00Z', 2)).toEqual([
      '2027-10-31T00:30',
      '2027-11-01T01:30',
    ]);
  });

  test.each([
    'cron(0 8 * * * *)',
    'cron(0 8 L * ? *)',
    'cron(0 25 * * ? *)',
    'cron(0 8 * *)',
    'cron(0 8 ? * 2#1 *)',
  ])('refuses %s', (expression) => {
    expect(() => readExpression(expression, London, 0)).toThrow('cron');
  });
});

describe('rate', () => {
  test('counts from its beginning in hours, whatever the clocks do', () => {
    const occurrences = readExpression('rate(1 day)', London, Date.parse('2027-03-27T08:00:00Z'));
    const first = occurrences.next(Date.parse('2027-03-27T07:00:00Z'));
    expect(first).toBe(Date.parse('2027-03-27T08:00:00Z'));
    expect(firstOf('rate(1 day)', '2027-03-27T08:00:00Z', 2)).toEqual([
      '2027-03-28T08:00',
      '2027-03-29T08:00',
    ]);
    expect(firstOf('rate(5 minutes)', '2027-03-27T08:00:00Z', 1)).toEqual(['2027-03-27T08:05']);
  });

  test.each(['rate(0 minutes)', 'rate(1 week)', 'rate(x)'])('refuses %s', (expression) => {
    expect(() => readExpression(expression, London, 0)).toThrow('rate');
  });
});

describe('at', () => {
  test('is once, in the time of its zone', () => {
    expect(firstOf('at(2027-07-01T08:00:00)', '2027-01-01T00:00:00Z', 2)).toEqual([
      '2027-07-01T07:00',
    ]);
    expect(firstOf('at(2027-07-01T08:00:00)', '2027-01-01T00:00:00Z', 2, 'UTC')).toEqual([
      '2027-07-01T08:00',
    ]);
    expect(firstOf('at(2026-07-01T08:00:00)', '2027-01-01T00:00:00Z', 1)).toEqual([]);
  });
});
