import {
  anyJson,
  formsOf,
  type NamedShapes,
  nameOf,
  resolve,
  type Shape,
} from './described-api.ts';
import { usualDays, usualValues } from './usual-values.ts';
import { wholeExamples } from './whole-examples.ts';

/** A value that the shape accepts, always the same one: what a field must hold and nothing that may
 * be left out. The path is the names of the field and of what it stands in, with points between. */
export function exampleOf(shape: Shape, path: string, named: NamedShapes): unknown {
  const whole = wholeExamples[nameOf(shape) ?? ''];
  if (whole !== undefined) return whole;
  const found = resolve(shape, named);
  const day = found.format === 'date' ? usualDays[lastOf(path)] : undefined;
  const [given = found.const ?? found.enum?.[0]] = day ? [day] : (found.examples ?? []);
  if (given !== undefined) return given;
  const owner = nameOf(shape) ?? path;
  const [form] = formsOf(found);
  if (form) return exampleOf(form, form.properties ? owner : path, named);
  switch (found.type[0]) {
    case 'object':
      return exampleObject(found, owner, named);
    case 'array':
      return exampleList(found, path, named);
    case 'string':
      return exampleText(found, path);
    case 'integer':
    case 'number':
      return exampleNumber(found, path);
    case 'boolean':
      return usualOf(path).find((usual) => typeof usual === 'boolean') ?? true;
    default:
      return null;
  }
}

function exampleObject(shape: Shape, path: string, named: NamedShapes): unknown {
  const { properties = {}, propertyNames, additionalProperties: others, required } = shape;
  const fields = required.map((field): [string, unknown] => {
    const inner = properties[field] ?? (typeof others === 'object' ? others : anyJson);
    return [field, exampleOf(inner, `${path}.${field}`, named)];
  });
  if (fields.length === 0 && propertyNames && typeof others === 'object') {
    const key = `${exampleOf(propertyNames, path, named)}`;
    return { [key]: exampleOf(others, `${path}.${key}`, named) };
  }
  return Object.fromEntries(fields);
}

function exampleList(shape: Shape, path: string, named: NamedShapes): unknown[] {
  const { items, minItems = 0, maxItems = 1 } = shape;
  const length = Math.max(minItems, Math.min(1, maxItems));
  return items ? Array.from({ length }, () => exampleOf(items, path, named)) : [];
}

function exampleNumber(shape: Shape, path: string): number {
  const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER, exclusiveMinimum = -1 } = shape;
  const known = usualOf(path).find((usual) => typeof usual === 'number');
  const usual = known ?? (/pence$/i.test(path) ? 12_500 : 1);
  return Math.min(Math.max(usual, minimum, exclusiveMinimum + 1), maximum);
}

/** Tried in this order, after what is usual in the field, until the shape accepts one. They have
 * forms of their own: a field of free text takes none of them. */
const usualTexts = [
  '2026-04-06',
  '2026-04-06T09:30:00Z',
  '09:30',
  'alex@example.org',
  '01632 960123',
  'ZZ1 1ZZ',
  '943 476 5919',
  '123456',
  '12345678',
  '100012345678',
  'k3v9x2m7q8w4c1r5t6y0',
  'ASC-7K2M-9QXA-4T6B',
];

/** Refuses a text that nobody has thought of an example for, rather than show words that say
 * nothing. */
function exampleText(shape: Shape, path: string): string {
  const known = usualOf(path).filter((usual) => typeof usual === 'string');
  const formal = takesAnyText(shape) ? [] : usualTexts;
  const text = [...known, ...formal].find((candidate) => accepts(shape, candidate));
  if (text === undefined) {
    throw new Error(`no example of ${path}: give its schema one, or the table of usual values`);
  }
  return text;
}

function takesAnyText(shape: Shape): boolean {
  return accepts(shape, 'Any words at all, with a comma.');
}

/** What is usual in a field, by its owner's name and its own first. */
function usualOf(path: string): (string | number | boolean)[] {
  const names = [path.split('.').slice(-2).join('.'), lastOf(path)];
  return names.flatMap((name) => usualValues[name] ?? []);
}

function lastOf(path: string): string {
  return path.split('.').at(-1) ?? path;
}

function accepts(shape: Shape, text: string): boolean {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern = '', allOf = [] } = shape;
  return (
    text.length >= minLength &&
    text.length <= maxLength &&
    new RegExp(pattern).test(text) &&
    allOf.every((part) => accepts(part, text))
  );
}
