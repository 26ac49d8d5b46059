import { html, joined, type Markup } from '../printed/markup.ts';
import { meanings, type ProblemKind } from '../problems.ts';
import type { DescribedOperation } from './described-api.ts';

/** Every problem that the service answers with, told once. */
export function problemTable(): Markup {
  const rows = Object.entries(meanings).map(
    ([kind, meaning]) => html`
<tr><th scope="row" id="problem-${kind}"><code>/problems/${kind}</code></th><td>${meaning.status}</td><td>${meaning.title}</td><td>${'retryAfterSeconds' in meaning ? `retry after ${meaning.retryAfterSeconds} s` : 'no retry'}</td></tr>`,
  );
  return html`
<table>
<caption>Problems by type</caption>
<thead><tr><th scope="col">Type</th><th scope="col">Status</th><th scope="col">Title</th><th scope="col">Try again</th></tr></thead>
<tbody>${rows}
</tbody>
</table>`;
}

/** The problems that follow from how an operation is called; its own rules refuse with others. */
export function problemLinks(operation: DescribedOperation & { readonly method: string }): Markup {
  const kinds = protocolProblems(operation).sort((a, b) => meanings[a].status - meanings[b].status);
  const links = kinds.map(
    (kind) => html`<a href="#problem-${kind}">${meanings[kind].status} ${kind}</a>`,
  );
  const rules =
    operation.method === 'GET'
      ? html`.`
      : html`; and 409 or 422 with the <a href="#problems">problem</a> that a rule of the service names.`;
  return html`${joined(links, ', ')}${rules}`;
}

function protocolProblems(operation: DescribedOperation): ProblemKind[] {
  const { security, parameters, requestBody } = operation;
  const has = (place: string) => parameters.some((parameter) => parameter.in === place);
  const hasHeader = (name: string) => parameters.some((parameter) => parameter.name === name);
  const [needed] = security;
  return [
    ...(needed ? (['not-signed-in'] as const) : []),
    ...(needed && 'staff' in needed ? (['not-permitted'] as const) : []),
    ...(has('path') ? (['not-found'] as const) : []),
    ...(requestBody ? (['unreadable', 'body-too-large', 'media-type-unsupported'] as const) : []),
    ...(requestBody || parameters.length > 0 ? (['invalid-input'] as const) : []),
    ...(hasHeader('Idempotency-Key')
      ? (['idempotency-key-missing', 'idempotency-key-reused'] as const)
      : []),
    ...(hasHeader('If-Match') ? (['version-missing', 'version-stale', 'lost-race'] as const) : []),
    'too-many-requests',
    'busy',
    'fault',
  ];
}
