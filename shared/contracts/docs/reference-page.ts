import { createHash } from 'node:crypto';
import { html, Markup } from '../printed/markup.ts';
import { DescribedApi, type NamedShapes } from './described-api.ts';
import { fieldTable } from './field-table.ts';
import { operationSection, type PlacedOperation } from './operation-section.ts';
import { problemTable } from './problem-table.ts';
import { meaningOf } from './shape-words.ts';
import { style } from './style.ts';

export interface ReferencePage {
  /** Permits the page its own style, known by its digest, and nothing else. */
  readonly contentSecurityPolicy: string;
  /** By lines, so that a change of the interface reads as one. */
  readonly lines: readonly string[];
}

/** The OpenAPI document as a page for people: no script, and nothing fetched from anywhere. */
export function writeReference(document: unknown): ReferencePage {
  const api = DescribedApi.parse(document);
  const digest = createHash('sha256').update(style).digest('base64');
  return {
    contentSecurityPolicy:
      `default-src 'none'; style-src 'sha256-${digest}'; ` +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    lines: page(api).source.split('\n'),
  };
}

function page(api: DescribedApi): Markup {
  const groups = byTag(api);
  const named = api.components.schemas;
  const sections = html`${groups.map(
    ({ tag, operations }) => html`
<h2 id="${idOf(tag)}">${tag}</h2>${operations.map((operation) => operationSection(operation, named))}`,
  )}`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${api.info.title}: API reference</title>
<style>${new Markup(style)}</style>
</head>
<body>
<a class="skip" href="#reference">Skip to the operations</a>
<header><div class="width"><p>${api.info.title}</p></div></header>
<main class="width">
<h1>API reference</h1>${introduction(api)}
<nav aria-label="Operations">
<h2>Operations</h2>${groups.map(contents)}
</nav>
<div id="reference" tabindex="-1">${sections}
</div>
<h2 id="problems">Problems</h2>
<p>Whatever is refused is answered as <code>application/problem+json</code> (RFC 9457), in the shape <a href="#shape-Problem">Problem</a>.</p>${problemTable()}
<h2 id="shapes">Shapes</h2>${shapeSections(sections, named)}
</main>
</body>
</html>`;
}

function introduction({ info }: DescribedApi): Markup {
  return html`
<p>${info.description}</p>
<p>The same, for programs: <a href="/openapi.json">openapi.json</a>.</p>
<h2>How to call it</h2>
<p>The curl lines below are for a shell in which <code>SERVICE</code> is the address of the service and <code>TOKEN</code> a token of the person who calls. Save the example request body as <code>body.json</code> first. Ids in an example are made up, and its days lie around 6 April 2026: put your own.</p>
<p>Send a new random <code>Idempotency-Key</code> with every request that creates something, and the same one when you try that request again. Send the <code>ETag</code> that you read as <code>If-Match</code>, so that nobody's change is lost.</p>`;
}

interface Group {
  readonly tag: string;
  readonly operations: readonly PlacedOperation[];
}

function byTag({ tags, paths }: DescribedApi): Group[] {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      path,
      method: method.toUpperCase(),
    })),
  );
  return tags.map(({ name }) => ({
    tag: name,
    operations: all.filter(({ tags: [tag] }) => tag === name),
  }));
}

function contents({ tag, operations }: Group): Markup {
  const links = operations.map(
    ({ operationId, summary }) => html`\n<li><a href="#${operationId}">${summary}</a></li>`,
  );
  return html`\n<h3><a href="#${idOf(tag)}">${tag}</a></h3>\n<ul>${links}\n</ul>`;
}

/** No operation's id has two hyphens, so that the two never meet. */
function idOf(tag: string): string {
  return `stage--${tag.toLowerCase().replaceAll(' ', '-')}`;
}

/** The named shapes to which the operations lead, and those to which these lead in turn. */
function shapeSections(sections: Markup, named: NamedShapes): Markup[] {
  const found = new Map<string, Markup>();
  const follow = (markup: Markup) => {
    for (const [, name = ''] of markup.source.matchAll(/href="#shape-(\w+)"/g)) {
      if (found.has(name)) continue;
      const section = shapeSection(name, named);
      found.set(name, section);
      follow(section);
    }
  };
  follow(sections);
  follow(html`<a href="#shape-Problem">`);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, section]) => section);
}

function shapeSection(name: string, named: NamedShapes): Markup {
  const shape = named[name];
  if (!shape) throw new Error(`the document has no schema ${name}`);
  return html`
<section aria-labelledby="shape-${name}">
<h3 id="shape-${name}">${name}</h3>${
    shape.enum ? html`\n<p>${meaningOf(shape, named)}</p>` : fieldTable(shape, 'Fields', named)
  }
</section>`;
}
