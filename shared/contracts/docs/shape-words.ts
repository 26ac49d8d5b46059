import { html, joined, type Markup } from '../printed/markup.ts';
import { formsOf, type NamedShapes, nameOf, resolve, type Shape } from './described-api.ts';

/** Whether a named shape has a table of its own; a date or an amount is told where it is used. */
export function hasOwnTable(shape: Shape): boolean {
  return shape.type[0] === 'object' || shape.enum !== undefined || formsOf(shape).length > 0;
}

const kindsOfText: Readonly<Record<string, string>> = {
  date: 'date',
  'date-time': 'time',
  email: 'email address',
};
const plainTypes: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  null: 'null',
  object: 'object',
  array: 'list',
};

/** What kind of value a shape takes, in words, with a link where the shape has a table of its
 * own. */
export function typeOf(shape: Shape, named: NamedShapes): Markup {
  const name = nameOf(shape);
  const found = resolve(shape, named);
  if (name !== undefined && hasOwnTable(found)) return shapeLink(name);
  const forms = formsOf(found);
  if (forms.length > 0 && !forms.every(({ properties }) => properties)) {
    return html`${joined(
      forms.map((form) => typeOf(form, named)),
      ' or ',
    )}`;
  }
  if (found.items) return html`list of ${typeOf(found.items, named)}`;
  const words = found.type.map((type) => kindsOfText[found.format ?? ''] ?? plainTypes[type] ?? '');
  return html`${words.join(' or ') || 'any JSON'}`;
}

export function shapeLink(name: string): Markup {
  return html`<a href="#shape-${name}">${name}</a>`;
}

/** What a value means and how large it may be: everything of a shape that is not its type. */
export function meaningOf(shape: Shape, named: NamedShapes): Markup {
  const own = nameOf(shape) !== undefined && hasOwnTable(resolve(shape, named));
  const found = own ? shape : resolve(shape, named);
  const { description, items } = found;
  const sentences = [
    ...(description === undefined ? [] : [html`${description}`]),
    ...valuesOf(found),
    ...limitsOf(found),
    ...(items && nameOf(items) === undefined ? eachOf(items, named) : []),
    ...(found.default === undefined ? [] : [defaultOf(found.default)]),
  ];
  return html`${joined(sentences, '. ')}`;
}

function eachOf(items: Shape, named: NamedShapes): Markup[] {
  if (items.type[0] === 'object' || formsOf(items).length > 0) return [];
  const meaning = meaningOf(items, named);
  return meaning.source === '' ? [] : [html`Each: ${meaning}`];
}

function defaultOf(value: unknown): Markup {
  return html`When left out: <code>${JSON.stringify(value)}</code>`;
}

function valuesOf(shape: Shape): Markup[] {
  const values = shape.const === undefined ? (shape.enum ?? []) : [shape.const];
  const codes = values.map((value) => html`<code>${`${value}`}</code>`);
  if (codes.length === 0) return [];
  return [html`${codes.length === 1 ? 'Always ' : 'One of '}${joined(codes, ', ')}`];
}

function limitsOf(shape: Shape): Markup[] {
  const { minLength, maxLength, minItems, maxItems, pattern, format } = shape;
  const limits = [
    between(minLength, maxLength, 'character'),
    between(minItems, maxItems, 'item'),
    between(...numbersOf(shape), ''),
  ].filter((limit) => limit !== '');
  return [
    ...limits.map((limit) => html`${limit}`),
    // A format says it better than the pattern by which it is checked.
    ...(pattern === undefined || format ? [] : [html`Matches <code>${pattern}</code>`]),
  ];
}

type Limit = number | undefined;

/** The largest safe integer limits the notation, not what may be sent. */
function numbersOf({ minimum, exclusiveMinimum, maximum }: Shape): [Limit, Limit] {
  const isSafe = (limit: Limit) => Math.abs(limit ?? 0) < Number.MAX_SAFE_INTEGER;
  const least = exclusiveMinimum === undefined ? minimum : exclusiveMinimum + 1;
  return [isSafe(least) ? least : undefined, isSafe(maximum) ? maximum : undefined];
}

function between(least: Limit, most: Limit, unit: string): string {
  const units = (count: number) =>
    `${count.toLocaleString('en-GB')}${unit === '' ? '' : ` ${unit}${count === 1 ? '' : 's'}`}`;
  if (most === undefined) return least === undefined ? '' : `At least ${units(least)}`;
  if (least === undefined) return `At most ${units(most)}`;
  if (least === most) return `Exactly ${units(most)}`;
  return `${least.toLocaleString('en-GB')} to ${units(most)}`;
}
