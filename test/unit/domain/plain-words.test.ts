import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { parseParts } from '#shared/contracts/parse-parts.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { NhsNumber } from '#shared/domain/identity/nhs-number.ts';
import { Postcode } from '#shared/domain/identity/postcode.ts';

const raw = {
  params: {},
  query: {},
  headers: {},
  caller: { kind: 'public' as const },
  actingAs: undefined,
};

/** What is said of a form's one answer. */
function saidOf(answer: z.ZodType, sent: unknown) {
  const nothing = z.strictObject({});
  const shape = { id: 'ask', access: 'public', params: nothing, query: nothing } as const;
  const body = z.strictObject({ answer });
  const read = parseParts({ ...shape, body }, { ...raw, body: { answer: sent } });
  return read.accepted ? 'accepted' : read.refusal.errors?.map(({ detail }) => detail);
}

describe('What is wrong with an answer is told in plain words, once for each field', () => {
  const text = z.string().trim().min(1).max(4_000);
  test.each<[string, z.ZodType, unknown, string]>([
    ['nothing where something is needed', text, undefined, 'This is needed.'],
    ['a number for text', text, 7, 'This must be text.'],
    ['an empty text', text, ' ', 'Write something here, or leave it out.'],
    [
      'a text that is too long',
      text,
      'a'.repeat(4_001),
      'This is too long: write at most 4,000 characters.',
    ],
    ['a text that is too short', z.string().min(3), 'a', 'Write at least 3 characters.'],
    ['text for yes or no', z.boolean(), 'yes', 'This must be yes or no: true or false.'],
    ['half a point', z.int(), 1.5, 'This must be a whole number.'],
    ['too little', z.int().min(2), 1, 'This must be 2 or more.'],
    ['not more than nothing', z.number().positive(), 0, 'This must be more than 0.'],
    ['too much', z.number().max(1_000), 1_001, 'This must be 1,000 or less.'],
    ['not less than a limit', z.number().lt(10), 10, 'This must be less than 10.'],
    ['part of a penny', z.number().multipleOf(5), 7, 'This must be a multiple of 5.'],
    ['an empty list', z.array(text).min(1), [], 'Give at least one.'],
    ['a list that is too long', z.array(text).max(2), ['a', 'b', 'c'], 'Give at most 2.'],
    ['text for a list', z.array(text), 'a', 'This must be a list.'],
    ['text for an address', z.strictObject({ line: text }), 'a', 'This must be a group of fields.'],
    ['a code that there is not', z.enum(['yes', 'no']), 'maybe', 'Choose one of these: yes, no.'],
    ['anything but the one code', z.literal('phone'), 'fax', 'This must be phone.'],
    [
      'a kind that there is not',
      z.union([z.string(), z.boolean()]),
      7,
      'This is not one of the answers that are offered.',
    ],
    ['an email address', z.email(), 'ann', 'Write an email address, such as name@example.com.'],
    [
      'a day in words',
      CivilDate,
      'last May',
      'Write a day of the calendar as year, month and day, such as 2026-04-06.',
    ],
    [
      'a day of no calendar',
      CivilDate,
      '2026-02-30',
      'Write a day of the calendar as year, month and day, such as 2026-04-06.',
    ],
    ['a year long past', CivilDate, '1066-10-14', 'The year must be from 1800 to 2199.'],
    ['too few digits', NhsNumber, '12', 'An NHS number has ten digits.'],
    [
      'a wrong digit',
      NhsNumber,
      '943 476 5918',
      'This is not an NHS number: look at each digit again.',
    ],
    ['half a postcode', Postcode, 'SE1', 'Write a full UK postcode, such as SE1 2QH.'],
    [
      'a postcode of nowhere',
      Postcode,
      'QQ1 2QH',
      'There is no postcode that begins with these letters.',
    ],
  ])('%s', (_title, answer, sent, said) => {
    expect(saidOf(answer, sent)).toEqual([said]);
  });

  test('and the number of them is told above', () => {
    const shape = {
      id: 'ask',
      access: 'public',
      params: z.strictObject({}),
      query: z.strictObject({}),
      body: z.strictObject({ one: z.string(), two: z.string() }),
    } as const;
    const detail = (body: unknown) => {
      const read = parseParts(shape, { ...raw, body });
      return read.accepted ? 'accepted' : read.refusal.detail;
    };
    expect(detail({ one: 'a' })).toBe('One answer must be put right.');
    expect(detail({})).toBe('2 answers must be put right.');
  });
});
