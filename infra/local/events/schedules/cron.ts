import type { Occurrences } from './schedule-expression.ts';
import { instantOf, wallTimeAt } from './zone-time.ts';

interface Field {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** Names in place of numbers, the first of which stands for `least`. */
  readonly names?: readonly string[];
}

const months = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const weekdays = 'SUN MON TUE WED THU FRI SAT'.split(' ');
const fields: readonly Field[] = [
  { name: 'minutes', least: 0, most: 59 },
  { name: 'hours', least: 0, most: 23 },
  { name: 'day-of-month', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12, names: months },
  { name: 'day-of-week', least: 1, most: 7, names: weekdays },
  { name: 'year', least: 1970, most: 2199 },
];

// Far enough for 29 February on one weekday; an expression without an occurrence ends there.
const daysAheadMax = 366 * 41;
const dayMs = 24 * 60 * 60 * 1000;

/** The six fields of AWS's cron expressions; of the signs L, W and # none is known here. */
export function compileCron(expression: string, zone: string): Occurrences {
  const texts = expression.trim().split(/\s+/);
  if (texts.length !== fields.length) {
    throw new Error(`cron(${expression}) does not have its ${fields.length} fields`);
  }
  if ((texts[2] === '?') === (texts[4] === '?')) {
    throw new Error(`cron(${expression}): exactly one of day-of-month and day-of-week is "?"`);
  }
  const [minutes, hours, days, inMonths, onWeekdays, years] = fields.map((field, at) =>
    readField(texts[at] ?? '', field),
  );

  const isOnDate = (date: Date): boolean =>
    Boolean(
      years?.has(date.getUTCFullYear()) &&
        inMonths?.has(date.getUTCMonth() + 1) &&
        days?.has(date.getUTCDate()) &&
        onWeekdays?.has(date.getUTCDay() + 1),
    );
  const firstOnDate = (date: Date, after: number): number | undefined => {
    const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
    for (const hour of hours ?? []) {
      for (const minute of minutes ?? []) {
        const instant = instantOf({ year, month, day, hour, minute }, zone);
        if (instant !== undefined && instant > after) return instant;
      }
    }
    return undefined;
  };

  return {
    next(after) {
      const { year, month, day } = wallTimeAt(after, zone);
      const today = Date.UTC(year, month - 1, day);
      for (let ahead = 0; ahead <= daysAheadMax; ahead += 1) {
        const date = new Date(today + ahead * dayMs);
        const instant = isOnDate(date) ? firstOnDate(date, after) : undefined;
        if (instant !== undefined) return instant;
      }
      return undefined;
    },
  };
}

/** The values a field lets through, in order. */
function readField(text: string, field: Field): ReadonlySet<number> {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [range = '', step] = part.split('/');
    const [from, to] = readRange(range, field, step !== undefined);
    const by = step === undefined ? 1 : Number(step);
    if (!Number.isInteger(by) || by < 1) throw unknownField(text, field);
    for (let value = from; value <= to; value += by) values.add(value);
  }
  return new Set([...values].sort((a, b) => a - b));
}

function readRange(range: string, field: Field, hasStep: boolean): readonly [number, number] {
  if (range === '*' || range === '?') return [field.least, field.most];
  const [first = '', last] = range.split('-');
  const from = readValue(first, field);
  if (last !== undefined) return [from, readValue(last, field)];
  return [from, hasStep ? field.most : from];
}

function readValue(text: string, field: Field): number {
  const named = field.names?.indexOf(text.toUpperCase()) ?? -1;
  const value = named < 0 ? Number(text) : field.least + named;
  const isKnown = text !== '' && Number.isInteger(value);
  if (!isKnown || value < field.least || value > field.most) throw unknownField(text, field);
  return value;
}

function unknownField(text: string, { name }: Field): Error {
  return new Error(`the local stack does not know "${text}" in the ${name} of a cron expression`);
}
