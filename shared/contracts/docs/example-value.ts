import { anyJson, formsOf, type NamedShapes, resolve, type Shape } from './described-api.ts';

/** A value that the shape accepts, always the same one: what a field must hold and nothing that may
 * be left out. The name of the field becomes its text, so that an example explains itself. */
export function exampleOf(shape: Shape, name: string, named: NamedShapes): unknown {
  const found = resolve(shape, named);
  const [given = found.const ?? found.enum?.[0]] = found.examples ?? [];
  if (given !== undefined) return given;
  const [form] = formsOf(found);
  if (form) return exampleOf(form, name, named);
  switch (found.type[0]) {
    case 'object':
      return exampleObject(found, name, named);
    case 'array':
      return exampleList(found, name, named);
    case 'string':
      return exampleText(found, name);
    case 'integer':
    case 'number':
      return exampleNumber(found, name);
    case 'boolean':
      return true;
    default:
      return null;
  }
}

function exampleObject(shape: Shape, name: string, named: NamedShapes): unknown {
  const { properties = {}, propertyNames, additionalProperties: others, required } = shape;
  const fields = required.map((field): [string, unknown] => {
    const inner = properties[field] ?? (typeof others === 'object' ? others : anyJson);
    return [field, exampleOf(inner, field, named)];
  });
  if (fields.length === 0 && propertyNames && typeof others === 'object') {
    const key = `${exampleOf(propertyNames, name, named)}`;
    return { [key]: exampleOf(others, key, named) };
  }
  return Object.fromEntries(fields);
}

function exampleList(shape: Shape, name: string, named: NamedShapes): unknown[] {
  const { items, minItems = 0, maxItems = 1 } = shape;
  const length = Math.max(minItems, Math.min(1, maxItems));
  return items ? Array.from({ length }, () => exampleOf(items, name, named)) : [];
}

function exampleNumber(shape: Shape, name: string): number {
  const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER, exclusiveMinimum = -1 } = shape;
  const usual = name.endsWith('Pence') ? 12_500 : 1;
  return Math.min(Math.max(usual, minimum, exclusiveMinimum + 1), maximum);
}

/** Tried in this order, after the field's own name, until the shape accepts one. */
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

function exampleText(shape: Shape, name: string): string {
  const words = inWords(name);
  const own = [words, words.toLowerCase().replaceAll(' ', '-'), words.slice(0, shape.maxLength)];
  const text = [...own, ...usualTexts].find((candidate) => accepts(shape, candidate));
  if (text === undefined) {
    throw new Error(`no usual text fits the field ${name}: give its schema .meta({ examples })`);
  }
  return text;
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

/** A field's name as a person would write it: `whatMatters` is "What matters". */
function inWords(name: string): string {
  const words = name.replaceAll(
    /(?<=.)-?([A-Z])/g,
    (_all, letter: string) => ` ${letter.toLowerCase()}`,
  );
  return words.charAt(0).toUpperCase() + words.slice(1);
}
