import { html, joined, type Markup } from '../printed/markup.ts';
import {
  anyJson,
  formsOf,
  type NamedShapes,
  nameOf,
  resolve,
  type Shape,
} from './described-api.ts';
import { meaningOf, typeOf } from './shape-words.ts';

export interface Field {
  readonly name: string;
  readonly isRequired: boolean;
  readonly shape: Shape;
}

/** Fields that stand together: those of a shape, or of one of the forms that it may take. */
export interface Group {
  /** Which form it is; nothing where there is only one. */
  readonly title: Markup | undefined;
  readonly fields: readonly Field[];
}

/** The fields of a shape as one table. What has no name of its own is told in the same table under
 * its path; what has one is a link to its own table. */
export function fieldTable(shape: Shape, caption: string, named: NamedShapes): Markup {
  const groups = groupsOf(resolve(shape, named), '', named).filter(({ fields }) => fields.length);
  return groupTable(groups, caption, named);
}

/** Groups of fields, each under its title, as one table. */
export function groupTable(groups: readonly Group[], caption: string, named: NamedShapes): Markup {
  return html`
<table class="fields">
<caption>${caption}</caption>
<thead><tr><th scope="col">Field</th><th scope="col">Type</th><th scope="col">Required</th><th scope="col">Meaning</th></tr></thead>${groups.map(
    ({ title, fields }) => html`
<tbody>${title ? html`<tr class="form"><th colspan="4" scope="rowgroup">${title}</th></tr>` : ''}${fields.map(
      ({ name, isRequired, shape }) => html`
<tr><th scope="row"><code>${name}</code></th><td>${typeOf(shape, named)}</td><td>${isRequired ? 'required' : 'optional'}</td><td>${meaningOf(shape, named)}</td></tr>`,
    )}
</tbody>`,
  )}
</table>`;
}

function groupsOf(shape: Shape, path: string, named: NamedShapes): Group[] {
  const forms = formsOf(shape).map((form) => resolve(form, named));
  if (forms.length > 0) return forms.flatMap((form) => formGroups(form, forms, path, named));
  const fields = fieldsOf(shape, path);
  return [
    { title: undefined, fields: fields.flatMap((field) => [field, ...within(field, named)]) },
    ...fields.flatMap((field) => choicesWithin(field, named)),
  ];
}

/** The groups of one form, of which the first says by which value of which field it is told. */
function formGroups(
  form: Shape,
  forms: readonly Shape[],
  path: string,
  named: NamedShapes,
): Group[] {
  const [first, ...rest] = groupsOf(form, path, named);
  if (!first) return [];
  const told = Object.entries(form.properties ?? {})
    .filter(([name]) => tellsApart(name, forms))
    .map(([name, field]) => {
      const values = valuesOf(field).map((value) => html`<code>${`${value}`}</code>`);
      return html`<code>${prefixed(path, name)}</code> is ${joined(values, ' or ')}`;
    });
  const title = told.length > 0 ? html`When ${joined(told, ' and ')}` : html`Or`;
  return [{ ...first, title }, ...rest];
}

/** Whether every form takes only some values in this field, and not all forms the same ones. */
function tellsApart(name: string, forms: readonly Shape[]): boolean {
  const taken = forms.map(({ properties }) => valuesOf(properties?.[name] ?? anyJson));
  return taken.every(({ length }) => length > 0) && new Set(taken.map(String)).size > 1;
}

function valuesOf({ const: value, enum: values = [] }: Shape): readonly unknown[] {
  return value === undefined ? values : [value];
}

function fieldsOf(shape: Shape, path: string): Field[] {
  const { properties = {}, additionalProperties: others, propertyNames, required } = shape;
  const fields = Object.entries(properties).map(([name, inner]) => ({
    name: prefixed(path, name),
    isRequired: required.includes(name),
    shape: inner,
  }));
  if (typeof others !== 'object') return fields;
  const keys = propertyNames?.enum?.join(', ') ?? 'name';
  return [
    ...fields,
    { name: prefixed(path, `{${keys}}`), isRequired: required.length > 0, shape: others },
  ];
}

function prefixed(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

/** What a field holds that is told in the same table: an object, or the objects of a list. */
function insideOf({ name, shape }: Field): readonly [path: string, shape: Shape] {
  const { items } = shape;
  return items ? [`${name}[]`, items] : [name, shape];
}

function within(field: Field, named: NamedShapes): Field[] {
  const [path, shape] = insideOf(field);
  if (nameOf(shape) !== undefined || formsOf(shape).length > 0) return [];
  return fieldsOf(shape, path).flatMap((inner) => [inner, ...within(inner, named)]);
}

/** The forms of every choice inside a field, each a group below. */
function choicesWithin(field: Field, named: NamedShapes): Group[] {
  const [path, shape] = insideOf(field);
  if (nameOf(shape) !== undefined) return [];
  if (formsOf(shape).length > 0) {
    return groupsOf(shape, path, named).filter(({ fields }) => fields.length > 0);
  }
  return fieldsOf(shape, path).flatMap((inner) => choicesWithin(inner, named));
}
