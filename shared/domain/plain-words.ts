import type * as z from 'zod';

/** What is wrong with a field, in words for whoever filled in the form: the library's own speak of
 * strings and types. A schema that says it better in a sentence of its own keeps that. */
export const plainWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'This is needed.' : kinds[issue.expected];
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum), issue.inclusive !== false);
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum), issue.inclusive !== false);
    case 'invalid_format':
      return formats[issue.format] ?? 'This is not written in the way that is asked for.';
    case 'invalid_value':
      return choose(issue.values);
    case 'invalid_union':
      return issue.input === undefined
        ? 'This is needed.'
        : choose(Array.isArray(issue.options) ? issue.options : []);
    case 'not_multiple_of':
      return `This must be a multiple of ${issue.divisor}.`;
    case 'invalid_key':
      return 'This name is not one of those that are asked for.';
    default:
      return 'This cannot be used as it is.';
  }
};

const wholeNumber = 'This must be a whole number.';

const kinds: Readonly<Record<string, string>> = {
  string: 'This must be text.',
  number: 'This must be a number.',
  int: wholeNumber,
  boolean: 'This must be yes or no: true or false.',
  array: 'This must be a list.',
  object: 'This must be a group of fields.',
  record: 'This must be a group of fields.',
};

const formats: Readonly<Record<string, string>> = {
  date: 'Write a day of the calendar as year, month and day, such as 2026-04-06.',
  datetime: 'Write a day and a time, such as 2026-04-06T09:30:00Z.',
  email: 'Write an email address, such as name@example.com.',
  url: 'Write a web address, such as https://www.example.com.',
  safeint: wholeNumber,
};

function tooSmall(of: string, least: number, isIncluded: boolean): string {
  if (of === 'string') {
    return least === 1
      ? 'Write something here, or leave it out.'
      : `Write at least ${least} characters.`;
  }
  if (of === 'array') return `Give at least ${least === 1 ? 'one' : least}.`;
  return `This must be ${isIncluded ? '' : 'more than '}${figure(least)}${isIncluded ? ' or more' : ''}.`;
}

function tooBig(of: string, most: number, isIncluded: boolean): string {
  if (of === 'string') return `This is too long: write at most ${figure(most)} characters.`;
  if (of === 'array') return `Give at most ${figure(most)}.`;
  return `This must be ${isIncluded ? '' : 'less than '}${figure(most)}${isIncluded ? ' or less' : ''}.`;
}

function choose(values: readonly unknown[]): string {
  if (values.length === 1) return `This must be ${String(values[0])}.`;
  return values.length === 0
    ? 'This is not one of the answers that are offered.'
    : `Choose one of these: ${values.map(String).join(', ')}.`;
}

function figure(number: number): string {
  return number.toLocaleString('en-GB');
}

/** How many fields are wrong, above the sentence for each. */
export function toPutRight({ length }: readonly unknown[]): string {
  return length === 1 ? 'One answer must be put right.' : `${length} answers must be put right.`;
}
