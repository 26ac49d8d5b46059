import { html, joined, type Markup } from '../printed/markup.ts';
import {
  type DescribedOperation,
  type NamedShapes,
  nameOf,
  type Parameter,
  resolve,
  type Shape,
} from './described-api.ts';
import { exampleOf } from './example-value.ts';
import { type Field, fieldTable, groupTable } from './field-table.ts';
import { problemLinks } from './problem-table.ts';
import { hasOwnTable, meaningOf, shapeLink, typeOf } from './shape-words.ts';

export interface PlacedOperation extends DescribedOperation {
  readonly method: string;
  readonly path: string;
}

/** Everything that a caller needs to know of one operation. */
export function operationSection(operation: PlacedOperation, named: NamedShapes): Markup {
  const { operationId, summary, method, path } = operation;
  return html`
<section aria-labelledby="${operationId}">
<h3 id="${operationId}">${summary}</h3>
<p class="line"><strong>${method}</strong> <code>${path}</code></p>
<p>${whoMayCall(operation)}</p>${parameterTable(operation, named)}${requestPart(operation, named)}
<h4>curl</h4>
<pre><code>${curlLine(operation, named)}</code></pre>
<h4>Answer</h4>${answers(operation, named)}
<h4>Problems</h4>
<p>${problemLinks(operation)}</p>
</section>`;
}

function whoMayCall({ security: [needed], description = '' }: DescribedOperation): string {
  if (!needed) return 'Anybody may call this; no account is needed.';
  if ('resident' in needed) return 'The person themselves, signed in.';
  return `Staff, signed in. ${description}`;
}

const places = { path: 'In the path', query: 'In the query', header: 'In a header' } as const;

function parameterTable({ parameters }: DescribedOperation, named: NamedShapes): Markup {
  if (parameters.length === 0) return html``;
  const fieldsIn = (place: Parameter['in']): Field[] =>
    parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, required, schema }) => ({ name, isRequired: required, shape: schema }));
  const groups = (['path', 'query', 'header'] as const)
    .map((place) => ({ title: html`${places[place]}`, fields: fieldsIn(place) }))
    .filter(({ fields }) => fields.length > 0);
  return groupTable(groups, 'Parameters', named);
}

/** The body that an operation takes, if it takes one. */
export function bodyOf({ requestBody }: DescribedOperation): Shape | undefined {
  return requestBody?.content['application/json']?.schema;
}

/** A body that the operation accepts. */
export function exampleBody(body: Shape, named: NamedShapes): unknown {
  return exampleOf(body, 'value', named);
}

function requestPart(operation: DescribedOperation, named: NamedShapes): Markup {
  const body = bodyOf(operation);
  if (!body) return html``;
  return html`${fieldTable(body, 'Request body', named)}
<h4>Example request body</h4>
<pre><code>${JSON.stringify(exampleBody(body, named), undefined, 2)}</code></pre>`;
}

/** A line for a shell in which SERVICE and TOKEN are set and the example lies in body.json. */
function curlLine(operation: PlacedOperation, named: NamedShapes): string {
  const { method, security, parameters } = operation;
  const headers = [
    ...(security.length > 0 ? ['"Authorization: Bearer $TOKEN"'] : []),
    ...parameters
      .filter(({ in: place }) => place === 'header')
      .map((header) => `'${header.name}: ${headerValue(header, named)}'`),
    ...(bodyOf(operation) ? ["'Content-Type: application/json'"] : []),
  ];
  return [
    `curl${method === 'GET' ? '' : ` -X ${method}`} "$SERVICE${exampleAddress(operation, named)}"`,
    ...headers.map((header) => `-H ${header}`),
    ...(bodyOf(operation) ? ['--data @body.json'] : []),
  ].join(' \\\n  ');
}

function headerValue({ name, schema }: Parameter, named: NamedShapes): unknown {
  return name === 'If-Match' ? '"1"' : exampleOf(schema, name, named);
}

function exampleAddress({ path, parameters }: PlacedOperation, named: NamedShapes): string {
  const sent = ({ name, schema }: Parameter) =>
    encodeURIComponent(`${exampleOf(schema, name, named)}`);
  const address = parameters
    .filter(({ in: place }) => place === 'path')
    .reduce((left, part) => left.replace(`{${part.name}}`, sent(part)), path);
  const query = parameters
    .filter(({ in: place, required }) => place === 'query' && required)
    .map((part) => `${part.name}=${sent(part)}`);
  return query.length > 0 ? `${address}?${query.join('&')}` : address;
}

function answers({ responses }: DescribedOperation, named: NamedShapes): Markup {
  const done = Object.entries(responses).filter(([status]) => status !== 'default');
  return html`${done.flatMap(([status, { content }]) =>
    Object.entries(content).map(([type, { schema }]) => answer(status, type, schema, named)),
  )}`;
}

function answer(status: string, type: string, schema: Shape, named: NamedShapes): Markup {
  const told = html`<strong>${status}</strong> <code>${type}</code>`;
  const name = nameOf(schema);
  const found = resolve(schema, named);
  if (name !== undefined && hasOwnTable(found)) return html`\n<p>${told}: ${shapeLink(name)}</p>`;
  if (found.properties) return html`\n<p>${told}</p>${fieldTable(found, 'Answer', named)}`;
  const words = [typeOf(schema, named), meaningOf(schema, named)];
  const filled = words.filter(({ source }) => source !== '');
  return html`\n<p>${told}: ${joined(filled, '. ')}</p>`;
}
